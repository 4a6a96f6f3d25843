using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>TR-31 key blocks.</summary>
internal sealed class Tr31Tool : ITr31Tool
{
    private const int AlgorithmPosition = 7;

    public string? AlgorithmOfKey(string header)
    {
        string text = header.Trim();
        return text.Length > AlgorithmPosition ? KeyAlgorithms.FamilyOf((Tr31Algorithm)text[AlgorithmPosition]) : null;
    }

    public string? AlgorithmOfProtectionKey(string? version) => version?.TrimStart() switch
    {
        ['A' or 'B' or 'C' or 'a' or 'b' or 'c', ..] => KeyAlgorithms.Tdes,
        ['D' or 'E' or 'd' or 'e', ..] => KeyAlgorithms.Aes,
        _ => null,
    };

    public Tr31Description Read(string block, bool strict) => ToolRefusal.Map(() => Describe(Tr31KeyBlock.Parse(OneLine(block), Options(strict))));

    public Tr31Content Unwrap(string block, KeyMaterial protectionKey, bool strict) => ToolRefusal.Map(() =>
    {
        var parsed = Tr31KeyBlock.Parse(OneLine(block), Options(strict));
        using KeyBlockProtectionKey kbpk = ProtectionKey(protectionKey);
        using Tr31UnwrappedKey unwrapped = parsed.Unwrap(kbpk);
        string algorithm = KeyAlgorithms.OfKey(unwrapped.Header.Algorithm, unwrapped.Key.Length, unwrapped.Header.FindBlock<HmacHashBlock>()?.Hash);
        Tr31Description description = Describe(parsed) with { Warnings = Messages(unwrapped.Warnings) };
        return new Tr31Content(description, new KeyMaterial(algorithm, unwrapped.Key));
    });

    public Tr31Description Wrap(Tr31WrapRequest request) => ToolRefusal.Map(() =>
    {
        using KeyBlockProtectionKey kbpk = ProtectionKey(request.ProtectionKey);
        Tr31KeyBlockHeader header = HeaderWriter.Make(request.Fields, request.Key, request.Version, kbpk.PreferredVersion);
        using SecretBuffer key = request.Key.Copy();
        return Describe(Tr31KeyBlock.Wrap(header, key.Span, kbpk, new Tr31WrapOptions
        {
            HideKeyLength = !request.ShowKeyLength,
            AllowWithdrawnVersions = request.AllowWithdrawnVersions,
            AddKeyCheckValue = request.AddKeyCheckValue,
            AddProtectionKeyCheckValue = request.AddProtectionKeyCheckValue,
        }));
    });

    // Copied from a mail or a terminal, a block has line breaks; blanks inside may be data of an optional block.
    private static string OneLine(string block) => block.Trim().ReplaceLineEndings(string.Empty);

    private static Tr31ReadOptions Options(bool strict) => strict ? Tr31ReadOptions.StrictX9143 : Tr31ReadOptions.Default;

    internal static KeyBlockProtectionKey ProtectionKey(KeyMaterial key)
    {
        using SecretBuffer copy = key.Copy();
        return KeyAlgorithms.Family(key.Algorithm) switch
        {
            BlockCipherAlgorithm.Aes => KeyBlockProtectionKey.FromAes(copy.Span),
            BlockCipherAlgorithm.Tdes => KeyBlockProtectionKey.FromTdes(copy.Span),
            _ => throw new CryptographyException(
                CryptographyError.Tr31ProtectionKeyMismatch,
                $"A key block is protected by a TDES key (versions A, B, C) or an AES key (D, E), but the KBPK is a key of algorithm {key.Algorithm}."),
        };
    }

    private static Tr31Description Describe(Tr31KeyBlock block) => new(block.Text, HeaderText.Describe(block.Header), Messages(block.Warnings));

    private static string[] Messages(IReadOnlyList<CryptographyWarning> warnings) => [.. warnings.Select(warning => warning.Message)];
}
