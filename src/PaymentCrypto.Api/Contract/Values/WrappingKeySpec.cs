namespace PaymentCrypto.Api;

/// <summary>The service's values for the padding of an RSA cryptogram.</summary>
public static class WrappingKeySpec
{
    /// <summary>OAEP with SHA-256.</summary>
    public const string RsaOaepSha256 = "RSA_OAEP_SHA_256";

    /// <summary>OAEP with SHA-512.</summary>
    public const string RsaOaepSha512 = "RSA_OAEP_SHA_512";

    /// <summary>Every value of the service model, in its order.</summary>
    public static IReadOnlyList<string> All { get; } = [RsaOaepSha256, RsaOaepSha512];
}
