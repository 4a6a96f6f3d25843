using System.Text.Json;

namespace PaymentCrypto.Packaging;

/// <summary>The packages that the lock files have resolved, and what each asks for.</summary>
internal sealed class DependencyGraph
{
    private readonly SortedDictionary<string, LockedPackage> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _direct = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every package, by name.</summary>
    public IReadOnlyCollection<LockedPackage> Packages => _packages.Values;

    /// <summary>Those that a project asks for itself.</summary>
    public IReadOnlyCollection<LockedPackage> Direct => [.. _direct.Select(name => _packages[name])];

    /// <summary>Reads lock files together.</summary>
    /// <exception cref="PackagingException">Two of them have resolved a package to different versions.</exception>
    public static DependencyGraph Read(IEnumerable<string> lockFiles)
    {
        var graph = new DependencyGraph();
        foreach (string file in lockFiles)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            foreach (JsonProperty package in document.RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject()))
            {
                graph.Add(package.Name, package.Value);
            }
        }

        return graph;
    }

    /// <summary>The packages that one asks for.</summary>
    public IEnumerable<LockedPackage> DependenciesOf(LockedPackage package) =>
        package.Dependencies.Select(name => _packages.GetValueOrDefault(name)).OfType<LockedPackage>();

    private void Add(string name, JsonElement entry)
    {
        string type = entry.GetProperty("type").GetString()!;
        if (type == "Project")
        {
            return;
        }

        string[] dependencies = entry.TryGetProperty("dependencies", out JsonElement asked)
            ? [.. asked.EnumerateObject().Select(dependency => dependency.Name)]
            : [];
        var package = new LockedPackage(name, entry.GetProperty("resolved").GetString()!, entry.GetProperty("contentHash").GetBytesFromBase64(), dependencies);
        if (_packages.TryGetValue(name, out LockedPackage? known) && known.Version != package.Version)
        {
            throw new PackagingException($"{name} is locked to {known.Version} and to {package.Version}: the module has room for one.");
        }

        _packages[name] = package;
        if (type == "Direct")
        {
            _direct.Add(name);
        }
    }
}
