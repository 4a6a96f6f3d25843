using System.Diagnostics;
using System.Management.Automation;
using System.Net.Sockets;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Endpoints;

/// <summary>Start-PcEndpoint -Wait: the shell as a server.</summary>
public sealed class ForegroundTests(SharedStore store)
{
    [Theory]
    [InlineData("TERM", 0, "GetParametersForImport 200")]
    [InlineData("INT", 1, "")] // A stopped pipeline says nothing more.
    public async Task A_signal_ends_it_after_the_requests_in_hand(string signal, int exitCode, string says)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        var start = new ProcessStartInfo("dotnet", [Locations.Shell, "-Command", "Start-PcEndpoint -Wait -Verbose"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PAYMENTCRYPTO_HOME"] = store.Path;
        using Process server = Process.Start(start)!;
        try
        {
            CancellationToken cancel = TestContext.Current.CancellationToken;
            const string First = "AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY=http://127.0.0.1:";
            string line;
            do
            {
                line = await server.StandardOutput.ReadLineAsync(cancel) ?? throw new InvalidOperationException("It ended before it said where it is.");
            }
            while (!line.StartsWith(First, StringComparison.Ordinal));

            using var client = new ModuleSession();
            client.Set("url", line.Split('=')[1]);
            client.Run("Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 -AK a -SK b; Get-PcImportParameters -ReuseLastGeneratedToken").Single();
            Task<string> told = server.StandardOutput.ReadToEndAsync(cancel);

            using var kill = Process.Start("kill", [$"-{signal}", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await server.WaitForExitAsync(cancel);

            Assert.Equal(exitCode, server.ExitCode);
            Assert.Contains(says, await told, StringComparison.Ordinal);
        }
        finally
        {
            server.Kill();
        }
    }

    [Fact]
    public void Ctrl_C_ends_it_and_frees_the_port()
    {
        using var session = new ModuleSession(store.Path);
        using PowerShell shell = session.NewShell("Start-PcEndpoint -Wait -PassThru; 'not reached'");
        using var output = new PSDataCollection<PSObject>();
        using var started = new ManualResetEventSlim();
        output.DataAdded += (_, _) => started.Set();

        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        started.Wait(TestContext.Current.CancellationToken);
        shell.Stop();

        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        var url = new Uri((string)Assert.Single(output).Properties["Url"].Value);
        using var client = new TcpClient();
        Assert.Throws<SocketException>(() => client.Connect(url.Host, url.Port));
        Assert.Empty(session.Run("Get-PcEndpoint").Succeed());
    }

    [Fact]
    public void It_ends_when_another_session_stops_it()
    {
        using var session = new ModuleSession(store.Path);
        using var other = new ModuleSession();
        using PowerShell shell = session.NewShell("Start-PcEndpoint -Wait -PassThru; 'reached'");
        using var output = new PSDataCollection<PSObject>();
        using var started = new ManualResetEventSlim();
        output.DataAdded += (_, _) => started.Set();
        IAsyncResult running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        started.Wait(TestContext.Current.CancellationToken);
        other.Set("endpoint", output[0].BaseObject);

        other.Run("$endpoint | Stop-PcEndpoint").Succeed();
        shell.EndInvoke(running);

        Assert.Equal("reached", output[^1].BaseObject);
    }
}
