using System.ComponentModel;
using System.Diagnostics;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>Runs Python with botocore, a client that we did not write, where it is installed.</summary>
internal static class PythonClient
{
    /// <summary>Runs a script and returns what it printed; skips the test where there is no Python or no botocore.</summary>
    /// <param name="script">The script.</param>
    /// <param name="variables">Environment variables; no other AWS_ variable and no AWS file reaches the script.</param>
    public static async Task<string> Run(string script, IReadOnlyDictionary<string, string> variables)
    {
        Assert.SkipUnless((await Start("import botocore.session; botocore.session.get_session().get_service_model('payment-cryptography')",
            new Dictionary<string, string>()))?.ExitCode == 0,
            "Python with a botocore that knows payment-cryptography is not installed.");
        (int exitCode, string output, string error) = (await Start(script, variables))!.Value;
        Assert.True(exitCode == 0, error);
        return output.ReplaceLineEndings("\n").Trim();
    }

    private static async Task<(int ExitCode, string Output, string Error)?> Start(string script, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, RedirectStandardError = true, ArgumentList = { "-c", script } };
        foreach (string name in start.Environment.Keys.Where(name =>
            name.StartsWith("AWS_", StringComparison.Ordinal) || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(AppContext.BaseDirectory, "absent");
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(RunningEndpoint.Cancel);
            Task<string> error = process.StandardError.ReadToEndAsync(RunningEndpoint.Cancel);
            await process.WaitForExitAsync(RunningEndpoint.Cancel);
            return (process.ExitCode, await output, await error);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
