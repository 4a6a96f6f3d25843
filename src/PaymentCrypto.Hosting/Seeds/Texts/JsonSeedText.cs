using System.Text;
using System.Text.Json;

namespace PaymentCrypto.Hosting.Seeds.Texts;

/// <summary>Reads a seed in JSON. Comments and trailing commas are let pass: people write it by hand.</summary>
internal static class JsonSeedText
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <summary>Reads the whole text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="source">What it is called in errors.</param>
    public static SeedValue Read(ReadOnlySpan<byte> utf8, string source)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            reader.Read();
            SeedValue value = Value(ref reader, utf8, source);
            if (reader.Read())
            {
                throw SeedError.At(source, LineOf(utf8, reader.TokenStartIndex), null, "something follows the end of the seed.");
            }

            return value;
        }
        catch (JsonException e)
        {
            // The message of the parser may quote the text, and with it a key.
            throw SeedError.At(source, (int)(e.LineNumber ?? 0) + 1, null,
                FormattableString.Invariant($"this is not JSON, at byte {(e.BytePositionInLine ?? 0) + 1} of the line."), e);
        }
        catch (InvalidOperationException e)
        {
            throw SeedError.At(source, LineOf(utf8, reader.TokenStartIndex), null, "a text is not UTF-8, or has a broken escape.", e);
        }
    }

    private static int LineOf(ReadOnlySpan<byte> utf8, long position) => utf8[..(int)Math.Min(position, utf8.Length)].Count((byte)'\n') + 1;

    private static SeedValue Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string source)
    {
        int line = LineOf(utf8, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Table(ref reader, utf8, line, source);
            case JsonTokenType.StartArray:
                List<SeedValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, utf8, source));
                }

                return new SeedList(line, items);
            case JsonTokenType.True or JsonTokenType.False:
                return new SeedFlag(line, reader.TokenType == JsonTokenType.True);
            case JsonTokenType.Null:
                return new SeedNothing(line);
            case JsonTokenType.Number:
                return new SeedText(line, Encoding.UTF8.GetString(reader.ValueSpan));
            default:
                return new SeedText(line, reader.GetString()!);
        }
    }

    private static SeedTable Table(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, int line, string source)
    {
        SeedTableBuilder table = new(line, source);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            int at = LineOf(utf8, reader.TokenStartIndex);
            string name = reader.GetString()!;
            reader.Read();
            table.Add(at, name, Value(ref reader, utf8, source));
        }

        return table.Build();
    }
}
