namespace PaymentCrypto.Api;

/// <summary>The service's values for the padding of encrypted data.</summary>
public static class PaddingType
{
    /// <summary>PKCS#1 version 1.5.</summary>
    public const string Pkcs1 = "PKCS1";

    /// <summary>OAEP with SHA-1.</summary>
    public const string OaepSha1 = "OAEP_SHA1";

    /// <summary>OAEP with SHA-256.</summary>
    public const string OaepSha256 = "OAEP_SHA256";

    /// <summary>OAEP with SHA-512.</summary>
    public const string OaepSha512 = "OAEP_SHA512";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [Pkcs1, OaepSha1, OaepSha256, OaepSha512];
}
