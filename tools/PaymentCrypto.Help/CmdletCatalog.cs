using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace PaymentCrypto.Help;

/// <summary>The cmdlets of the module's assembly.</summary>
internal sealed class CmdletCatalog
{
    private readonly Dictionary<string, string> _namesByType;

    private CmdletCatalog(IReadOnlyList<CmdletInfo> cmdlets)
    {
        Cmdlets = cmdlets;
        _namesByType = cmdlets.ToDictionary(cmdlet => cmdlet.ImplementingType.FullName!, cmdlet => cmdlet.Name, StringComparer.Ordinal);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<CmdletInfo> Cmdlets { get; }

    /// <summary>Loads the assembly; what it needs lies beside it.</summary>
    public static CmdletCatalog Load(string path)
    {
        string directory = Path.GetDirectoryName(Path.GetFullPath(path))!;
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            Path.Combine(directory, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.GetFullPath(path));
        return new CmdletCatalog(
        [
            .. from type in assembly.GetExportedTypes()
               where !type.IsAbstract
               let cmdlet = type.GetCustomAttribute<CmdletAttribute>()
               where cmdlet is not null
               let name = $"{cmdlet.VerbName}-{cmdlet.NounName}"
               orderby name
               select new CmdletInfo(name, type),
        ]);
    }

    public bool Has(string name) => _namesByType.ContainsValue(name);

    /// <summary>What a user calls a code element: a cmdlet by its verb and noun, anything else by its own name.</summary>
    /// <param name="reference">A documentation id such as <c>T:PaymentCrypto.Commands.Tokens.GetPcTokenCommand</c>.</param>
    public string NameOf(string reference)
    {
        string name = reference[(reference.IndexOf(':') + 1)..];
        if (_namesByType.TryGetValue(name, out string? cmdlet))
        {
            return cmdlet;
        }

        int arguments = name.IndexOf('(');
        name = arguments < 0 ? name : name[..arguments];
        return name[(name.LastIndexOf('.') + 1)..];
    }
}
