namespace PaymentCrypto.Api;

/// <summary>The service's values for the algorithm of a DUKPT key.</summary>
public static class DukptDerivationType
{
    /// <summary>Double-length TDES, 16 bytes.</summary>
    public const string Tdes2Key = "TDES_2KEY";

    /// <summary>Triple-length TDES, 24 bytes.</summary>
    public const string Tdes3Key = "TDES_3KEY";

    /// <summary>AES, 16 bytes.</summary>
    public const string Aes128 = "AES_128";

    /// <summary>AES, 24 bytes.</summary>
    public const string Aes192 = "AES_192";

    /// <summary>AES, 32 bytes.</summary>
    public const string Aes256 = "AES_256";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Tdes2Key, Tdes3Key, Aes128, Aes192, Aes256];
}
