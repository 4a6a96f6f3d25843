using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>
/// Sees what a text is, takes off what is around it - encodings, messages, quotes, line breaks - and says what it took off. Never throws for
/// what it is given.
/// </summary>
public static partial class MaterialForm
{
    /// <summary>The longest text that is looked at, in characters.</summary>
    public const int MaximumLength = 256 * 1024;

    private const int MostLayers = 4;
    private const int LeastRsaLength = 96;
    private const int MostRsaLength = 640;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'`\u201C\u201D\u2018\u2019");

    /// <summary>Recognises a text.</summary>
    /// <param name="text">Characters; for bytes that are no text, their hex digits.</param>
    /// <returns>What it is, and what there is to say about its form.</returns>
    public static RecognisedMaterial Recognise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var examination = new Examination();
        if (text.Length > MaximumLength)
        {
            examination.Fail(ExchangeCause.FormTooLarge, string.Create(CultureInfo.InvariantCulture, $"The input has {text.Length} characters."),
                $"at most {MaximumLength}");
            return Made(MaterialKind.None, text: null, default, examination);
        }

        if (text.AsSpan().Trim('\uFEFF').IsWhiteSpace())
        {
            examination.Fail(ExchangeCause.FormEmpty, "The input is empty.");
            return Made(MaterialKind.None, text: null, default, examination);
        }

        return Layer(text.Trim('\uFEFF').Trim(), MostLayers, examination) ?? Unrecognised(text, examination);
    }

    private static RecognisedMaterial? Layer(string text, int layersLeft, Examination examination)
    {
        if (layersLeft == 0)
        {
            return null;
        }

        ReadOnlySpan<char> unquoted = text.AsSpan().Trim().TrimEnd(",;").Trim();
        if (unquoted.Length > 2 && Quotes.Contains(unquoted[0]) && Quotes.Contains(unquoted[^1]))
        {
            return Inside(unquoted[1..^1].ToString(), layersLeft, examination, ExchangeCause.FormEnvelope, "There are quotes around it.",
                "the same without them");
        }

        return Around(Surroundings.Transports(text), layersLeft, examination)
            ?? OfText(text, examination)
            ?? OfJson(text, layersLeft, examination)
            ?? OfDigits(text, layersLeft, examination)
            ?? Around(Surroundings.Others(text), layersLeft, examination);
    }

    private static RecognisedMaterial? Around(IEnumerable<Surrounding> surroundings, int layersLeft, Examination examination) => surroundings
        .Select(around => Inside(around.Inner, layersLeft, examination, ExchangeCause.FormEnvelope, around.Found, around.Expected))
        .FirstOrDefault(static found => found is not null);

    /// <summary>What is inside counts only if it is something: digits and letters are hex or base64 of nonsense too.</summary>
    private static RecognisedMaterial? Inside(string inner, int layersLeft, Examination examination, string check, string found, string expected)
    {
        var inside = new Examination();
        if (Layer(inner, layersLeft - 1, inside) is not { } material)
        {
            return null;
        }

        examination.Fail(check, found, expected);
        examination.Add(inside.Findings);
        return material with { Findings = examination.Findings };
    }

    private static RecognisedMaterial? OfText(string text, Examination examination)
    {
        if (text.Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            return OfPem(text, examination);
        }

        string compact = Compact(text);
        if (ForeignLayout.Find(compact, examination, out string? inner))
        {
            return inner is null ? Made(MaterialKind.Foreign, compact, default, examination) : OfKeyBlock(inner, inner, examination);
        }

        if (KeyBlockShape.IsLike(compact))
        {
            return OfKeyBlock(text, compact, examination);
        }

        if (ServiceTokenPattern().IsMatch(compact))
        {
            examination.Pass(ExchangeCause.ServiceToken, $"This is an {compact[..6]} token of the service.");
            return Made(MaterialKind.ServiceToken, compact, default, examination);
        }

        return RefusalExamination.IsError(text) ? Made(MaterialKind.ErrorText, text, default, examination) : null;
    }

    private static RecognisedMaterial OfKeyBlock(string text, string compact, Examination examination)
    {
        string[] lines = text.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > 1 && Array.TrueForAll(lines, static line => KeyBlockShape.IsLike(line) && line.Length >= KeyBlockShape.LengthOf(line)))
        {
            examination.Fail(ExchangeCause.FormSeveral,
                string.Create(CultureInfo.InvariantCulture, $"There are {lines.Length} TR-31 blocks; this is about the first."), "one block");
            text = compact = lines[0];
        }

        // The blanks of an optional block are part of it: then the length fits as the text is.
        string line = string.Concat(text.Trim().Where(static c => c is not ('\r' or '\n')));
        string block = KeyBlockShape.LengthOf(line) == line.Length ? line : compact;
        if (text.Trim().Length != block.Length)
        {
            examination.Fail(ExchangeCause.FormLineBreaks, "There are line breaks or blanks inside the block.", "one line without blanks");
        }

        if (block.AsSpan().ContainsAnyInRange('a', 'z') && !block.AsSpan(0, KeyBlockShape.HeaderLength).ContainsAnyInRange('A', 'Z'))
        {
            examination.Fail(ExchangeCause.FormLetterCase, "The block is in lower case.", "upper case");
            block = block.ToUpperInvariant();
        }
        else if (LowerCasePayload(block))
        {
            examination.Fail(ExchangeCause.FormLetterCase, "The hex digits of the payload are in lower case.", "upper case");
        }

        return Made(MaterialKind.KeyBlock, block, default, examination);
    }

    // Optional blocks may have lower-case letters of their own; the MAC, which every version ends with, may not.
    private static bool LowerCasePayload(string block)
    {
        const int shortestMac = 8;
        ReadOnlySpan<char> end = block.AsSpan(Math.Max(KeyBlockShape.HeaderLength, block.Length - (2 * shortestMac)));
        return end.ContainsAnyInRange('a', 'f') && !end.ContainsAnyExcept(HexDigits);
    }

    private static RecognisedMaterial? OfPem(string text, Examination examination)
    {
        ReadOnlySpan<char> rest = text.AsSpan();
        List<string> labels = [];
        byte[]? only = null;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            labels.Add(rest[fields.Label].ToString());
            only ??= Convert.FromBase64String(rest[fields.Base64Data].ToString());
            rest = rest[fields.Location.End..];
        }

        if (labels.Count == 0)
        {
            examination.Fail(ExchangeCause.FormCut, "There is a BEGIN line, and no complete PEM block with the END line of the same label.",
                "BEGIN line, base64, END line");
            return Made(MaterialKind.None, text, default, examination);
        }

        if (labels.Exists(static label => label.EndsWith("PRIVATE KEY", StringComparison.Ordinal)))
        {
            return Made(MaterialKind.PrivateKey, text, default, examination);
        }

        if (labels.TrueForAll(static label => label == "CERTIFICATE"))
        {
            return Made(MaterialKind.Certificates, text, only!, examination);
        }

        if (labels[0].EndsWith("CERTIFICATE REQUEST", StringComparison.Ordinal))
        {
            return Made(MaterialKind.SigningRequest, text, only!, examination);
        }

        return OfBytes(only!, examination, "PEM");
    }

    private static RecognisedMaterial? OfJson(string text, int layersLeft, Examination examination)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            return Strings(document.RootElement)
                .Select(member => Inside(member.Value, layersLeft, examination, ExchangeCause.FormEnvelope,
                    $"This is JSON; its member {member.Name} holds the wrapped key.", "its value alone"))
                .FirstOrDefault(static found => found is not null);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // Also half a surrogate pair, and a string of the JSON that is no text.
            return null;
        }
    }

    private static IEnumerable<(string Name, string Value)> Strings(JsonElement element) =>
        element.EnumerateObject().SelectMany(static member => member.Value.ValueKind switch
    {
        JsonValueKind.Object => Strings(member.Value),
        JsonValueKind.String => [(member.Name, member.Value.GetString()!)],
        _ => [],
    }).OrderByDescending(static member => member.Name is "WrappedKeyBlock" or "KeyMaterial" or "WrappedKeyCryptogram");

    private static RecognisedMaterial? OfDigits(string text, int layersLeft, Examination examination)
    {
        string compact = Compact(text);
        string digits = compact.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? compact[2..] : compact;
        digits = digits.Replace(":", string.Empty, StringComparison.Ordinal);
        if (digits.Length > 0 && !digits.AsSpan().ContainsAnyExcept(HexDigits))
        {
            return OfHex(digits, compact, text, layersLeft, examination);
        }

        byte[] decoded = new byte[compact.Length];
        if (!Convert.TryFromBase64String(compact, decoded, out int length) || length == 0)
        {
            return null;
        }

        byte[] bytes = decoded[..length];
        if (AsText(bytes) is { } inner)
        {
            // Base64 of PEM is the service's own form of a certificate.
            return inner.StartsWith("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
                ? OfPem(inner, examination)
                : Inside(inner, layersLeft, examination, ExchangeCause.FormEncodedTwice, "The text is base64 of a text.", "the text inside");
        }

        return OfBytes(bytes, examination, "base64");
    }

    private static RecognisedMaterial? OfHex(string digits, string compact, string text, int layersLeft, Examination examination)
    {
        if (digits.Length % 2 != 0)
        {
            examination.Fail(CryptographyError.InvalidHex.ToString(), string.Create(CultureInfo.InvariantCulture,
                $"There are {digits.Length} hex digits, an odd number: a digit is missing or too many."), "two digits to a byte");
            return Made(MaterialKind.None, text, default, examination);
        }

        byte[] bytes = Convert.FromHexString(digits);
        if (AsText(bytes) is { } inner
            && Inside(inner, layersLeft, examination, ExchangeCause.FormEncodedTwice, "The text is hex of a text.", "the text inside") is { } twice)
        {
            return twice;
        }

        if (Ebcdic.AsText(bytes) is { } mainframe && KeyBlockShape.IsLike(mainframe)
            && Inside(mainframe, layersLeft, examination, ExchangeCause.FormCharacterSet, "The characters are EBCDIC.", "ASCII") is { } converted)
        {
            return converted;
        }

        if (OfBytes(bytes, examination, "hex") is not { } found)
        {
            return null;
        }

        var form = new Examination();
        if (digits.Length != compact.Length)
        {
            form.Fail(ExchangeCause.FormEnvelope, "There is a 0x before the digits, or there are colons between them.", "the digits alone");
        }

        if (digits.AsSpan().ContainsAnyInRange('a', 'f'))
        {
            form.Fail(ExchangeCause.FormLetterCase, "The hex digits are in lower case.", "upper case");
        }

        if (compact.Length != text.Length)
        {
            form.Fail(ExchangeCause.FormLineBreaks, "There are line breaks or blanks between the hex digits.", "one line");
        }

        form.Add(found.Findings);
        return found with { Findings = form.Findings };
    }

    private static RecognisedMaterial? OfBytes(byte[] bytes, Examination examination, string form)
    {
        MaterialKind? kind = DerShape.KindOf(bytes, out string? what);
        if (kind is { } known)
        {
            return Made(known, text: null, bytes, examination);
        }

        if (what.StartsWith("a PKCS", StringComparison.Ordinal))
        {
            examination.Fail(ExchangeCause.FormBag, $"This is {what}.", "one certificate");
            return Made(MaterialKind.None, text: null, bytes, examination);
        }

        if (bytes.Length is 8 or 16 or 24 or 32 or 40 or 48)
        {
            return Made(MaterialKind.BareCryptogram, text: null, bytes, examination);
        }

        if (bytes.Length is >= LeastRsaLength and <= MostRsaLength && AsText(bytes) is null && form != "PEM")
        {
            return Made(MaterialKind.RsaCryptogram, text: null, bytes, examination);
        }

        return null;
    }

    private static RecognisedMaterial Unrecognised(string text, Examination examination)
    {
        string compact = Compact(text);
        byte[]? bytes = compact.Length % 2 == 0 && !compact.AsSpan().ContainsAnyExcept(HexDigits) ? Convert.FromHexString(compact) : null;
        string like = bytes is null
            ? Likeness.Of(text)
            : bytes is [0x30, ..]
            ? Asn1Likeness(bytes)
            : AsText(bytes) is { } inner
            ? Likeness.Of(inner)
            : Likeness.Of(bytes);
        examination.Fail(ExchangeCause.FormUnknown, $"This looks like {like}.", "a TR-31 block, a TR-34 token, a cryptogram or a certificate");
        return Made(MaterialKind.None, text, bytes, examination);
    }

    private static string Asn1Likeness(byte[] bytes)
    {
        DerShape.KindOf(bytes, out string? what);
        return what;
    }

    /// <summary>Bytes that are a text of printable ASCII; null for others.</summary>
    private static string? AsText(ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            if (b is (< 0x20 or > 0x7E) and not ((byte)'\r' or (byte)'\n' or (byte)'\t'))
            {
                return null;
            }
        }

        return bytes.IsEmpty ? null : Encoding.ASCII.GetString(bytes);
    }

    private static string Compact(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c) && c != '\uFEFF'));

    private static RecognisedMaterial Made(MaterialKind kind, string? text, ReadOnlyMemory<byte> bytes, Examination examination)
        => new() { Kind = kind, Text = text ?? string.Empty, Bytes = bytes, Findings = examination.Findings };

    private static SearchValues<char> HexDigits { get; } = SearchValues.Create("0123456789ABCDEFabcdef");

    [GeneratedRegex(@"\A(?:import|export)-token-[0-9a-zA-Z]{10,}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ServiceTokenPattern();
}
