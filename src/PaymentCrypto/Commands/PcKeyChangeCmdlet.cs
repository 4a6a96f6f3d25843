using System.Management.Automation;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that changes keys that the user names.</summary>
public abstract class PcKeyChangeCmdlet : PcChangeCmdlet
{
    private protected PcKeyChangeCmdlet()
    {
    }

    /// <summary>The keys: ARN, key id, <c>alias/name</c> or alias ARN, or objects that have one of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "ResourceArn", "AliasName", "KeyAlias", "KeyId")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] KeyIdentifier { get; set; } = [];

    /// <summary>What will be done, as PowerShell asks about it.</summary>
    private protected abstract string Action { get; }

    private protected sealed override void Execute() => ForEach(
        KeyIdentifier,
        key =>
        {
            if (ShouldChange(key, Action))
            {
                Execute(key);
            }
        });

    /// <summary>Does the work for one key.</summary>
    /// <param name="key">The key as the user named it.</param>
    private protected abstract void Execute(string key);
}
