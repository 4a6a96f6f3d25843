using System.Management.Automation;
using PaymentCrypto.Commands.Tokens;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Imports a key or a public key certificate.</summary>
/// <remarks>
/// <para>
/// Each format is a parameter set: TR-34 with an import token (-ImportToken) or with a key pair of the provider (-WrappingKeyIdentifier and
/// -WrappingKeyCertificate), TR-31 under a key encryption key (-WrappingKeyIdentifier), an RSA-OAEP key cryptogram (-Usage), TR-31 under a
/// key from ECDH (-PrivateKeyIdentifier), an AS 2805 cryptogram (-As2805KeyVariant), and certificates (-RootCertificate,
/// -TrustedCertificate). What New-PcTr34KeyBlock, New-PcTr31KeyBlock and New-PcKeyCryptogram return can be piped in with everything that it
/// brings.
/// </para>
/// <para>
/// A check value that comes with the object or with -ExpectedKeyCheckValue is compared. A key that comes out with another one is disabled
/// at once and reported as an error (PcKeyCheckValueMismatch); it is not returned.
/// </para>
/// <para>Each item that cannot be imported is an error of its own and does not stop the others. Nothing is kept of it.</para>
/// </remarks>
/// <seealso cref="ExportPcKeyCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
/// <seealso cref="NewPcTr34KeyBlockCommand"/>
/// <seealso cref="NewPcTr31KeyBlockCommand"/>
/// <seealso cref="NewPcKeyCryptogramCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsData.Import, "PcKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = Tr34TokenSet)]
[OutputType(typeof(Key))]
public sealed partial class ImportPcKeyCommand : PcImportCmdlet
{
    private const string RootSet = "RootCertificate";
    private const string TrustedSet = "TrustedCertificate";

    /// <summary>
    /// The key block: a TR-31 block as its characters, a TR-34 token as hex, PEM or base64, the lines or bytes of a file, or the path of a
    /// file with any of them or DER. From the pipeline: an object of New-PcTr34KeyBlock, New-PcTr31KeyBlock or Export-PcKey, a text, or a file.
    /// </summary>
    [Parameter(ParameterSetName = Tr34TokenSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Tr31Set, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Path", "FullName", "KeyBlock", "KeyMaterial", "Tr31KeyBlock_WrappedKeyBlock", "Tr34KeyBlock_WrappedKeyBlock",
        "DiffieHellmanTr31KeyBlock_WrappedKeyBlock")]
    [AllowEmptyString]
    [MaterialTransformation]
    public string WrappedKeyBlock { get; set; } = string.Empty;

    /// <summary>
    /// The cryptogram as hex or base64, the lines or bytes of a file, or the path of a file with any of them. From the pipeline: an object of
    /// New-PcKeyCryptogram, or an RSA cryptogram as text, bytes or a file.
    /// </summary>
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = As2805Set, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyCryptogram_WrappedKeyCryptogram", "As2805KeyCryptogram_WrappedKeyCryptogram")]
    [ValidateNotNullOrEmpty]
    [MaterialTransformation]
    public string WrappedKeyCryptogram { get; set; } = string.Empty;

    /// <summary>
    /// The import token of Get-PcImportParameters, for the certificate of which the key was wrapped. A TR-34 token or key cryptogram needs it, unless you name
    /// a key pair of your own.
    /// </summary>
    // For TR-34 not mandatory to PowerShell, like the two below: whoever has a TR-31 block would be asked for them. Our error says what the block needs.
    [Parameter(ParameterSetName = Tr34TokenSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Tr34KeyBlock_ImportToken", "KeyCryptogram_ImportToken")]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? ImportToken { get; set; }

    /// <summary>The RSA-OAEP padding of the cryptogram. The service takes RSA_OAEP_SHA_256 unless given.</summary>
    [Parameter(ParameterSetName = CryptogramSet, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyCryptogram_WrappingSpec")]
    [ArgumentCompleter(typeof(WrappingSpecCompleter))]
    [AllowEmptyString]
    public string? WrappingSpec { get; set; }

    /// <summary>The sender's (KDH) signing certificate, which a TR-34 token needs: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Tr34KeyBlock_SigningKeyCertificate")]
    [AllowNull]
    public object? SigningKeyCertificate { get; set; }

    /// <summary>The key that unwraps: the key encryption key of the block, or for TR-34 the provider's own RSA key pair.</summary>
    [Parameter(ParameterSetName = Tr31Set, Mandatory = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true)]
    [Parameter(ParameterSetName = As2805Set, Mandatory = true)]
    [Alias("WrappingKey", "Tr31KeyBlock_WrappingKeyIdentifier", "Tr34KeyBlock_WrappingKeyIdentifier", "As2805KeyCryptogram_WrappingKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingKeyIdentifier { get; set; } = string.Empty;

    /// <summary>The certificate that your own authority issued for that RSA key pair: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Tr34KeyBlock_WrappingKeyCertificate")]
    [AllowNull]
    public object? WrappingKeyCertificate { get; set; }

    /// <summary>The authority that signed the other side's certificate, imported before: a key, a key identifier or an alias.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, Mandatory = true)]
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true)]
    [Parameter(ParameterSetName = TrustedSet, Mandatory = true)]
    [Alias(
        "CertificateAuthority",
        "Tr34KeyBlock_CertificateAuthorityPublicKeyIdentifier",
        "DiffieHellmanTr31KeyBlock_CertificateAuthorityPublicKeyIdentifier",
        "TrustedCertificatePublicKey_CertificateAuthorityPublicKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string CertificateAuthorityPublicKeyIdentifier { get; set; } = string.Empty;

    /// <summary>A self-signed certificate, the root of those that follow: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = RootSet, Mandatory = true)]
    [Alias("RootCertificatePublicKey_PublicKeyCertificate")]
    [ValidateNotNull]
    public object? RootCertificate { get; set; }

    /// <summary>A certificate that an imported authority signed: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = TrustedSet, Mandatory = true)]
    [Alias("TrustedCertificatePublicKey_PublicKeyCertificate")]
    [ValidateNotNull]
    public object? TrustedCertificate { get; set; }

    /// <summary>
    /// What the key is for: a TR-31 usage, or its two characters such as <c>P0</c>. Of a certificate: S0 unless given. A key block says it itself.
    /// </summary>
    // A block takes it only to say that its header decides; PowerShell alone would not know the parameter.
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true)]
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = EcdhSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = TrustedSet)]
    [Alias("KeyUsage", "KeyAttributes_KeyUsage")]
    [ArgumentCompleter(typeof(KeyUsageCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Usage { get; set; }

    /// <summary>The algorithm of the key, for example AES_128 or TDES_2KEY: a cryptogram does not say it.</summary>
    [Parameter(ParameterSetName = CryptogramSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = As2805Set, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyAlgorithm", "KeyAttributes_KeyAlgorithm", "As2805KeyCryptogram_KeyAlgorithm")]
    [ArgumentCompleter(typeof(KeyAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string Algorithm { get; set; } = string.Empty;

    /// <summary>What the key may do: names such as Encrypt and Decrypt, or one letter of TR-31. Unless given, what a key of its usage is made for.</summary>
    [Parameter(ParameterSetName = CryptogramSet)]
    [Parameter(ParameterSetName = As2805Set)]
    [Parameter(ParameterSetName = TrustedSet)]
    [Alias("KeyModesOfUse", "ModeOfUse")]
    [ArgumentCompleter(typeof(ModesOfUseCompleter))]
    [ValidateModesOfUse]
    public string[]? ModesOfUse { get; set; }

    /// <summary>Let the key be exported. Without it the key never leaves the service. A key block says it itself.</summary>
    [Parameter(ParameterSetName = Tr31Set)]
    [Parameter(ParameterSetName = EcdhSet)]
    [Parameter(ParameterSetName = Tr34OwnKeySet)]
    [Parameter(ParameterSetName = Tr34TokenSet)]
    [Parameter(ParameterSetName = CryptogramSet)]
    [Parameter(ParameterSetName = As2805Set)]
    [Alias("KeyCryptogram_Exportable", "As2805KeyCryptogram_Exportable")]
    public SwitchParameter Exportable { get; set; }

    /// <summary>What PowerShell could not place; refused here, because its own error would show it.</summary>
    // Not in the sets without a positional block: there PowerShell would ask for the cryptogram instead of refusing the block.
    [Parameter(ParameterSetName = Tr34TokenSet, ValueFromRemainingArguments = true, DontShow = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, ValueFromRemainingArguments = true, DontShow = true)]
    [Parameter(ParameterSetName = Tr31Set, ValueFromRemainingArguments = true, DontShow = true)]
    [Parameter(ParameterSetName = EcdhSet, ValueFromRemainingArguments = true, DontShow = true)]
    [Parameter(ParameterSetName = RootSet, ValueFromRemainingArguments = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Misplaced { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        MisplacedSecret.Refuse(this, Misplaced);
    }
}
