using System.ComponentModel;
using System.Diagnostics;

namespace PaymentCrypto.Tests.Local;

/// <summary>The openssl program, an implementation that we did not write.</summary>
internal static class OpenSsl
{
    private static readonly Lazy<bool> Present = new(() =>
    {
        try
        {
            return Run("version").Length > 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public static bool IsPresent => Present.Value;

    /// <summary>Runs it; fails the test with what it said when it reports an error.</summary>
    public static string Run(params string[] arguments) => RunWithMessages(arguments).Output;

    /// <summary>Runs it and returns what it says on standard error too, where some of its verdicts are.</summary>
    public static (string Output, string Messages) RunWithMessages(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardOutput.ReadToEnd();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"openssl {string.Join(' ', arguments)}: {output}{errors}");
        return (output.Trim(), errors.Trim());
    }
}
