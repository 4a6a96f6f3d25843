namespace PaymentCrypto.Api;

/// <summary>The service's values for the way a key check value is computed.</summary>
public static class KeyCheckValueAlgorithm
{
    /// <summary>CMAC over one block of zeros (X9.24-1), the default for AES.</summary>
    public const string Cmac = "CMAC";

    /// <summary>One block of zeros encrypted (X9.24-1), the default for TDES.</summary>
    public const string AnsiX924 = "ANSI_X9_24";

    /// <summary>HMAC over the empty message, the default for HMAC keys.</summary>
    public const string Hmac = "HMAC";

    /// <summary>SHA-1 of the public key, the default for asymmetric keys.</summary>
    public const string Sha1 = "SHA_1";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Cmac, AnsiX924, Hmac, Sha1];
}
