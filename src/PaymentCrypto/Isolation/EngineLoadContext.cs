using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using PaymentCrypto.Api;

namespace PaymentCrypto.Isolation;

/// <summary>
/// The private load context behind the module's dependency wall. Everything in <c>lib/</c> is loaded here, whatever versions of
/// the same assemblies the session already has, and nothing in it is seen by other modules.
/// </summary>
/// <remarks>
/// It has to be a subclass: a plain context asks the default one first, and several AWSSDK.Core versions share one assembly
/// version, so the default context would answer with whichever copy some other module brought.
/// </remarks>
internal sealed class EngineLoadContext(string libraryDirectory) : AssemblyLoadContext("PaymentCrypto")
{
    private static readonly Assembly Contract = typeof(IPaymentCryptography).Assembly;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // The contract is the only thing on both sides of the wall, so it must be the same assembly on both.
        if (string.Equals(assemblyName.Name, Contract.GetName().Name, StringComparison.OrdinalIgnoreCase))
        {
            return Contract;
        }

        string path = Path.Combine(libraryDirectory, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string path = Path.Combine(libraryDirectory, "runtimes", RuntimeFolder(), "native", NativeFileName(unmanagedDllName));
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : nint.Zero;
    }

    private static string RuntimeFolder()
    {
        string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
#pragma warning disable CA1308 // a folder name, which is lower case in every package
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
#pragma warning restore CA1308
    }

    private static string NativeFileName(string name) =>
        OperatingSystem.IsWindows() ? name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
}
