using System.Diagnostics;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>The shell as a process with something of the system taken away: file modes by default, rights, room on the disk.</summary>
internal static class OwnerlessShell
{
    /// <summary>Runs a script after some words of bash, which end with what executes the rest.</summary>
    /// <param name="prelude">For example <c>umask 000; exec</c>.</param>
    /// <param name="home">The directory of the store.</param>
    /// <param name="script">What the shell is to do.</param>
    public static async Task<ShellResult> Run(string prelude, string home, string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"{prelude} \"$@\"", "bash", "dotnet", Locations.Shell, "-Command", script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PAYMENTCRYPTO_HOME"] = home,
                // The runtime's own double-mapped memory file counts against a limit on the size of files.
                ["DOTNET_EnableWriteXorExecute"] = "0",
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ShellResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }

    /// <summary>
    /// What makes permissions count, which the superuser does not have to ask for. Another user could not even enter a checkout that is private.
    /// </summary>
    public static string WithoutRights => Environment.IsPrivilegedProcess ? "exec setpriv --inh-caps=-all --bounding-set=-all" : "exec";
}
