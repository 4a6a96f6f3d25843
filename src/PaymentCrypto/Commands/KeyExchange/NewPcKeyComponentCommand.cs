using System.Management.Automation;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Splits a key into components, or makes a new key in components.</summary>
/// <remarks>
/// <para>Splits a key into components for split knowledge, or makes a new key that exists in components only.</para>
/// </remarks>
/// <seealso cref="JoinPcKeyComponentCommand"/>
/// <seealso cref="GetPcKeyCheckValueCommand"/>
/// <seealso>about_PaymentCrypto_Security</seealso>
[Cmdlet(VerbsCommon.New, "PcKeyComponent", DefaultParameterSetName = GenerateSet)]
[OutputType(typeof(KeyComponent))]
public sealed class NewPcKeyComponentCommand : PcToolCmdlet
{
    private const string GenerateSet = "Generate";
    private const string SplitSet = "Split";
    private const string SplitPathSet = "SplitPath";

    /// <summary>The key to split: a key object, or a SecureString of hex digits.</summary>
    [Parameter(ParameterSetName = SplitSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? Key { get; set; }

    /// <summary>The key to split when it is in a file, as hex digits or as its bytes. Taken literally, without wildcards.</summary>
    [Parameter(ParameterSetName = SplitPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [KeyPathTransformation]
    public string? KeyPath { get; set; }

    /// <summary>The algorithm: of the new key, or of the key to split where its length leaves a choice.</summary>
    [Parameter(Position = 0, ParameterSetName = GenerateSet, Mandatory = true)]
    [Parameter(ParameterSetName = SplitSet)]
    [Parameter(ParameterSetName = SplitPathSet)]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(DerivedAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>How many components, one for each custodian.</summary>
    [Parameter]
    [ValidateRange(2, 9)]
    public int Count { get; set; } = 3;

    /// <summary>Put each component as hex digits into its property PlainText, to be written on paper. Anyone can read it there.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    private protected override object? ErrorTarget => KeyPath ?? Algorithm;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        UseGathered(bytes =>
        {
            Key = bytes;
            Split();
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (!Gathers(Key))
        {
            Split();
        }
    }

    private void Split()
    {
        using Lease<KeyMaterial> key = ParameterSetName == GenerateSet
            ? new Lease<KeyMaterial>(Run(tools => tools.Keys.Generate(Algorithm!)), isOwn: true)
            : KeyInput.Take(this, Key, KeyPath, new KeyForm("key") { Algorithm = Algorithm });
        KeyComponent[] components = Run(tools =>
        {
            IReadOnlyList<KeyMaterial> parts = tools.Keys.Split(key.Value, Count);
            string? combined = tools.Keys.UsualCheckValue(key.Value)?.Value;
            return parts.Select((part, index) => new KeyComponent(part, tools.Keys.UsualCheckValue(part), AsPlainText)
            {
                Number = index + 1,
                Count = parts.Count,
                CombinedKeyCheckValue = combined,
                OddParity = tools.Keys.HasOddParity(part),
            }).ToArray();
        });
        WriteVerbose($"{key.Value.Algorithm} key with KCV {components[0].CombinedKeyCheckValue} in {components.Length} components.");
        WriteObject(components, enumerateCollection: true);
    }
}
