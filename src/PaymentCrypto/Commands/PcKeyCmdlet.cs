using System.Management.Automation;
using PaymentCrypto.Completion;

namespace PaymentCrypto.Commands;

/// <summary>A cmdlet that reads something about keys that the user names.</summary>
public abstract class PcKeyCmdlet : PcItemCmdlet
{
    private protected PcKeyCmdlet()
    {
    }

    /// <summary>The keys: ARN, key id, <c>alias/name</c> or alias ARN, or objects that have one of them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "ResourceArn", "AliasName", "KeyAlias", "KeyId")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] KeyIdentifier { get; set; } = [];

    private protected sealed override void Execute() => ForEach(KeyIdentifier, Execute);

    /// <summary>Does the work for one key.</summary>
    /// <param name="key">The key as the user named it.</param>
    private protected abstract void Execute(string key);
}
