using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Tokens;

/// <summary>Destroys every expired token of the local store.</summary>
/// <remarks>
/// <para>
/// Destroys the expired tokens of the account and region of the provider, with their private keys. Use -Verbose to see how many there were.
/// </para>
/// </remarks>
/// <seealso cref="GetPcTokenCommand"/>
/// <seealso cref="RevokePcTokenCommand"/>
/// <seealso>about_PaymentCrypto_Local</seealso>
[Cmdlet(VerbsCommon.Clear, "PcExpiredToken", SupportsShouldProcess = true)]
public sealed class ClearPcExpiredTokenCommand : PcChangeCmdlet
{
    private protected override void Execute()
    {
        string scope = Connection.Settings.ToString();
        Begin(scope);
        if (ShouldChange(scope, "Destroy every expired token and its private key"))
        {
            PurgeExpiredTokensResponse response = Send(new PurgeExpiredTokensRequest());
            WriteVerbose($"{response.Count} expired token(s) destroyed.");
        }
    }
}
