using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands.Aliases;

/// <summary>Makes an alias, for a key or for none yet.</summary>
/// <remarks>
/// <para>A key may have many aliases; an alias stands for one key or none.</para>
/// </remarks>
/// <seealso cref="SetPcKeyAliasCommand"/>
/// <seealso cref="GetPcKeyAliasCommand"/>
/// <seealso cref="Keys.NewPcKeyCommand"/>
[Cmdlet(VerbsCommon.New, "PcKeyAlias", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(KeyAlias))]
public sealed class NewPcKeyAliasCommand : PcChangeCmdlet
{
    /// <summary>The alias. The prefix <c>alias/</c> may be left out.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Alias", "KeyAlias")]
    [ValidateNotNullOrEmpty]
    public string[] AliasName { get; set; } = [];

    /// <summary>
    /// The key: ARN, key id or another alias. Without it the alias stands for no key until Set-PcKeyAlias; if it is given but empty, a warning says so.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "KeyId")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    public string? KeyIdentifier { get; set; }

    private protected override void Execute() => ForEach(AliasName, New);

    private void New(string alias)
    {
        string name = Values.KeyIdentifier.ToAliasName(alias);
        bool assign = !string.IsNullOrEmpty(KeyIdentifier);
        if (ShouldChange(name, assign ? $"Create the alias for {KeyIdentifier}" : "Create the alias without a key"))
        {
            var request = new CreateAliasRequest { AliasName = name, KeyArn = assign ? ToKeyArn(KeyIdentifier!) : null };
            WriteObject(new KeyAlias(Send(request).Alias!, Connection.Origin));
            if (!assign && MyInvocation.BoundParameters.ContainsKey(nameof(KeyIdentifier)))
            {
                // A runbook whose import has failed passes on nothing, and would find out only when the alias is used.
                WriteWarning($"{name} stands for no key: the key that was given is empty. Set-PcKeyAlias gives it one.");
            }
        }
    }
}
