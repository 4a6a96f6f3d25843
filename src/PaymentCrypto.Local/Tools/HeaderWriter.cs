using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

namespace PaymentCrypto.Local.Tools;

/// <summary>Makes the header of a new block from what the user said.</summary>
internal static class HeaderWriter
{
    private const string ServicePrefix = "TR31_";

    /// <summary>The header for a key.</summary>
    /// <param name="fields">What the user said.</param>
    /// <param name="key">The key that the header is for.</param>
    /// <param name="version">The version; null for that of the header given.</param>
    /// <param name="fallback">The version when neither says one.</param>
    public static Tr31KeyBlockHeader Make(KeyBlockFields fields, KeyMaterial key, string? version, Tr31Version fallback)
    {
        if (fields.Header is { } text)
        {
            var given = Tr31KeyBlockHeader.Parse(WithoutLength(text));
            CheckAlgorithm(given, key);
            return version is null ? given : given with { Version = Version(version) };
        }

        string usage = Usage(fields.KeyUsage);
        return new Tr31KeyBlockHeader
        {
            Version = version is null ? fallback : Version(version),
            KeyUsage = new Tr31KeyUsage(usage),
            Algorithm = KeyAlgorithms.Letter(key.Algorithm),
            ModeOfUse = ModeOfUse(fields.ModeOfUse, usage),
            Exportability = Exportability(fields.Exportability),
            KeyVersion = fields.KeyVersion,
            OptionalBlocks = Blocks(fields, key),
        };
    }

    // A length in a header that is to be used again belongs to another block.
    private static string WithoutLength(string text)
    {
        const int start = 1;
        const int length = 4;
        string trimmed = text.Trim();
        return trimmed.Length < Tr31KeyBlockHeader.FixedLength ? trimmed : string.Concat(trimmed.AsSpan(0, start), "0000", trimmed.AsSpan(start + length));
    }

    private static void CheckAlgorithm(Tr31KeyBlockHeader header, KeyMaterial key)
    {
        Tr31Algorithm letter = KeyAlgorithms.Letter(key.Algorithm);
        if (header.Algorithm != letter && !(KeyAlgorithms.FamilyOf(header.Algorithm) == KeyAlgorithms.Hmac && letter == Tr31Algorithm.Hmac))
        {
            throw new KeyInputException(
                KeyInputFailure.AlgorithmMismatch,
                $"The header says algorithm {(char)header.Algorithm}, but the key is of algorithm {key.Algorithm}, which is {(char)letter}.");
        }
    }

    private static Tr31Version Version(string text) =>
        text.Length == 1 && Enum.IsDefined((Tr31Version)char.ToUpperInvariant(text[0]))
            ? (Tr31Version)char.ToUpperInvariant(text[0])
            : throw new CryptographyException(
            CryptographyError.Tr31Version, $"The version of a key block is A, B, C, D or E, not '{text}'.");

    private static string Usage(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw new CryptographyException(CryptographyError.Tr31HeaderField, "A key block needs a key usage such as P0.");
        }

        string code = text.StartsWith(ServicePrefix, StringComparison.OrdinalIgnoreCase) && text.Length > ServicePrefix.Length + 2
            ? text.Substring(ServicePrefix.Length, 2)
            : text;
        return code.ToUpperInvariant();
    }

    private static Tr31ModeOfUse ModeOfUse(string? text, string usage)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Widest(usage);
        }

        return text.Length == 1 ? (Tr31ModeOfUse)char.ToUpperInvariant(text[0])
            : Enum.TryParse(text, ignoreCase: true, out Tr31ModeOfUse mode) && Enum.IsDefined(mode) ? mode
            : throw new CryptographyException(
                CryptographyError.Tr31HeaderField,
                $"A mode of use is one letter such as B, or one of {string.Join(", ", Enum.GetNames<Tr31ModeOfUse>())}, not '{text}'.");
    }

    /// <summary>The widest mode that a key of the usage has in the service's table of valid keys.</summary>
    private static Tr31ModeOfUse Widest(string usage) => usage[0] switch
    {
        'B' or 'E' => Tr31ModeOfUse.Derive,
        'C' or 'M' or 'V' => Tr31ModeOfUse.GenerateAndVerify,
        'P' => usage == "P1" ? Tr31ModeOfUse.GenerateAndVerify : Tr31ModeOfUse.EncryptAndDecrypt,
        'D' or 'K' => Tr31ModeOfUse.EncryptAndDecrypt,
        'S' => Tr31ModeOfUse.SignOnly,
        _ => Tr31ModeOfUse.NoRestriction,
    };

    private static Tr31Exportability Exportability(string text) => text.ToUpperInvariant() switch
    {
        "E" or KeyExportability.Exportable => Tr31Exportability.Exportable,
        "N" or KeyExportability.NonExportable => Tr31Exportability.NonExportable,
        "S" or KeyExportability.Sensitive => Tr31Exportability.Sensitive,
        _ => throw new CryptographyException(
            CryptographyError.Tr31HeaderField, $"Exportability is E, N or S, or one of {string.Join(", ", KeyExportability.All)}, not '{text}'."),
    };

    private static List<Tr31OptionalBlock> Blocks(KeyBlockFields fields, KeyMaterial key)
    {
        List<Tr31OptionalBlock> blocks = [.. fields.OptionalBlocks.Select(block => new Tr31OptionalBlock(block.Id.ToUpperInvariant(), block.Data))];
        if (KeyAlgorithms.HashOf(key.Algorithm) is { } hash && !blocks.Exists(block => block.Id == "HM"))
        {
            blocks.Add(new HmacHashBlock(hash));
        }

        string? doubled = blocks.GroupBy(block => block.Id).FirstOrDefault(group => group.Count() > 1)?.Key;
        return doubled is null ? blocks : throw new CryptographyException(
            CryptographyError.Tr31OptionalBlock, string.Create(CultureInfo.InvariantCulture, $"Optional block {doubled} is given more than once."));
    }
}
