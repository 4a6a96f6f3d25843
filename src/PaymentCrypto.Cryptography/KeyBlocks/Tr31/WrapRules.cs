using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>What must hold before a key is wrapped.</summary>
internal static class WrapRules
{
    private const int HiddenTdesLength = 24;
    private const int HiddenAesLength = 32;
    private const int MaxKeyLength = ushort.MaxValue / 8;

    /// <summary>The cipher of the KBPK that a version wants.</summary>
    public static BlockCipherAlgorithm Family(Tr31Version version)
        => version is Tr31Version.D or Tr31Version.E ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes;

    public static void Check(Tr31KeyBlockHeader header, int keyLength, Tr31WrapOptions options, Findings findings)
    {
        if (header.Version is Tr31Version.A or Tr31Version.C && !options.AllowWithdrawnVersions)
        {
            throw new CryptographyException(
                CryptographyError.Tr31Version,
                $"Version {header.Version} is withdrawn and is not written unless {nameof(Tr31WrapOptions.AllowWithdrawnVersions)} is set. " +
                "Use B under a TDES KBPK, D under an AES KBPK.");
        }

        if (keyLength is 0 or > MaxKeyLength)
        {
            throw new CryptographyException(CryptographyError.Tr31KeyLength, $"A wrapped key has 1 to {MaxKeyLength} bytes, but this one has {keyLength}.");
        }

        WrappedKeyRules.CheckLength(header.Algorithm, keyLength, options.AllowNonStandardKeyLength, findings);
    }

    /// <summary>The length in bytes that a key is padded to, before the cipher's own alignment.</summary>
    public static int PaddedKeyLength(Tr31Algorithm algorithm, int keyLength, bool hide)
    {
        int hidden = WrappedKeyRules.CipherOf(algorithm) switch
        {
            BlockCipherAlgorithm.Tdes => HiddenTdesLength,
            BlockCipherAlgorithm.Aes => HiddenAesLength,
            _ => 0,
        };
        return hide ? Math.Max(hidden, keyLength) : keyLength;
    }
}
