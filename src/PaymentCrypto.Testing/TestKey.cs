namespace PaymentCrypto.Testing;

/// <summary>A test key to be made.</summary>
/// <param name="Alias">Its alias, <c>alias/name</c>, or the name alone.</param>
/// <param name="Usage">
/// What it is for: a TR-31 usage of the service, or its two characters: P0 for PIN encryption, B0 for a DUKPT base key, V2 for PVVs, C0 for card
/// values, M3 or M6 for MACs, E0 for EMV cryptograms, K0 for a key encryption key.
/// </param>
/// <param name="Algorithm">Its algorithm, such as AES_128, TDES_2KEY or RSA_2048.</param>
public sealed record TestKey(string Alias, string Usage, string Algorithm)
{
    /// <summary>The clear key in hex, of a symmetric key; null to derive one from the alias.</summary>
    public string? Material { get; init; }

    /// <summary>The private key in PEM, of a key pair; null to make one, another in every run.</summary>
    public string? PrivateKey { get; init; }

    /// <summary>What the key may do: names such as Encrypt, or one letter of TR-31; null for what a key of its usage is made for.</summary>
    public string? ModesOfUse { get; init; }

    /// <summary>Whether it may be exported.</summary>
    public bool Exportable { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The alias only: a test key may be somebody's.</summary>
    public override string ToString() => Alias;
}
