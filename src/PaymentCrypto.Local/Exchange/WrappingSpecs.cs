using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;

namespace PaymentCrypto.Local.Exchange;

/// <summary>The wrapping specifications of RSA cryptograms.</summary>
internal static class WrappingSpecs
{
    /// <summary>The hash of a specification; SHA-256 when none is given.</summary>
    public static RsaOaepHash HashOf(string? specification) => specification == WrappingKeySpec.RsaOaepSha512 ? RsaOaepHash.Sha512 : RsaOaepHash.Sha256;
}
