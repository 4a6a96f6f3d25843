using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Aliases;

/// <summary>Points an alias at another key, or at none.</summary>
/// <remarks>
/// <para>
/// Whoever uses the alias uses the other key from then on. Nothing checks that the new key has the same usage or algorithm: the service
/// does not either.
/// </para>
/// </remarks>
/// <seealso cref="NewPcKeyAliasCommand"/>
/// <seealso cref="GetPcKeyAliasCommand"/>
/// <seealso cref="RemovePcKeyAliasCommand"/>
[Cmdlet(VerbsCommon.Set, "PcKeyAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = AssignSet)]
[OutputType(typeof(KeyAlias))]
public sealed class SetPcKeyAliasCommand : PcChangeCmdlet
{
    private const string AssignSet = "Assign";
    private const string UnassignSet = "Unassign";

    /// <summary>The alias. The prefix <c>alias/</c> may be left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Alias", "KeyAlias")]
    [ArgumentCompleter(typeof(KeyAliasCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] AliasName { get; set; } = [];

    /// <summary>The key that it stands for from now on: ARN, key id or another alias.</summary>
    [Parameter(ParameterSetName = AssignSet, Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "KeyId")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyIdentifier { get; set; }

    /// <summary>Take the key away: the alias stays and stands for none.</summary>
    [Parameter(ParameterSetName = UnassignSet, Mandatory = true)]
    public SwitchParameter Unassign { get; set; }

    /// <summary>Return the alias as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Execute() => ForEach(AliasName, Change);

    private void Change(string alias)
    {
        string name = Values.KeyIdentifier.ToAliasName(alias);
        bool assign = ParameterSetName == AssignSet;
        if (!ShouldChange(name, assign ? $"Point the alias at {KeyIdentifier}" : "Take the key from the alias"))
        {
            return;
        }

        Alias changed = Send(new UpdateAliasRequest { AliasName = name, KeyArn = assign ? ToKeyArn(KeyIdentifier!) : null }).Alias!;
        if (PassThru)
        {
            WriteObject(new KeyAlias(changed, Connection.Origin));
        }
    }
}
