using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>Which identifier has which content (X9.143). A new kind of block is one line here and one type beside it.</summary>
internal static class OptionalBlockContent
{
    /// <summary>The block with its content understood, or as it came when there is nothing to understand.</summary>
    public static Tr31OptionalBlock Read(string id, string data, Findings findings)
    {
        (Tr31OptionalBlock? block, string? expected) = id switch
        {
            "AL" => (AsymmetricKeyLifeBlock.TryRead(data), "01 and then 00 (ephemeral) or 01 (static)"),
            "BI" => (BaseDerivationKeyIdBlock.TryRead(data), "00 and 10 hex digits (TDES) or 01 and 8 hex digits (AES)"),
            "CT" => (CertificateBlock.TryRead(data), "00 or 01 and one base64 certificate, or 02 and a chain of (format, 4 hex digits length, base64)"),
            "DA" => (DerivationsAllowedBlock.TryRead(data), "01 and then 5 characters for each derivation"),
            "HM" => (HmacHashBlock.TryRead(data), "two hex digits that name a hash"),
            "IK" => (InitialKeyIdBlock.TryRead(data), "16 hex digits"),
            "KC" or "KP" or "PK" => (KeyCheckValueBlock.TryRead(id, data), "00 and up to 6 hex digits, or 01 and up to 10"),
            "KS" => (KeySerialNumberBlock.TryRead(data), "20 hex digits (or 16, before X9.143)"),
            "TC" or "TS" => (TimeBlock.TryRead(id, data), "an ISO 8601 time in UTC with Z, with or without separators and hundredths"),
            "WP" => (WrappingPedigreeBlock.TryRead(data), "00 and then 0, 1, 2 or 3"),
            "FL" or "KV" or "LB" or "PB" => (new Tr31OptionalBlock(id, data), string.Empty),
            _ => Undefined(id, data, findings),
        };
        if (block is not null)
        {
            if (WrittenForm.Oddity(block) is { } oddity)
            {
                findings.Deviation(CryptographyError.Tr31OptionalBlockContent, $"Optional block {id} {oddity}.");
            }

            return block;
        }

        findings.Deviation(CryptographyError.Tr31OptionalBlockContent, $"Optional block {id} holds \"{Printable.Quote(data)}\"; X9.143 wants {expected}.");
        return new Tr31OptionalBlock(id, data);
    }

    private static (Tr31OptionalBlock? Block, string Expected) Undefined(string id, string data, Findings findings)
    {
        var block = new Tr31OptionalBlock(id, data);
        if (!block.IsProprietary)
        {
            findings.Deviation(CryptographyError.Tr31OptionalBlockContent, $"Optional block {id} is not defined by X9.143; it is kept as it is.");
        }

        return (block, string.Empty);
    }
}
