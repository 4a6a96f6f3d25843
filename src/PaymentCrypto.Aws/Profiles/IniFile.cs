namespace PaymentCrypto.Aws.Profiles;

/// <summary>
/// The INI dialect of the AWS files: sections in brackets, <c>name = value</c>, comments on their own line after # or ; and behind
/// a value after white space. An indented <c>name = value</c> below a setting without a value belongs to that setting.
/// </summary>
internal static class IniFile
{
    /// <summary>Reads sections by their header, as between the brackets, with single spaces.</summary>
    /// <returns>The settings of each section; a nested one is named <c>outer/inner</c>. Names are in lower case.</returns>
    internal static Dictionary<string, Dictionary<string, string>> Parse(IEnumerable<string> lines)
    {
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        Dictionary<string, string>? section = null;
        string? outer = null;
        foreach (string line in lines)
        {
            string content = line.Trim();
            if (content.Length == 0 || content[0] is '#' or ';')
            {
                continue;
            }

            if (content[0] == '[' && !char.IsWhiteSpace(line[0]))
            {
                section = SectionOf(sections, content);
                outer = null;
            }
            else if (section is not null && content.IndexOf('=', StringComparison.Ordinal) is int equals and > 0)
            {
                string name = content[..equals].Trim().ToLowerInvariant();
                string value = WithoutComment(content[(equals + 1)..]);
                bool nested = char.IsWhiteSpace(line[0]) && outer is not null;
                section[nested ? $"{outer}/{name}" : name] = value;
                outer = nested ? outer : value.Length == 0 ? name : null;
            }
        }

        return sections;
    }

    // A section that appears twice goes on.
    private static Dictionary<string, string>? SectionOf(Dictionary<string, Dictionary<string, string>> sections, string header)
    {
        int end = header.IndexOf(']', StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        string name = string.Join(' ', header[1..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (!sections.TryGetValue(name, out Dictionary<string, string>? section))
        {
            sections.Add(name, section = new Dictionary<string, string>(StringComparer.Ordinal));
        }

        return section;
    }

    private static string WithoutComment(string value)
    {
        for (int i = 1; i < value.Length; i++)
        {
            if (value[i] is '#' or ';' && char.IsWhiteSpace(value[i - 1]))
            {
                return value[..i].Trim();
            }
        }

        return value.Trim();
    }
}
