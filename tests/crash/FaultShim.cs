using System.Diagnostics;

namespace PaymentCrypto.Crash;

/// <summary>The library that stands between a worker and the C library; compiled once, by the C compiler of the machine.</summary>
internal static class FaultShim
{
    private static readonly Lazy<(string? Library, string Reason)> Compiled = new(Compile);

    /// <summary>The library; null where there is none.</summary>
    public static string? Library => Compiled.Value.Library;

    /// <summary>Why there is none.</summary>
    public static string Reason => Compiled.Value.Reason;

    private static (string? Library, string Reason) Compile()
    {
        if (!OperatingSystem.IsLinux())
        {
            return (null, "Only Linux lets a library be put before every call (LD_PRELOAD).");
        }

        string source = Path.Combine(AppContext.BaseDirectory, "shim", "syscalls.c");
        string library = Path.Combine(Directory.CreateTempSubdirectory("paymentcrypto-shim-").FullName, "syscalls.so");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(library)!, recursive: true);
        ProcessStartInfo start = new("cc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]) { RedirectStandardError = true };
        try
        {
            using Process compiler = Process.Start(start)!;
            string errors = compiler.StandardError.ReadToEnd();
            compiler.WaitForExit();
            return compiler.ExitCode == 0 ? (library, string.Empty) : throw new InvalidOperationException(errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "There is no C compiler (cc) that could make the library that fails system calls.");
        }
    }
}
