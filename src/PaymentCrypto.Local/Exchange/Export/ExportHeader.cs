using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>The key block header of an exported key: its own attributes, or stricter ones that the caller asks for.</summary>
internal static class ExportHeader
{
    // The service counts two characters of id and two of length for each block.
    private const int MostOptionalCharacters = 112;
    private const int OptionalBlockOverhead = 4;
    private const string PaddingId = "PB";

    /// <summary>Builds the header.</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">The key block version.</param>
    /// <param name="asked">What the caller wants to be different; null for nothing.</param>
    /// <exception cref="ValidationException">It asks for more than the key has, or for too many optional blocks.</exception>
    public static Tr31KeyBlockHeader Of(ExportedKey key, Tr31Version version, KeyBlockHeaders? asked)
    {
        Tr31KeyBlockHeader header = KeyBlockMapping.ToHeader(key.Attributes, version);
        if (key.IsInitialKey)
        {
            header = header with { KeyUsage = new Tr31KeyUsage("B1"), Exportability = Tr31Exportability.Sensitive };
        }

        if (asked is null)
        {
            return header;
        }

        if (asked.KeyModesOfUse is { } modes)
        {
            header = header with { ModeOfUse = ModeWithin(modes, key.Attributes.KeyModesOfUse!) };
        }

        if (asked.KeyExportability is { } exportability)
        {
            header = header with { Exportability = ToLetter(exportability) };
        }

        return Refusals.Of("KeyBlockHeaders", () => header with
        {
            KeyVersion = asked.KeyVersion ?? header.KeyVersion,
            OptionalBlocks = WithAsked(header.OptionalBlocks, BlocksOf(asked.OptionalBlocks)),
        });
    }

    // The block HM is written by itself. Asking for the same one is no contradiction; another hash would make it another key.
    private static Tr31OptionalBlock[] WithAsked(IReadOnlyList<Tr31OptionalBlock> own, IEnumerable<Tr31OptionalBlock> asked)
    {
        List<Tr31OptionalBlock> blocks = [.. own];
        foreach (Tr31OptionalBlock block in asked)
        {
            Tr31OptionalBlock? present = blocks.Find(candidate => candidate.Id == block.Id);
            if (present is null)
            {
                blocks.Add(block);
            }
            else if (present.Data != block.Data)
            {
                throw new ValidationException($"KeyBlockHeaders.OptionalBlocks has {block.Id} = {block.Data}, but the key's own block is {present.Data}.");
            }
        }

        // X9.143 wants the padding block last; a map has no order.
        return [.. blocks.OrderBy(block => block.Id == PaddingId)];
    }

    private static Tr31ModeOfUse ModeWithin(KeyModesOfUse asked, KeyModesOfUse held)
    {
        Tr31ModeOfUse letter = ModeLetters.ToLetter(asked)
            ?? throw new ValidationException("KeyBlockHeaders.KeyModesOfUse is not a set of modes that a key block header can carry.");
        return ModeLetters.AreWithin(asked, held)
            ? letter
            : throw new ValidationException(
                $"KeyBlockHeaders.KeyModesOfUse asks for mode {(char)letter}, which allows more than the key's own mode "
                    + $"{(char?)ModeLetters.ToLetter(held)}. A header may only be stricter: {(char?)ModeLetters.ToLetter(held)} or less.");
    }

    private static Tr31Exportability ToLetter(string exportability) => exportability switch
    {
        KeyExportability.NonExportable => Tr31Exportability.NonExportable,
        KeyExportability.Sensitive => Tr31Exportability.Sensitive,
        _ => Tr31Exportability.Exportable,
    };

    private static IEnumerable<Tr31OptionalBlock> BlocksOf(IReadOnlyDictionary<string, string>? blocks)
    {
        int characters = blocks?.Sum(block => OptionalBlockOverhead + block.Value.Length) ?? 0;
        return characters > MostOptionalCharacters
            ? throw new ValidationException(
                $"KeyBlockHeaders.OptionalBlocks take {characters} characters with their ids and lengths: at most {MostOptionalCharacters} are allowed.")
            : (blocks ?? new Dictionary<string, string>()).Select(block => new Tr31OptionalBlock(block.Key, block.Value));
    }
}
