using System.Globalization;

namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>Says what something that carries no key looks like.</summary>
internal static class Likeness
{
    public static string Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x1F, 0x8B, ..] => "a gzip archive",
        [(byte)'P', (byte)'K', 3 or 5, ..] => "a ZIP archive, or a document of an office program",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
        [0xFE, 0xED, 0xFE, 0xED, ..] => "a Java key store",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', ..] => "a program",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes of no form that is known"),
    };

    public static string Of(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        return trimmed switch
        {
            ['<', ..] => "HTML or XML",
            ['{', ..] or ['[', ..] => "JSON without a wrapped key in it",
            _ when trimmed.StartsWith("ssh-", StringComparison.Ordinal) => "a public key of SSH",
            _ when trimmed.StartsWith("arn:aws", StringComparison.Ordinal) => "an ARN, the name of a key and not the key",
            _ when trimmed.StartsWith("alias/", StringComparison.Ordinal) => "an alias, the name of a key and not the key",
            _ when !trimmed.ContainsAny('\n', '\r') && trimmed.ContainsAny('/', '\\') => "the path of a file that is not there",
            _ => string.Create(CultureInfo.InvariantCulture, $"text of {trimmed.Length} characters of no form that is known"),
        };
    }
}
