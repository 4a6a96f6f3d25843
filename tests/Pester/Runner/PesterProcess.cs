using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PaymentCrypto.Pester.Runner;

/// <summary>One pwsh that runs every file; its tests are told line by line in a file.</summary>
internal static class PesterProcess
{
    public static async IAsyncEnumerable<PesterResult> Run(bool discovers, [EnumeratorCancellation] CancellationToken cancel)
    {
        string root = Root();
        DirectoryInfo scratch = Directory.CreateTempSubdirectory("paymentcrypto-pester-");
        string results = Path.Combine(scratch.FullName, "results.jsonl");
        try
        {
            ProcessStartInfo start = new("dotnet",
                ["pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(root, "tests", "Pester", "Runner", "Run.ps1"), "-Results", results])
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardInput = true,
                RedirectStandardError = true,
            };
            if (discovers)
            {
                start.ArgumentList.Add("-Discover");
            }

            // No test touches the store of whoever runs it.
            start.Environment["PAYMENTCRYPTO_HOME"] = Path.Combine(scratch.FullName, "home");
            start.Environment["NO_COLOR"] = "1";
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancel), errors = process.StandardError.ReadToEndAsync(cancel);
            try
            {
                await process.WaitForExitAsync(cancel);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }

            if (File.Exists(results))
            {
                foreach (string line in await File.ReadAllLinesAsync(results, cancel))
                {
                    yield return JsonSerializer.Deserialize<PesterResult>(line)!;
                }
            }

            if (process.ExitCode != 0)
            {
                yield return new PesterResult("run", "Pester runs to its end", "Failed",
                    $"pwsh ended with {process.ExitCode}.\n{await output}\n{await errors}");
            }
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static string Root()
    {
        for (DirectoryInfo? current = new(AppContext.BaseDirectory); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "PaymentCryptoPS.sln")))
            {
                return current.FullName;
            }
        }

        throw new InvalidOperationException("The tests run in the clone that they were built in.");
    }
}
