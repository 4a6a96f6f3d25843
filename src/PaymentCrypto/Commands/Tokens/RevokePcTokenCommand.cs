using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Tokens;

/// <summary>Destroys tokens of the local store with their private keys.</summary>
/// <remarks>
/// <para>What was wrapped for a revoked token cannot be imported any more. Asks first; use -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="GetPcTokenCommand"/>
/// <seealso cref="ClearPcExpiredTokenCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
[Cmdlet(VerbsSecurity.Revoke, "PcToken", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ExchangeToken))]
public sealed class RevokePcTokenCommand : PcChangeCmdlet
{
    /// <summary>The tokens, or objects of Get-PcToken, Get-PcImportParameters or Get-PcExportParameters.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportToken", "ExportToken")]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Token { get; set; } = [];

    /// <summary>Return the tokens that were destroyed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Execute() => ForEach(Token, Revoke);

    private void Revoke(string token)
    {
        if (!ShouldChange(token, "Destroy the token and its private key"))
        {
            return;
        }

        RevokeTokenResponse response = Send(new RevokeTokenRequest { Token = token });
        if (PassThru)
        {
            WriteObject(new ExchangeToken(response.Token, Connection.Origin));
        }
    }
}
