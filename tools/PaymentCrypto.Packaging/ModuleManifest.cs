using System.Collections;
using System.Management.Automation.Language;

namespace PaymentCrypto.Packaging;

/// <summary>A module manifest: its text, and what a package says of it.</summary>
internal sealed class ModuleManifest
{
    private readonly Hashtable _data;
    private readonly Hashtable _published;

    private ModuleManifest(string text)
    {
        Text = text;
        _data = (Hashtable)Table(text).SafeGetValue();
        _published = (Hashtable)((Hashtable)_data["PrivateData"]!)["PSData"]!;
    }

    /// <summary>The manifest as a file has it.</summary>
    public string Text { get; }

    /// <summary>The version with its prerelease label.</summary>
    public string Version => Prerelease.Length > 0 ? $"{ModuleVersion}-{Prerelease}" : ModuleVersion;

    /// <summary>The module's GUID.</summary>
    public string Guid => Field("GUID");

    /// <summary>Who wrote it.</summary>
    public string Author => Field("Author");

    /// <summary>Who offers it.</summary>
    public string CompanyName => Field("CompanyName");

    /// <summary>The copyright line.</summary>
    public string Copyright => Field("Copyright");

    /// <summary>What it is, in a sentence.</summary>
    public string Description => Field("Description");

    /// <summary>Where the licence can be read.</summary>
    public string LicenseUri => Published("LicenseUri");

    /// <summary>What is new, in Markdown.</summary>
    public string ReleaseNotes => Published("ReleaseNotes");

    /// <summary>The tags that the manifest gives itself.</summary>
    public IReadOnlyList<string> Tags => Strings(_published["Tags"]);

    /// <summary>The cmdlets.</summary>
    public IReadOnlyList<string> Cmdlets => Strings(_data["CmdletsToExport"]);

    private string ModuleVersion => Field("ModuleVersion");

    private string Prerelease => _published["Prerelease"] as string ?? string.Empty;

    /// <summary>Reads a manifest.</summary>
    public static ModuleManifest Read(string path) => new(File.ReadAllText(path).ReplaceLineEndings("\n"));

    /// <summary>The same manifest with other release notes and the project's address.</summary>
    /// <param name="releaseNotes">What is new, in Markdown.</param>
    /// <param name="projectUri">Where the project is on the web; empty when it is nowhere.</param>
    public ModuleManifest With(string releaseNotes, string projectUri)
    {
        if (releaseNotes.Split('\n').Any(line => line.StartsWith("'@", StringComparison.Ordinal)))
        {
            throw new PackagingException("A line of the release notes starts with '@, which would end the here-string that they are in.");
        }

        IScriptExtent notes = Table(Text).FindAll(ast => ast is HashtableAst, searchNestedScriptBlocks: false).Cast<HashtableAst>()
            .SelectMany(table => table.KeyValuePairs)
            .Single(pair => pair.Item1.Extent.Text == "ReleaseNotes").Item2.Extent;
        string project = projectUri.Length > 0 ? $"\n            ProjectUri   = '{projectUri.Replace("'", "''", StringComparison.Ordinal)}'" : string.Empty;
        return new($"{Text[..notes.StartOffset]}@'\n{releaseNotes}\n'@{project}{Text[notes.EndOffset..]}");
    }

    private static HashtableAst Table(string text)
    {
        ScriptBlockAst script = Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Length == 0 && script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) is HashtableAst table
            ? table
            : throw new PackagingException($"The manifest is not a data file of PowerShell: {errors.FirstOrDefault()?.Message}");
    }

    private static string[] Strings(object? value) => [.. ((IEnumerable)value!).Cast<string>()];

    private string Field(string name) => Required(name, _data[name]);

    private string Published(string name) => Required($"PrivateData.PSData.{name}", _published[name]);

    private static string Required(string name, object? value) =>
        value is string { Length: > 0 } text ? text : throw new PackagingException($"The manifest has no {name}, which the gallery asks for.");
}
