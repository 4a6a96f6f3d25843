namespace PaymentCrypto.Api;

/// <summary>The service's values for the algorithm of a MAC.</summary>
public static class MacAlgorithm
{
    /// <summary>ISO 9797-1 algorithm 1.</summary>
    public const string Iso9797Algorithm1 = "ISO9797_ALGORITHM1";

    /// <summary>ISO 9797-1 algorithm 3, the retail MAC.</summary>
    public const string Iso9797Algorithm3 = "ISO9797_ALGORITHM3";

    /// <summary>CMAC of NIST SP 800-38B.</summary>
    public const string Cmac = "CMAC";

    /// <summary>HMAC with the hash of the key.</summary>
    public const string Hmac = "HMAC";

    /// <summary>HMAC with SHA-224.</summary>
    public const string HmacSha224 = "HMAC_SHA224";

    /// <summary>HMAC with SHA-256.</summary>
    public const string HmacSha256 = "HMAC_SHA256";

    /// <summary>HMAC with SHA-384.</summary>
    public const string HmacSha384 = "HMAC_SHA384";

    /// <summary>HMAC with SHA-512.</summary>
    public const string HmacSha512 = "HMAC_SHA512";

    /// <summary>The MAC of AS2805.4.1.</summary>
    public const string As2805Part41 = "AS2805_4_1";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Iso9797Algorithm1, Iso9797Algorithm3, Cmac, Hmac, HmacSha224, HmacSha256, HmacSha384, HmacSha512, As2805Part41];
}
