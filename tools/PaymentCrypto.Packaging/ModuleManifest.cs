using System.Collections;
using System.Management.Automation.Language;
using System.Text;

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

        IScriptExtent notes = Entry("ReleaseNotes").Item2.Extent;
        string project = projectUri.Length > 0 ? $"\n            ProjectUri   = '{projectUri.Replace("'", "''", StringComparison.Ordinal)}'" : string.Empty;
        return new($"{Text[..notes.StartOffset]}@'\n{releaseNotes}\n'@{project}{Text[notes.EndOffset..]}");
    }

    /// <summary>
    /// The manifest of the staged module, of the one at the root of a clone: the assembly with its types and views in the place of what
    /// that one imports, and the version of the build. What comes before the table is about the root's.
    /// </summary>
    /// <param name="rootModule">The assembly.</param>
    /// <param name="types">The files with type data.</param>
    /// <param name="formats">The files with views.</param>
    /// <param name="version">The version of the build, with its prerelease label.</param>
    public ModuleManifest Staged(string rootModule, IReadOnlyList<string> types, IReadOnlyList<string> formats, string version)
    {
        string[] parts = version.Split('-', 2);
        (int Start, int End, string Text)[] changes =
        [
            Change(Entry("ScriptsToProcess"), "RootModule", Quoted([rootModule])),
            Change(Entry("NestedModules"), "TypesToProcess", Quoted(types), "FormatsToProcess", Quoted(formats)),
            Change(Entry("ModuleVersion"), "ModuleVersion", Quoted([parts[0]])),
            Change(Entry("Prerelease"), "Prerelease", Quoted([parts.ElementAtOrDefault(1) ?? string.Empty])),
        ];
        var staged = new StringBuilder(Text);
        foreach ((int start, int end, string text) in changes.OrderByDescending(static change => change.Start))
        {
            staged.Remove(start, end - start).Insert(start, text);
        }

        return new(staged.ToString(Table(Text).Extent.StartOffset, staged.Length - Table(Text).Extent.StartOffset));
    }

    // Names are padded as far as the one that was there.
    private static (int Start, int End, string Text) Change(Tuple<ExpressionAst, StatementAst> entry, params ReadOnlySpan<string> namesAndValues)
    {
        IScriptExtent name = entry.Item1.Extent;
        int width = entry.Item2.Extent.StartColumnNumber - name.StartColumnNumber - "= ".Length;
        string indent = "\n" + new string(' ', name.StartColumnNumber - 1);
        var text = new StringBuilder();
        for (int i = 0; i < namesAndValues.Length; i += 2)
        {
            text.Append(i > 0 ? indent : string.Empty).Append(namesAndValues[i].PadRight(width)).Append("= ").Append(namesAndValues[i + 1]);
        }

        return (name.StartOffset, entry.Item2.Extent.EndOffset, text.ToString());
    }

    private static string Quoted(IReadOnlyList<string> values) =>
        string.Join(", ", values.Select(static value => $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'"));

    private Tuple<ExpressionAst, StatementAst> Entry(string name) => Table(Text).FindAll(ast => ast is HashtableAst, searchNestedScriptBlocks: false)
        .Cast<HashtableAst>().SelectMany(static table => table.KeyValuePairs).Where(pair => pair.Item1.Extent.Text == name).ToArray() is [var only]
            ? only
            : throw new PackagingException($"The manifest must have {name} exactly once.");

    private static HashtableAst Table(string text)
    {
        ScriptBlockAst script = Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Length == 0 && script.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) is HashtableAst table
            ? table
            : throw new PackagingException($"The manifest is no data file of PowerShell: {errors.FirstOrDefault()?.Message}");
    }

    private static string[] Strings(object? value) => [.. ((IEnumerable)value!).Cast<string>()];

    private string Field(string name) => Required(name, _data[name]);

    private string Published(string name) => Required($"PrivateData.PSData.{name}", _published[name]);

    private static string Required(string name, object? value) =>
        value is string { Length: > 0 } text ? text : throw new PackagingException($"The manifest has no {name}, which the gallery asks for.");
}
