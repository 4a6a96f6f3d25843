using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Aliases;

/// <summary>Deletes aliases.</summary>
/// <remarks>
/// <para>Their keys stay. Asks first; use -Force or -Confirm:$false in automation.</para>
/// </remarks>
/// <seealso cref="NewPcKeyAliasCommand"/>
/// <seealso cref="GetPcKeyAliasCommand"/>
[Cmdlet(VerbsCommon.Remove, "PcKeyAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemovePcKeyAliasCommand : PcChangeCmdlet
{
    /// <summary>The aliases. The prefix <c>alias/</c> may be left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Alias", "KeyAlias")]
    [ArgumentCompleter(typeof(KeyAliasCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] AliasName { get; set; } = [];

    private protected override void Execute() => ForEach(AliasName, Remove);

    private void Remove(string alias)
    {
        string name = Values.KeyIdentifier.ToAliasName(alias);
        if (ShouldChange(name, "Delete the alias"))
        {
            Send(new DeleteAliasRequest { AliasName = name });
        }
    }
}
