using System.Management.Automation;
using PaymentCrypto.Commands.Tokens;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Exports keys, wrapped for another party.</summary>
/// <remarks>
/// <para>
/// Each format is a parameter set: TR-31 under a key encryption key (-WrappingKeyIdentifier), TR-34 signed with an export token
/// (-ExportToken) or with a key pair of the provider (-SigningKeyIdentifier), an RSA-OAEP key cryptogram (-WrappingSpec,
/// which has to be given, since a cryptogram says nothing of what the key is for), TR-31 under a key from ECDH
/// (-PrivateKeyIdentifier), and an AS 2805 cryptogram (-As2805KeyVariant). Key blocks can say less than the key may do, never more.
/// </para>
/// <para>With -KeySerialNumber the initial key of one terminal is exported instead of its base derivation key.</para>
/// </remarks>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso cref="GetPcExportParametersCommand"/>
/// <seealso cref="ConvertFromPcTr34KeyBlockCommand"/>
/// <seealso cref="ConvertFromPcTr31KeyBlockCommand"/>
/// <seealso cref="ConvertFromPcKeyCryptogramCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsData.Export, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = Tr31Set)]
[OutputType(typeof(WrappedKey))]
public sealed partial class ExportPcKeyCommand : PcExchangeCmdlet
{
    /// <summary>The keys: ARN, key id, <c>alias/name</c> or alias ARN, or objects that have one of them.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Tr31Set, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = As2805Set, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyArn", "ResourceArn", "AliasName", "KeyAlias", "KeyId", "ExportKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] KeyIdentifier { get; set; } = [];

    /// <summary>The key encryption key to wrap under: a key, a key identifier or an alias.</summary>
    [Parameter(ParameterSetName = Tr31Set, Mandatory = true)]
    [Parameter(ParameterSetName = As2805Set, Mandatory = true)]
    [Alias("WrappingKey", "Tr31KeyBlock_WrappingKeyIdentifier", "As2805KeyCryptogram_WrappingKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingKeyIdentifier { get; set; } = string.Empty;

    /// <summary>The receiver's (KRD) RSA certificate: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet, Mandatory = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true)]
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true)]
    [Alias("RecipientCertificate", "Tr34KeyBlock_WrappingKeyCertificate", "KeyCryptogram_WrappingKeyCertificate")]
    [ValidateNotNull]
    public object? WrappingKeyCertificate { get; set; }

    /// <summary>The authority that signed the other side's certificate, imported before: a key, a key identifier or an alias.</summary>
    // Not mandatory for the set that PowerShell is to choose when only the certificate is given; see ExportToken.
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true)]
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true)]
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true)]
    [Alias(
        "CertificateAuthority",
        "Tr34KeyBlock_CertificateAuthorityPublicKeyIdentifier",
        "KeyCryptogram_CertificateAuthorityPublicKeyIdentifier",
        "DiffieHellmanTr31KeyBlock_CertificateAuthorityPublicKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string CertificateAuthorityPublicKeyIdentifier { get; set; } = string.Empty;

    /// <summary>
    /// The RSA-OAEP padding of the cryptogram, RSA_OAEP_SHA_256 or RSA_OAEP_SHA_512. It is what asks for a cryptogram instead of a TR-34
    /// token: a cryptogram says nothing of what the key is for.
    /// </summary>
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true)]
    [Alias("KeyCryptogram_WrappingSpec")]
    [ArgumentCompleter(typeof(WrappingSpecCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingSpec { get; set; } = string.Empty;

    /// <summary>
    /// The export token of Get-PcExportParameters, or its object: the token is signed with its key. Needed unless you name a signing key of your own.
    /// </summary>
    // Not mandatory to PowerShell: it would only say that it cannot choose among the formats. Our error says what each of them needs.
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Alias("Tr34KeyBlock_ExportToken")]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ExportToken { get; set; }

    /// <summary>The provider's RSA key pair to sign with, in place of an export token.</summary>
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true)]
    [Alias("Tr34KeyBlock_SigningKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string SigningKeyIdentifier { get; set; } = string.Empty;

    /// <summary>The certificate that your own authority issued for that key pair: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true)]
    [Alias("Tr34KeyBlock_SigningKeyCertificate")]
    [ValidateNotNull]
    public object? SigningKeyCertificate { get; set; }

    /// <summary>Export the initial key (IPEK, IK) of this key serial number instead of the base derivation key: 20 (TDES) or 24 (AES) hex digits.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = CryptogramSet)]
    [Alias("KSN", "ExportDukptInitialKey_KeySerialNumber")]
    [ValidateNotNullOrEmpty]
    public string? KeySerialNumber { get; set; }

    /// <summary>How the check value of an initial key is computed.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = CryptogramSet)]
    [Alias("ExportAttributes_KeyCheckValueAlgorithm")]
    [ArgumentCompleter(typeof(KeyCheckValueAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? KeyCheckValueAlgorithm { get; set; }

    /// <summary>What the receiver may do with the key, no more than the key itself may: names, or a letter of TR-31.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = EcdhSet)]
    [Alias("KeyModesOfUse", "ModesOfUse")]
    [ArgumentCompleter(typeof(ModesOfUseCompleter))]
    [ValidateModesOfUse]
    public string[]? ModeOfUse { get; set; }

    /// <summary>Whether the receiver may wrap the key again: <c>E</c> (exportable), <c>S</c> (sensitive) or <c>N</c> (not), or the service's names.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = EcdhSet)]
    [Alias("KeyExportability", "KeyBlockHeaders_KeyExportability")]
    [ArgumentCompleter(typeof(HeaderExportabilityCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Exportability { get; set; }

    /// <summary>The version of the key in the header, two letters or digits.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = EcdhSet)]
    [Alias("KeyBlockHeaders_KeyVersion")]
    [ValidateNotNullOrEmpty]
    public string? KeyVersion { get; set; }

    /// <summary>Optional blocks of the header: a hashtable, or texts such as <c>KS=FFFF9876543210E00000</c>.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = EcdhSet)]
    [Alias("OptionalBlocks", "KeyBlockHeaders_OptionalBlock")]
    [ArgumentCompleter(typeof(OptionalBlockCompleter))]
    [ValidateNotNullOrEmpty]
    public object[]? OptionalBlock { get; set; }

    /// <summary>
    /// Write the wrapped key to this file as one line of text. Nothing is returned then. An existing file is kept unless <c>-Force</c> is given.
    /// </summary>
    [Parameter]
    [Alias("OutputFile")]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Return the object as well when there is an <c>-OutFile</c>.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>What PowerShell could not place; refused here, because its own error would show it.</summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Misplaced { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        MisplacedSecret.Refuse(this, Misplaced);
    }

    private protected override void Execute() => ForEach(KeyIdentifier, Export);
}
