using System.Diagnostics;
using PaymentCrypto.Api;
using PaymentCrypto.Tests.Aws;

namespace PaymentCrypto.Tests.Contract;

/// <summary>The AWS provider to the shell in a process of its own, which serves the staged module's engine on a store on the disk.</summary>
public sealed class ShellHost : IContractHost
{
    private readonly AwsEnvironmentScope _environment = new();
    private readonly Process _shell;
    private readonly AwsClients _clients;

    public ShellHost()
    {
        // artifacts/bin/<project>/<configuration>/: the shell is built beside the tests.
        DirectoryInfo tests = new(AppContext.BaseDirectory);
        string shell = Path.Combine(tests.Parent!.Parent!.FullName, "PaymentCrypto.Shell", tests.Name, "PaymentCrypto.Shell.dll");
        var start = new ProcessStartInfo("dotnet", [shell, "-NonInteractive", "-Command", "Start-PcEndpoint -Wait"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true
        };
        start.Environment["PAYMENTCRYPTO_HOME"] = Path.Combine(_environment.Home, "store");
        _shell = Process.Start(start)!;
        string line = _shell.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The shell did not start; its standard error is above.");
        _clients = new AwsClients(new Uri(line.Split('=')[1]));
    }

    public Task<IPaymentCryptography> For(AccountScope scope) => _clients.For(scope);

    public void Dispose()
    {
        _clients.Dispose();
        _shell.Kill();
        _shell.WaitForExit();
        _shell.Dispose();
        _environment.Dispose();
    }
}
