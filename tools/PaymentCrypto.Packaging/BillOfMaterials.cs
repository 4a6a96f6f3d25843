namespace PaymentCrypto.Packaging;

/// <summary>Where every file of the module is from.</summary>
internal sealed class BillOfMaterials
{
    private const string Own = "PaymentCrypto";

    private BillOfMaterials(DependencyGraph graph, IReadOnlyList<PackedFile> ownFiles, IReadOnlyList<Material> packages)
    {
        Graph = graph;
        OwnFiles = ownFiles;
        Packages = packages;
        PackedFile[] native = [.. packages.SelectMany(material => material.Files).Where(file => NativeSqlite.IsSqlite(file.Path))];
        Sqlite = new NativeSqlite(native);
    }

    /// <summary>The resolved dependency graph.</summary>
    public DependencyGraph Graph { get; }

    /// <summary>The project's own files.</summary>
    public IReadOnlyList<PackedFile> OwnFiles { get; }

    /// <summary>Every package of the graph.</summary>
    public IReadOnlyList<Material> Packages { get; }

    /// <summary>Those that have files in the module.</summary>
    public IEnumerable<Material> Shipped => Packages.Where(material => material.Files.Count > 0);

    /// <summary>The SQLite in the native libraries.</summary>
    public NativeSqlite Sqlite { get; }

    /// <summary>Finds for every file the package that has the same bytes.</summary>
    /// <param name="files">The source of each file by its path in the module.</param>
    /// <param name="graph">The resolved dependency graph.</param>
    /// <param name="store">The unpacked packages.</param>
    /// <exception cref="PackagingException">A binary file is in no package and is not the project's own, or its package gives no licence.</exception>
    public static BillOfMaterials Of(IReadOnlyDictionary<string, string> files, DependencyGraph graph, PackageStore store)
    {
        List<PackedFile> rest = [.. files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new PackedFile(file.Key, file.Value))];
        PackedFile[] own = [.. rest.Where(file => !file.IsBinary || Path.GetFileName(file.Path).StartsWith(Own, StringComparison.Ordinal))];
        rest.RemoveAll(own.Contains);
        List<Material> packages = [];
        foreach (LockedPackage package in graph.Packages)
        {
            IReadOnlySet<string> hashes = store.FileHashes(package);
            PackedFile[] found = [.. rest.Where(file => hashes.Contains(file.Sha256))];
            rest.RemoveAll(found.Contains);
            PackageFacts facts = store.FactsOf(package);
            packages.Add(found.Length == 0 || facts.Licence.Length > 0
                ? new Material(package, facts, found)
                : throw new PackagingException($"{package.Name} {package.Version} gives no licence expression: find out its licence before it is packed."));
        }

        return rest.Count == 0
            ? new BillOfMaterials(graph, own, packages)
            : throw new PackagingException(
                $"No locked package has these files, so nobody knows whose they are: {string.Join(", ", rest.Select(file => file.Path))}.");
    }
}
