using System.Diagnostics;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>The shell as a process of its own, all of its streams redirected.</summary>
internal static class ShellProcess
{
    public static async Task<ShellResult> Run(string home, string? input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Locations.Shell, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PAYMENTCRYPTO_HOME"] = home;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ShellResult(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await error).ReplaceLineEndings("\n"));
    }
}
