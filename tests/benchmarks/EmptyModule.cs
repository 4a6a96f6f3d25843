using System.Management.Automation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PaymentCrypto.Benchmarks;

/// <summary>The yardstick of module loading: a binary module with one cmdlet that does nothing and no dependencies.</summary>
internal static class EmptyModule
{
    private const string Source = """
        [System.Management.Automation.Cmdlet("Get", "Nothing")]
        public sealed class GetNothing : System.Management.Automation.PSCmdlet { }
        """;

    /// <summary>Compiles it into a directory; returns its manifest.</summary>
    public static string Create(string directory)
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create(
            "EmptyModule",
            [CSharpSyntaxTree.ParseText(Source)],
            [
                MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                MetadataReference.CreateFromFile(Path.Combine(runtime, "System.Runtime.dll")),
                MetadataReference.CreateFromFile(typeof(PSCmdlet).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        if (!compilation.Emit(Path.Combine(directory, "EmptyModule.dll")).Success)
        {
            throw new InvalidOperationException("The empty module does not compile.");
        }

        string manifest = Path.Combine(directory, "EmptyModule.psd1");
        File.WriteAllText(manifest, """
            @{ RootModule = 'EmptyModule.dll'; ModuleVersion = '1.0.0'; GUID = '2f3e8a3c-5c65-4d7e-9f0e-0d1f5a1f7b11'
               CmdletsToExport = 'Get-Nothing'; FunctionsToExport = @(); AliasesToExport = @(); VariablesToExport = @() }
            """);
        return manifest;
    }
}
