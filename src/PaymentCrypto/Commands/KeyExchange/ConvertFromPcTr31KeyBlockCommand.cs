using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Reads a TR-31 key block, and opens it with its protection key.</summary>
/// <remarks>
/// <para>Reads a TR-31 key block (X9.143): without a key its header and optional blocks, with the protection key also the key in it.</para>
/// <para>
/// Without a protection key nothing is authenticated. A protection key whose algorithm does not fit the version letter is the most common
/// mistake: the error names both.
/// </para>
/// </remarks>
/// <seealso cref="NewPcTr31KeyBlockCommand"/>
/// <seealso cref="ExportPcKeyCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsData.ConvertFrom, "PcTr31KeyBlock", DefaultParameterSetName = InspectSet)]
[OutputType(typeof(Tr31KeyBlock))]
public sealed class ConvertFromPcTr31KeyBlockCommand : PcToolCmdlet
{
    private const string SingleDes = "DES";
    private const string InspectSet = "Inspect";
    private const string UnwrapSet = "Unwrap";
    private const string UnwrapPathSet = "UnwrapPath";

    private readonly PipedMaterial _piped = new();

    /// <summary>The key block as text, as lines or bytes of a file, or the path of a file with it.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WrappedKeyBlock", "KeyMaterial", "Tr31WrappedKeyBlock")]
    [AllowEmptyString]
    [MaterialTransformation]
    public string KeyBlock { get; set; } = string.Empty;

    /// <summary>The key block protection key (KBPK): a key object, or a SecureString of hex digits.</summary>
    [Parameter(Position = 1, ParameterSetName = UnwrapSet, Mandatory = true)]
    [Alias("KBPK", "WrappingKey")]
    [ValidateNotNull]
    public object? ProtectionKey { get; set; }

    /// <summary>The KBPK when it is in a file, as hex digits or as its bytes. Taken literally, without wildcards.</summary>
    [Parameter(ParameterSetName = UnwrapPathSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [KeyPathTransformation]
    public string? ProtectionKeyPath { get; set; }

    /// <summary>The algorithm of the KBPK; the one that the block's version wants, unless given.</summary>
    [Parameter(ParameterSetName = UnwrapSet)]
    [Parameter(ParameterSetName = UnwrapPathSet)]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProtectionKeyAlgorithm { get; set; }

    /// <summary>Refuse what X9.143 does not define; it is a warning otherwise.</summary>
    [Parameter]
    public SwitchParameter Strict { get; set; }

    /// <summary>Put the key as hex digits into the property PlainText of the key object, where anyone can read it.</summary>
    [Parameter(ParameterSetName = UnwrapSet)]
    [Parameter(ParameterSetName = UnwrapPathSet)]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>
    /// Take a single-DES key of 8 bytes out of a block. Such a key can be found by trying, so that it is refused unless this is given; the service takes none.
    /// </summary>
    [Parameter(ParameterSetName = UnwrapSet)]
    [Parameter(ParameterSetName = UnwrapPathSet)]
    public SwitchParameter AllowSingleDes { get; set; }

    private protected override object? ErrorTarget => MaterialInput.Target(KeyBlock);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Attempt(() =>
        {
            if (_piped.Rest() is { } rest)
            {
                Convert(rest);
            }
        });
        base.EndProcessing();
    }

    private protected override void Execute()
    {
        if (_piped.Take(this, KeyBlock) is { } whole)
        {
            Convert(whole);
        }
    }

    private void Convert(string given)
    {
        string text = MaterialInput.Block(this, given);
        Tr31KeyBlock block = ParameterSetName == InspectSet
            ? new Tr31KeyBlock(Run(tools => tools.Tr31.Read(text, Strict)))
            : Unwrap(text);
        if (ParameterSetName == InspectSet)
        {
            WriteVerbose($"{block.Header}: read without the KBPK, so nothing of it is verified.");
        }

        WriteDebug($"Block of {block.WrappedKeyBlock?.Length} characters, version {block.Version}, {block.OptionalBlocks.Length} optional blocks.");
        Warn(block.Warnings);
        WriteObject(block);
    }

    private Tr31KeyBlock Unwrap(string text)
    {
        using Lease<KeyMaterial> protectionKey = KeyInput.Take(this, ProtectionKey, ProtectionKeyPath, new KeyForm("key block protection key (KBPK)")
        {
            Algorithm = ProtectionKeyAlgorithm,
            Assumed = Run(tools => tools.Tr31.AlgorithmOfProtectionKey(text)) ?? "AES",
        });
        Tr31Content content = Run(tools => tools.Tr31.Unwrap(text, protectionKey.Value, Strict));
        if (content.Key.Algorithm == SingleDes && !AllowSingleDes)
        {
            content.Key.Dispose();
            throw new KeyInputException(
                KeyInputFailure.AlgorithmMismatch,
                "The key in the block is a single-DES key of 8 bytes, which can be found by trying all of them; the service takes none. If it is what you "
                    + "expect, say so with -AllowSingleDes.");
        }

        CheckValue? checkValue = Run(tools => tools.Keys.UsualCheckValue(content.Key));
        var block = new Tr31KeyBlock(content.Description) { Key = new ClearKey(content.Key, checkValue, AsPlainText) };
        block.Describe(content.Key, checkValue);
        block.DescribeProtection(protectionKey.Value, Run(tools => tools.Keys.UsualCheckValue(protectionKey.Value)), derived: null);
        WriteVerbose($"{block.Header}: {block.KeyAlgorithm} key with KCV {block.KeyCheckValue} under the KBPK with KCV {block.ProtectionKeyCheckValue}.");
        return block;
    }
}
