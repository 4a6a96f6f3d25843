namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>What X9.143 demands of fields and optional blocks together.</summary>
internal static class HeaderRules
{
    private const string HmacUsage = "M7";
    private const int PaddingHeaderLength = 4;

    public static void Check(Tr31KeyBlockHeader header, int blocksLength, Findings findings)
    {
        int blockSize = CipherBlockSize(header.Version);
        if (blocksLength % blockSize != 0)
        {
            findings.Deviation(
                CryptographyError.Tr31OptionalBlock,
                $"The optional blocks have {blocksLength} characters in all; version {header.Version} wants a multiple of {blockSize}, filled up with a PB "
                    + "block.");
        }

        CheckPadding(header, blocksLength, blockSize, findings);
        if (header.Algorithm == Tr31Algorithm.Aes && (header.KeyUsage.Code is "B0" or "B1") && header.FindBlock("KS") is not null)
        {
            findings.Deviation(
                CryptographyError.Tr31OptionalBlock,
                "A KS block belongs to TDES DUKPT, but the key is AES. X9.143 wants IK for an initial key, or BI for a base derivation key.");
        }

        if (header.Algorithm is Tr31Algorithm.Tdes or Tr31Algorithm.Des && header.FindBlock("IK") is not null)
        {
            findings.Deviation(
                CryptographyError.Tr31OptionalBlock,
                "An IK block belongs to AES DUKPT, but the key is TDES. X9.143 wants KS for an initial key, or BI for a base derivation key.");
        }

        if (WrappedKeyRules.CipherOf(header.Algorithm) is { } cipher && header.KeyUsage.Code != HmacUsage && header.FindBlock("HM") is not null)
        {
            findings.Deviation(CryptographyError.Tr31OptionalBlock, $"An HM block names the hash of an HMAC key, but the key is {cipher}.");
        }

        if ((header.Algorithm == Tr31Algorithm.Hmac || header.KeyUsage.Code == HmacUsage) && header.FindBlock("HM") is null)
        {
            // Even strict readers of other makers take such a block, and the parties may have agreed on the hash.
            findings.Advice(CryptographyError.Tr31OptionalBlock, "An HMAC key needs an HM block that names its hash, but there is none.");
        }
    }

    /// <summary>
    /// PB fills the gap to whole cipher blocks. One that fills none or more than one is room for whatever a sender wants to hide in a header;
    /// a gap that is shorter than the block's own four characters takes a further cipher block, and a gap of just four may.
    /// </summary>
    private static void CheckPadding(Tr31KeyBlockHeader header, int blocksLength, int blockSize, Findings findings)
    {
        if (header.FindBlock("PB") is not { } padding)
        {
            return;
        }

        int length = padding.Text.Length;
        int gap = (blockSize - ((blocksLength - length) % blockSize)) % blockSize;
        int longest = gap is > 0 and <= PaddingHeaderLength ? gap + blockSize : gap;
        if (length > longest)
        {
            findings.Deviation(
                CryptographyError.Tr31OptionalBlock,
                $"The padding block PB has {length} characters, but the optional blocks before it lack {gap} to a multiple of {blockSize}.");
        }
    }

    /// <summary>The block size, in bytes, of the cipher that a version uses.</summary>
    public static int CipherBlockSize(Tr31Version version) => version is Tr31Version.D or Tr31Version.E ? 16 : 8;
}
