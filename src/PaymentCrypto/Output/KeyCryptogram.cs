namespace PaymentCrypto;

/// <summary>A key under RSA-OAEP, with what an import of it needs under the names that the service uses.</summary>
public sealed partial class KeyCryptogram
{
    /// <summary>The cryptogram, upper-case hex, as long as the modulus.</summary>
    public string? WrappedKeyCryptogram { get; set; }

    /// <summary>The padding and its hash.</summary>
    public string? WrappingSpec { get; set; }

    /// <summary>The import token that the wrapping certificate came with; null when there was none.</summary>
    public string? ImportToken { get; set; }

    /// <summary>The receiver: subject of its certificate.</summary>
    public string? Recipient { get; set; }

    /// <summary>The algorithm of the key. The cryptogram does not carry it.</summary>
    public string? KeyAlgorithm { get; set; }

    /// <summary>The check value of the key, upper-case hex: the only link between the two sides.</summary>
    public string? KeyCheckValue { get; set; }

    /// <summary>How the check value was computed.</summary>
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>What the receiver should know.</summary>
    public string[] Warnings { get; set; } = [];

    /// <summary>The cryptogram.</summary>
    public override string ToString() => WrappedKeyCryptogram ?? string.Empty;
}
