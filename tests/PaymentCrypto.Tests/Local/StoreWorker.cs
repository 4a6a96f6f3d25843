using System.Diagnostics;

namespace PaymentCrypto.Tests.Local;

/// <summary>A child process that works on a store. Standard output is one acknowledged thing a line.</summary>
internal sealed class StoreWorker : IDisposable
{
    private readonly Process _process;

    private StoreWorker(ProcessStartInfo start) => _process = Process.Start(start)!;

    /// <summary>Starts it.</summary>
    /// <param name="directory">The store's directory.</param>
    /// <param name="count">How often it works; 0 until killed.</param>
    /// <param name="work">What it makes, tokens by default, and with which further arguments.</param>
    public static StoreWorker Start(string directory, int count, params string[] work) =>
        new(new ProcessStartInfo("dotnet", [Assembly, directory, $"{count}", .. work]) { RedirectStandardOutput = true });

    /// <summary>Starts it in a shell that lets no file grow beyond a size, as a full disk or quota would.</summary>
    public static StoreWorker StartWithFileSizeLimit(string directory, int count, int kibibytes, params string[] work)
    {
        ProcessStartInfo start = new("bash")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "-c", $"trap '' XFSZ; ulimit -f {kibibytes}; exec \"$@\"", "bash", "dotnet", Assembly, directory, $"{count}" },
            // The runtime's own double-mapped memory file counts against the limit too.
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        };
        foreach (string argument in work)
        {
            start.ArgumentList.Add(argument);
        }

        return new StoreWorker(start);
    }

    /// <summary>The next acknowledged line; null at the end.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Kills it at once (SIGKILL) and returns what it had still acknowledged.</summary>
    public IReadOnlyList<string> Kill()
    {
        _process.Kill();
        return ReadToEnd();
    }

    /// <summary>Every line until it ends.</summary>
    public IReadOnlyList<string> ReadToEnd()
    {
        string[] lines = _process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        _process.WaitForExit();
        return lines;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // artifacts/bin/<project>/<configuration>/: the worker is built beside the tests.
    internal static string Assembly
    {
        get
        {
            DirectoryInfo tests = new(Path.GetDirectoryName(System.Reflection.Assembly.GetExecutingAssembly().Location)!);
            return Path.Combine(tests.Parent!.Parent!.FullName, "PaymentCrypto.StoreWorker", tests.Name, "PaymentCrypto.StoreWorker.dll");
        }
    }
}
