namespace PaymentCrypto.Packaging;

/// <summary>What the build tells about the package: pairs of a name with two dashes and a value.</summary>
internal sealed class PackagingOptions
{
    private readonly Dictionary<string, string> _values = [];

    /// <summary>A file with one line per file of the module: its path in the module, a bar, and where it is.</summary>
    public string ModuleFiles => Required("module-files");

    /// <summary>The manifest at the root of the clone, which the staged one is made from.</summary>
    public string RootManifest => Required("root-manifest");

    /// <summary>The manifest of the staged module.</summary>
    public string Manifest => Required("manifest");

    /// <summary>The assembly with the cmdlets, as a file of the module.</summary>
    public string RootModule => Required("root-module");

    /// <summary>The files of the module with type data.</summary>
    public IReadOnlyList<string> TypeFiles => List("types");

    /// <summary>The files with views: of the module for its manifest, of the sources to merge.</summary>
    public IReadOnlyList<string> FormatFiles => List("formats");

    /// <summary>The file of merged views; or the folder to make the module in, and what else is in that is deleted.</summary>
    public string Output => Required("output");

    /// <summary>The nuspec to write.</summary>
    public string Nuspec => Required("nuspec");

    /// <summary>The version with its prerelease label, as in 0.1.0-preview1.</summary>
    public string Version => Required("version");

    /// <summary>Where the project is on the web; empty when it is nowhere.</summary>
    public string ProjectUri => _values.GetValueOrDefault("project-uri", string.Empty);

    /// <summary>The changelog.</summary>
    public string Changelog => Required("changelog");

    /// <summary>The licence.</summary>
    public string License => Required("license");

    /// <summary>The lock files of the projects whose output is in the module.</summary>
    public IReadOnlyList<string> LockFiles => List("lock-files");

    /// <summary>The folders that NuGet has unpacked packages in.</summary>
    public IReadOnlyList<string> PackageFolders => List("package-folders");

    /// <summary>Reads a command line.</summary>
    /// <exception cref="PackagingException">It is not made of pairs.</exception>
    public static PackagingOptions Parse(string[] arguments)
    {
        var options = new PackagingOptions();
        foreach (string[] pair in arguments.Chunk(2))
        {
            if (pair is not [['-', '-', .. string name], string value])
            {
                throw new PackagingException($"'{string.Join(' ', pair)}' is not an option and its value.");
            }

            options._values[name] = value;
        }

        return options;
    }

    private string[] List(string name) => Required(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string Required(string name) =>
        _values.TryGetValue(name, out string? value) && value.Length > 0 ? value : throw new PackagingException($"--{name} is missing.");
}
