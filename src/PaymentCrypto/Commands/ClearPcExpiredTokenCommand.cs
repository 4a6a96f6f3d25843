using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands;

/// <summary>Destroys every expired token of the local store, in the provider's account and region, with its private key.</summary>
[Cmdlet(VerbsCommon.Clear, "PcExpiredToken", SupportsShouldProcess = true)]
public sealed class ClearPcExpiredTokenCommand : PcOperationCmdlet
{
    private protected override object? ErrorTarget => Provider;

    private protected override void Execute()
    {
        if (ShouldProcess(Connection.Settings.ToString(), "Destroy every expired token and its private key"))
        {
            PurgeExpiredTokensResponse response = Send(new PurgeExpiredTokensRequest());
            WriteVerbose($"{response.Count} expired token(s) destroyed.");
        }
    }
}
