using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>What a text is that begins like no key block, for forms that people have in its place: a sentence that says how to get a block.</summary>
internal static class HeaderHint
{
    private const int VersionAndLength = 5;

    // The key schemes of a payShield that stand before a TDES key under its own or a transport key (host command manual, "Key Scheme Table").
    private const string CipherSchemes = "UTXYZ";

    /// <summary>A sentence with a blank before it; empty when nothing is known.</summary>
    public static string Of(ReadOnlySpan<char> text) => text switch
    {
        ['R', ..] when BeginsBlock(text[1..]) => " R is the scheme letter that a payShield writes before a TR-31 block: leave out the R.",
        ['S', (>= '0' and <= '9') or (>= 'A' and <= 'E'), ..] =>
            " S is the scheme letter of a Thales key block, which only a payShield with the same LMK opens: have it export the key as TR-31 (scheme R).",
        [var scheme, ..] when CipherSchemes.Contains(scheme, StringComparison.Ordinal) && HexText.IsHex(text[1..]) =>
            $" {scheme} is the scheme letter of a payShield for a bare TDES key under another key, which is no key block: have it export the key as TR-31 "
                + "(scheme R).",
        [>= 'a' and <= 'e', ..] => " The letters of a header are upper case: something has changed them.",
        _ when BeginsEncoded(text) => " It is the hex of a block's characters: convert it to text.",
        _ => string.Empty,
    };

    private static bool BeginsBlock(ReadOnlySpan<char> text) =>
        text.Length >= VersionAndLength && text[0] is >= 'A' and <= 'E' && text[1..VersionAndLength].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool BeginsEncoded(ReadOnlySpan<char> text)
    {
        Span<byte> decoded = stackalloc byte[VersionAndLength];
        Span<char> characters = stackalloc char[VersionAndLength];
        return text.Length >= 2 * VersionAndLength && HexText.TryDecode(text, decoded, out _)
            && Encoding.ASCII.GetChars(decoded, characters) > 0 && BeginsBlock(characters);
    }
}
