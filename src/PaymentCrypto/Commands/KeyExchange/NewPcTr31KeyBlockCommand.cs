using System.Management.Automation;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Wraps a key in a TR-31 key block.</summary>
/// <remarks>
/// <para>Wraps a key in a TR-31 key block (X9.143), as the other party's HSM does.</para>
/// </remarks>
/// <seealso cref="ConvertFromPcTr31KeyBlockCommand"/>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso cref="NewPcEcdhKeyCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.New, "PcTr31KeyBlock", SupportsShouldProcess = true, DefaultParameterSetName = FieldsSet)]
[OutputType(typeof(Tr31KeyBlock))]
public sealed class NewPcTr31KeyBlockCommand : PcWrapCmdlet
{
    /// <summary>The key to wrap: a key object, or a SecureString of hex digits. Asked for when neither it nor <c>-KeyPath</c> is given.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public object? Key { get; set; }

    /// <summary>
    /// The key block protection key (KBPK): a key object such as that of New-PcEcdhKey, or a SecureString of hex digits. Asked for when it is not given.
    /// </summary>
    [Parameter(Position = 0)]
    [Alias("KBPK", "WrappingKey")]
    [ValidateNotNull]
    public object? ProtectionKey { get; set; }

    /// <summary>The KBPK when it is in a file, as hex digits or as its bytes. Taken literally, without wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [KeyPathTransformation]
    public string? ProtectionKeyPath { get; set; }

    /// <summary>The algorithm of the KBPK; needed where neither its length nor the version tells it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProtectionKeyAlgorithm { get; set; }

    /// <summary>The version letter. Unless given, that of the header, or the one that fits the KBPK: B for TDES, D for AES.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(VersionCompleter))]
    [ValidateOneOf("A", "B", "C", "D", "E")]
    public string? Version { get; set; }

    /// <summary>Allow versions A and C, which X9.143 has withdrawn.</summary>
    [Parameter]
    public SwitchParameter AllowWithdrawnVersion { get; set; }

    /// <summary>Let the length of the block tell the length of the key, as blocks before X9.143 do.</summary>
    [Parameter]
    public SwitchParameter ShowKeyLength { get; set; }

    /// <summary>Add a KC block with the check value of the key.</summary>
    [Parameter]
    public SwitchParameter AddKeyCheckValue { get; set; }

    /// <summary>Add a KP block with the check value of the KBPK.</summary>
    [Parameter]
    public SwitchParameter AddProtectionKeyCheckValue { get; set; }

    private protected override object? ErrorTarget => Header ?? Usage;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        UseGathered(bytes =>
        {
            Key = bytes;
            Wrap();
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (!Gathers(Key))
        {
            Wrap();
        }
    }

    private void Wrap()
    {
        using Lease<KeyMaterial> key = TakeKey(Key);
        using Lease<KeyMaterial> protectionKey = KeyInput.Take(this, ProtectionKey, ProtectionKeyPath, new KeyForm("key block protection key (KBPK)")
        {
            Algorithm = ProtectionKeyAlgorithm,
            Assumed = Run(tools => tools.Tr31.AlgorithmOfProtectionKey(Version ?? Header)),
        });
        var request = new Tr31WrapRequest
        {
            Key = key.Value,
            ProtectionKey = protectionKey.Value,
            Fields = Fields,
            Version = Version?.ToUpperInvariant(),
            AllowWithdrawnVersions = AllowWithdrawnVersion,
            ShowKeyLength = ShowKeyLength,
            AddKeyCheckValue = AddKeyCheckValue,
            AddProtectionKeyCheckValue = AddProtectionKeyCheckValue,
        };
        Tr31Description made = Run(tools => tools.Tr31.Wrap(request));
        var block = new Tr31KeyBlock(made);
        block.Describe(key.Value, Run(tools => tools.Keys.UsualCheckValue(key.Value)));
        block.DescribeProtection(
            protectionKey.Value,
            Run(tools => tools.Keys.UsualCheckValue(protectionKey.Value)),
            (ProtectionKey as PSObject)?.BaseObject as EcdhKey ?? ProtectionKey as EcdhKey);
        WriteVerbose($"{block.Header}: {block.KeyAlgorithm} key with KCV {block.KeyCheckValue} under the KBPK with KCV {block.ProtectionKeyCheckValue}.");
        WriteDebug($"Block of {made.Block.Length} characters, version {block.Version}, {block.OptionalBlocks.Length} optional blocks.");
        Warn(block.Warnings);
        Deliver(block, made.Block);
    }
}
