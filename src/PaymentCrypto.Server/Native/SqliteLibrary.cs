using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace PaymentCrypto.Server.Native;

/// <summary>SQLite's library, which lies beside the program that was compiled ahead of time.</summary>
internal static class SqliteLibrary
{
    /// <summary>Has it looked for there first. The runtime asks the system's loader before, which goes through all its own folders for each spelling.</summary>
    internal static void LookBesideProgram() =>
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Find);

    // Zero: it is looked for as usual.
    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string file = OperatingSystem.IsWindows() ? name + ".dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";
        return NativeLibrary.TryLoad(Path.Combine(AppContext.BaseDirectory, file), out nint library) ? library : 0;
    }
}
