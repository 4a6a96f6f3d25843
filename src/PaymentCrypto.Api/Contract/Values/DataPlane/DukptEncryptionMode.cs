namespace PaymentCrypto.Api;

/// <summary>The service's values for the mode of the cipher under a DUKPT key.</summary>
public static class DukptEncryptionMode
{
    /// <summary>Electronic codebook.</summary>
    public const string Ecb = "ECB";

    /// <summary>Cipher block chaining.</summary>
    public const string Cbc = "CBC";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Ecb, Cbc];
}
