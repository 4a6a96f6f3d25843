using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>A cmdlet that wraps a key with a key block header.</summary>
public abstract class PcWrapCmdlet : PcBlockCmdlet
{
    private protected const string FieldsSet = "Fields";
    private protected const string HeaderSet = "Header";

    private protected PcWrapCmdlet()
    {
    }

    /// <summary>The key to wrap when it is in a file, as hex digits or as its bytes. Taken literally, without wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [KeyPathTransformation]
    public string? KeyPath { get; set; }

    /// <summary>
    /// The algorithm of the key; needed where its length leaves a choice: <c>TDES</c> or <c>AES</c>, or with the length, such as <c>AES_128</c>.
    /// </summary>
    [Parameter]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>What the key is for: two characters of X9.143 such as <c>P0</c>, or the service's name such as <c>TR31_P0_PIN_ENCRYPTION_KEY</c>.</summary>
    [Parameter(ParameterSetName = FieldsSet, Mandatory = true)]
    [Alias("KeyUsage")]
    [ArgumentCompleter(typeof(HeaderUsageCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Usage { get; set; }

    /// <summary>What the key may do: one letter of X9.143 such as <c>B</c>, or its name. The widest that the usage has, unless given.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [Alias("KeyModesOfUse")]
    [ArgumentCompleter(typeof(HeaderModeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ModeOfUse { get; set; }

    /// <summary>Whether the key may be wrapped again: <c>E</c> (exportable), <c>N</c> (not) or <c>S</c> (sensitive).</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [Alias("KeyExportability")]
    [ArgumentCompleter(typeof(HeaderExportabilityCompleter))]
    [ValidateNotNullOrEmpty]
    public string Exportability { get; set; } = "E";

    /// <summary>The version of the key, two letters or digits.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [ValidateNotNullOrEmpty]
    public string KeyVersion { get; set; } = "00";

    /// <summary>Optional blocks in their order: <c>ID=content</c>, a hashtable, or those of another block. PB, and HM for HMAC keys, are added.</summary>
    [Parameter(ParameterSetName = FieldsSet)]
    [Alias("OptionalBlocks")]
    [ArgumentCompleter(typeof(OptionalBlockCompleter))]
    [ValidateNotNullOrEmpty]
    public object[] OptionalBlock { get; set; } = [];

    /// <summary>The whole header in place of its fields, 16 characters and optional blocks. Its length field is computed.</summary>
    [Parameter(ParameterSetName = HeaderSet, Mandatory = true)]
    [Alias("KeyBlockHeader")]
    [ValidateNotNullOrEmpty]
    public string? Header { get; set; }

    /// <summary>What the header shall say.</summary>
    private protected KeyBlockFields Fields => new()
    {
        Header = Header,
        KeyUsage = Usage,
        ModeOfUse = ModeOfUse,
        Exportability = Exportability,
        KeyVersion = KeyVersion,
        OptionalBlocks = OptionalBlockInput.Take(OptionalBlock),
    };

    /// <summary>The key to wrap.</summary>
    private protected Lease<KeyMaterial> TakeKey(object? key) => KeyInput.Take(this, key, KeyPath, new KeyForm("key")
    {
        Algorithm = Algorithm,
        Assumed = Header is null ? null : Run(tools => tools.Tr31.AlgorithmOfKey(Header)),
    });
}
