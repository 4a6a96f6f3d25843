using System.Diagnostics;

namespace PaymentCrypto.Benchmarks;

/// <summary>The shell in a process of its own, serving a store.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri url, double milliseconds)
    {
        _process = process;
        Url = url;
        ReadyAfterMilliseconds = milliseconds;
    }

    public Uri Url { get; }

    /// <summary>From the start of the process until it said where it listens, which it does after it listens.</summary>
    public double ReadyAfterMilliseconds { get; }

    /// <summary>Its memory, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static ServerProcess Start(string home)
    {
        long start = Stopwatch.GetTimestamp();
        Process process = Shell(home, "Start-PcEndpoint -Wait");
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new ServerProcess(process, new Uri(line.Split('=')[1]), milliseconds);
    }

    /// <summary>Runs a command to its end.</summary>
    public static (double Milliseconds, string Output) RunShell(string home, string command)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Shell(home, command);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, output);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    // artifacts/bin/<project>/<configuration>/: the shell is built beside the benchmarks.
    private static Process Shell(string home, string command)
    {
        DirectoryInfo benchmarks = new(AppContext.BaseDirectory);
        string shell = Path.Combine(benchmarks.Parent!.Parent!.FullName, "PaymentCrypto.Shell", benchmarks.Name, "PaymentCrypto.Shell.dll");
        ProcessStartInfo start =
            new("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true, ArgumentList = { shell, "-NonInteractive", "-Command", command } };
        start.Environment["PAYMENTCRYPTO_HOME"] = home;
        return Process.Start(start)!;
    }
}
