namespace PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;

/// <summary>The hash of RSA-OAEP, for the label and for the mask generation (the service's <c>WrappingSpec</c>).</summary>
public enum RsaOaepHash
{
    /// <summary>SHA-256 (<c>RSA_OAEP_SHA_256</c>).</summary>
    Sha256,

    /// <summary>SHA-512 (<c>RSA_OAEP_SHA_512</c>).</summary>
    Sha512,
}
