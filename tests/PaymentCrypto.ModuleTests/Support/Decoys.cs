using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>
/// Stands for other modules of the session: before anything else happens, assemblies with the names of our dependencies are in
/// the default load context. Every test of this project runs with them there.
/// </summary>
internal static class Decoys
{
    public static IReadOnlyList<string> Names { get; } = ["AWSSDK.Core", "BouncyCastle.Cryptography", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core"];

    [ModuleInitializer]
    internal static void Load()
    {
        string directory = Directory.CreateTempSubdirectory("paymentcrypto-decoys-").FullName;
        foreach (string name in Names)
        {
            // A higher version than any: whoever asks the default context for ours gets this.
            var decoy = new PersistedAssemblyBuilder(
                new AssemblyName(name) { Version = new Version(99, 0, 0, 0) }, typeof(object).Assembly);
            decoy.DefineDynamicModule(name).DefineType($"{name}.Decoy", TypeAttributes.Public).CreateType();
            string path = Path.Combine(directory, name + ".dll");
            decoy.Save(path);
            AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        }

        // No test ever touches the store of whoever runs it.
        Environment.SetEnvironmentVariable("PAYMENTCRYPTO_HOME", Path.Combine(directory, "home"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(directory, recursive: true);
    }
}
