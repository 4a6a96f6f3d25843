namespace PaymentCrypto.Help;

/// <summary>The files of examples, one for each cmdlet.</summary>
internal sealed class ExampleFiles
{
    private readonly Dictionary<string, IReadOnlyList<Example>> _examples = new(StringComparer.Ordinal);

    private ExampleFiles()
    {
    }

    /// <summary>Reads every file of a directory. A file that belongs to no cmdlet is a problem: nobody would ever see it.</summary>
    public static ExampleFiles Load(string directory, CmdletCatalog catalog, Problems problems)
    {
        var files = new ExampleFiles();
        foreach (string path in Directory.EnumerateFiles(directory, "*.ps1").Order(StringComparer.Ordinal))
        {
            string cmdlet = Path.GetFileNameWithoutExtension(path);
            if (!catalog.Has(cmdlet))
            {
                problems.Report(path, 1, $"There is no cmdlet '{cmdlet}'. The file is named Verb-Noun.ps1, with the case of the cmdlet.");
                continue;
            }

            files._examples.Add(cmdlet, ExampleParser.Parse(path, cmdlet, problems));
        }

        return files;
    }

    public IReadOnlyList<Example> Of(string cmdlet) => _examples.GetValueOrDefault(cmdlet, []);
}
