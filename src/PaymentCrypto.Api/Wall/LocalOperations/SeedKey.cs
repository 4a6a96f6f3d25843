namespace PaymentCrypto.Api;

/// <summary>One test key of a <see cref="SeedRequest"/>.</summary>
public sealed record SeedKey : ApiStructure
{
    /// <summary>
    /// What distinguishes it from every other key of the seed, such as its alias; the id is derived from it unless <see cref="KeyId"/> is given.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The id at the end of its ARN, 16 to 64 letters and digits; null for one that is derived from <see cref="Name"/>.</summary>
    public string? KeyId { get; init; }

    /// <summary>What the key is and may do; of a certificate (class PUBLIC_KEY) too.</summary>
    public required KeyAttributes KeyAttributes { get; init; }

    /// <summary>
    /// The clear key: raw bytes of a symmetric key, or PKCS#8 of a key pair. Null: a symmetric key is derived from its name, algorithm
    /// and usage, and a key pair is made, another one at every start.
    /// </summary>
    public ReadOnlyMemory<byte>? Material { get; init; }

    /// <summary>The certificate of a public key, in PEM; null for other keys.</summary>
    public string? Certificate { get; init; }

    /// <summary>The alias or ARN of the imported authority that signed <see cref="Certificate"/>; null for a root.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>Whether it may be exported.</summary>
    public bool Exportable { get; init; }

    /// <summary>Whether it may be used.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How the check value is computed; null for the algorithm's own way.</summary>
    public string? KeyCheckValueAlgorithm { get; init; }

    /// <summary>The check value that the key must have, in hex of either case; null if it is not to be checked.</summary>
    public string? KeyCheckValue { get; init; }

    /// <summary>The one purpose of keys that are derived from it; elliptic curves only.</summary>
    public string? DeriveKeyUsage { get; init; }

    /// <summary>An alias for it, <c>alias/name</c>; null for none.</summary>
    public string? Alias { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
