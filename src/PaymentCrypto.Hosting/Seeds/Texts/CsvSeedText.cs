using System.Text;

namespace PaymentCrypto.Hosting.Seeds.Texts;

/// <summary>Reads a seed in CSV (RFC 4180): a line of names, then a line for each key. An empty value is as if its column were not there.</summary>
internal static class CsvSeedText
{
    /// <summary>Reads the whole text as a list of tables.</summary>
    public static SeedValue Read(string text, string source)
    {
        List<(int Line, List<string> Values)> rows = Rows(text, source);
        if (rows.Count == 0)
        {
            throw SeedError.At(source, 1, null, "the first line has the names of the columns, such as Alias,Usage,Algorithm.");
        }

        List<string> names = rows[0].Values;
        List<SeedValue> keys = [];
        foreach ((int line, List<string> values) in rows.Skip(1))
        {
            if (values.Count != names.Count)
            {
                throw SeedError.At(source, line, null, $"it has {values.Count} values where there are {names.Count} columns.");
            }

            SeedTableBuilder key = new(line, source);
            for (int column = 0; column < names.Count; column++)
            {
                if (values[column].Length > 0)
                {
                    key.Add(line, names[column].Trim(), new SeedText(line, values[column]));
                }
            }

            keys.Add(key.Build());
        }

        return new SeedList(1, keys);
    }

    private static List<(int Line, List<string> Values)> Rows(string text, string source)
    {
        List<(int, List<string>)> rows = [];
        List<string> row = [];
        var value = new StringBuilder();
        int line = 1;
        int start = 1;
        for (int index = 0; index <= text.Length; index++)
        {
            char character = index == text.Length ? '\n' : text[index];
            if (character == '"' && value.Length == 0)
            {
                index = Quoted(text, index + 1, value, ref line, source);
            }
            else if (character == ',')
            {
                row.Add(Take(value));
            }
            else if (character == '\n')
            {
                row.Add(Take(value).TrimEnd('\r'));
                if (row is not [{ Length: 0 }])
                {
                    rows.Add((start, row));
                }

                row = [];
                start = ++line;
            }
            else
            {
                value.Append(character);
            }
        }

        return rows;
    }

    // Up to the closing quote; its index is returned.
    private static int Quoted(string text, int index, StringBuilder value, ref int line, string source)
    {
        int start = line;
        for (; index < text.Length; index++)
        {
            if (text[index] == '"')
            {
                if (index + 1 == text.Length || text[index + 1] != '"')
                {
                    return index;
                }

                index++;
            }

            line += text[index] == '\n' ? 1 : 0;
            value.Append(text[index]);
        }

        throw SeedError.At(source, start, null, "a quoted value does not end.");
    }

    private static string Take(StringBuilder value)
    {
        string taken = value.ToString();
        value.Clear();
        return taken;
    }
}
