using System.Diagnostics;

namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>A process that has the store open and answers one call after another.</summary>
internal sealed class StoreProcess : IDisposable
{
    private readonly Process _process;

    public StoreProcess(string directory)
    {
        ProcessStartInfo start = new("dotnet", [StoreWorker.Assembly, directory, "1", "serve"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
    }

    /// <summary>Asks, and waits for the answer.</summary>
    public string Ask(string account, IEnumerable<string> command)
    {
        _process.StandardInput.WriteLine($"{account} {string.Join(' ', command)}");
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process has ended.");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
