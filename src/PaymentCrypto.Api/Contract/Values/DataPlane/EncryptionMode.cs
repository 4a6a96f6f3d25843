namespace PaymentCrypto.Api;

/// <summary>The service's values for the mode of the cipher.</summary>
public static class EncryptionMode
{
    /// <summary>Electronic codebook.</summary>
    public const string Ecb = "ECB";

    /// <summary>Cipher block chaining.</summary>
    public const string Cbc = "CBC";

    /// <summary>Cipher feedback of a whole block.</summary>
    public const string Cfb = "CFB";

    /// <summary>Cipher feedback of 1 bit.</summary>
    public const string Cfb1 = "CFB1";

    /// <summary>Cipher feedback of 8 bits.</summary>
    public const string Cfb8 = "CFB8";

    /// <summary>Cipher feedback of 64 bits.</summary>
    public const string Cfb64 = "CFB64";

    /// <summary>Cipher feedback of 128 bits.</summary>
    public const string Cfb128 = "CFB128";

    /// <summary>Output feedback.</summary>
    public const string Ofb = "OFB";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Ecb, Cbc, Cfb, Cfb1, Cfb8, Cfb64, Cfb128, Ofb];
}
