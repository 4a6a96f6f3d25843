using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands;

/// <summary>Destroys tokens of the local store with their private keys.</summary>
/// <remarks>
/// <para>What was wrapped for a revoked token cannot be imported any more. Asks first; use -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="GetPcTokenCommand"/>
/// <seealso cref="ClearPcExpiredTokenCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
[Cmdlet(VerbsSecurity.Revoke, "PcToken", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ExchangeToken))]
public sealed class RevokePcTokenCommand : PcOperationCmdlet
{
    private string? _current;

    /// <summary>The tokens, or objects of Get-PcToken, Get-PcImportParameters or Get-PcExportParameters.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ImportToken", "ExportToken")]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Token { get; set; } = [];

    /// <summary>Return the tokens that were destroyed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override object? ErrorTarget => _current;

    private protected override void Execute()
    {
        foreach (string token in Token)
        {
            _current = token;
            if (ShouldProcess(token, "Destroy the token and its private key"))
            {
                Attempt(() => Revoke(token));
            }
        }
    }

    private void Revoke(string token)
    {
        RevokeTokenResponse response = Send(new RevokeTokenRequest { Token = token });
        if (PassThru)
        {
            WriteObject(new ExchangeToken(response.Token, Connection.Settings));
        }
    }
}
