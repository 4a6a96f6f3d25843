using System.Diagnostics;

namespace PaymentCrypto.Tests.Cryptography;

/// <summary>Another implementation on this machine, asked for its opinion. Tests skip where it is absent.</summary>
internal static class Tool
{
    /// <summary>Runs a program in a folder of its own; its exit code, and what it wrote to either stream.</summary>
    public static (int ExitCode, string Output) Run(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    public static void SkipUnlessOpenSsl() => SkipUnless("openssl", "version");

    public static void SkipUnlessPythonCryptography() => SkipUnless("python3", "-c", "import cryptography");

    private static void SkipUnless(string program, params string[] arguments)
    {
        bool present = false;
        try
        {
            present = Run(program, Path.GetTempPath(), arguments).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed.
        }

        Assert.SkipUnless(present, $"`{program} {string.Join(' ', arguments)}` does not work on this machine.");
    }
}
