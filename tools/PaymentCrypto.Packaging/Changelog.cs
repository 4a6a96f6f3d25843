namespace PaymentCrypto.Packaging;

/// <summary>A changelog in the form of Keep a Changelog.</summary>
internal sealed class Changelog
{
    private const string Heading = "## [";
    private const string Unreleased = "Unreleased";

    private readonly Dictionary<string, string> _sections = [];

    /// <summary>Reads a changelog's sections.</summary>
    public static Changelog Read(string path)
    {
        var changelog = new Changelog();
        string name = string.Empty;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                name = line[Heading.Length..].Split(']')[0];
            }
            else if (name.Length > 0)
            {
                changelog._sections[name] = changelog._sections.GetValueOrDefault(name, string.Empty) + line + "\n";
            }
        }

        return changelog;
    }

    /// <summary>The section of a version; before it has one, what is unreleased.</summary>
    /// <param name="version">The version, as in 0.1.0-preview1.</param>
    /// <exception cref="PackagingException">Neither says anything.</exception>
    public string ReleaseNotes(string version)
    {
        string notes = _sections.GetValueOrDefault(version, _sections.GetValueOrDefault(Unreleased, string.Empty)).Trim();
        return notes.Length > 0
            ? notes
            : throw new PackagingException($"CHANGELOG.md says nothing about {version}: neither in a section of its own nor in [{Unreleased}].");
    }
}
