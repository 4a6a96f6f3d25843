using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Says why a key exchange is refused: makes every check, tells the first cause first, and what to do about it on whose side.</summary>
/// <remarks>
/// <para>
/// Takes whatever there is of a key exchange: a TR-31 block (also one under a key from ECDH), a TR-34 token, an RSA or AS 2805
/// cryptogram, a certificate or chain, a signing request, an import token, the components of a key with their check values, or the error of a refused request. It makes every check that
/// engine and service make, in their order, and does not stop at the first that fails.
/// </para>
/// <para>
/// On the local provider the keys of the store help: every key encryption key is tried against a block by its MAC, every import token
/// against the receiver that a TR-34 token names, and the imported authorities against certificates. On AWS, or with what is given alone,
/// the same checks are made as far as they go without a private key; nothing is sent.
/// </para>
/// <para>
/// Each finding has the name of its check, an outcome (Fail, Unknown or Pass), what was found and what would be right, the clause of the
/// standard, what to do, and whose part that is: the sender's, the receiver's, or of the way between them. Failures come first, in the order
/// of the checks, so that the first is the first cause. What passed is one finding in all, unless -Detailed is given.
/// </para>
/// <para>No clear key, component or decrypted byte is ever in a finding. Nothing is imported, exported or written.</para>
/// </remarks>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso cref="RepairPcKeyBlockCommand"/>
/// <seealso cref="RepairPcKeyComponentCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsDiagnostic.Test, "PcKeyExchange", DefaultParameterSetName = MaterialSet)]
[OutputType(typeof(KeyExchangeFinding), typeof(bool))]
public sealed partial class TestPcKeyExchangeCommand : PcOperationCmdlet
{
    private const string MaterialSet = "Material";
    private const string ComponentSet = "Component";

    /// <summary>
    /// What there is: a text, the bytes or lines of a file, the path of one, a certificate, an error record, or an object that carries a
    /// wrapped key. Nothing in it is mended before it is looked at.
    /// </summary>
    [Parameter(ParameterSetName = MaterialSet, Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [Alias("KeyBlock", "WrappedKeyBlock", "WrappedKeyCryptogram", "KeyMaterial", "ErrorRecord")]
    [AllowEmptyString]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>The components of a key, as they were entered: objects of New-PcKeyComponent, SecureStrings of hex digits, or both.</summary>
    [Parameter(ParameterSetName = ComponentSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public object[] Component { get; set; } = [];

    /// <summary>The check values on the papers of the components, one for each in their order; an empty text for a paper without one.</summary>
    [Parameter(ParameterSetName = ComponentSet)]
    [Alias("ComponentKCV")]
    [AllowEmptyString]
    [ValidateNotNull]
    [CheckValueTransformation]
    public string[] ComponentCheckValue { get; set; } = [];

    /// <summary>What the exchange is for: taking a key in, or handing one out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DirectionCompleter))]
    [ValidateOneOf(TokenDirection.Import, TokenDirection.Export)]
    public string For { get; set; } = TokenDirection.Import;

    /// <summary>The stored key that wraps: a key, a key identifier or an alias. All others are tried too.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [Alias("KeyArn")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string? WrappingKeyIdentifier { get; set; }

    /// <summary>The key that wraps when it is in the clear: a key object, or a SecureString of hex digits.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [Alias("KBPK", "WrappingKey")]
    [ValidateNotNull]
    public object? ProtectionKey { get; set; }

    /// <summary>The algorithm of the key that wraps; the one that the block's version wants, unless given.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ProtectionKeyAlgorithm { get; set; }

    /// <summary>The imported authority that issued the sender's certificate. All that are imported are tried unless given.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string? CertificateAuthorityPublicKeyIdentifier { get; set; }

    /// <summary>The certificate of the authority, when it is not imported: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [Alias("Authority")]
    [ValidateNotNull]
    public object? CertificateAuthority { get; set; }

    /// <summary>The import token for whose certificate the key should be wrapped. All others are looked at too.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ImportToken { get; set; }

    /// <summary>The sender's (KDH) signing certificate: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ValidateNotNull]
    public object? SigningKeyCertificate { get; set; }

    /// <summary>The receiver's (KRD) certificate, for which the key should be wrapped: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ValidateNotNull]
    public object? WrappingKeyCertificate { get; set; }

    /// <summary>The nonce of a two-pass TR-34 exchange, hex.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [Alias("Nonce")]
    [ValidateNotNullOrEmpty]
    public string? RandomNonce { get; set; }

    /// <summary>The RSA-OAEP padding of a cryptogram, as the request names it.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(WrappingSpecCompleter))]
    [ValidateNotNullOrEmpty]
    public string? WrappingSpec { get; set; }

    /// <summary>The stored ECC key pair, when the key that wraps is from ECDH: a key, a key identifier or an alias. All others are tried too.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [Alias("KeyAgreementKey")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string? PrivateKeyIdentifier { get; set; }

    /// <summary>The other side's certificate for ECDH: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [Alias("PeerCertificate")]
    [ValidateNotNull]
    public object? PublicKeyCertificate { get; set; }

    /// <summary>The algorithm of the key that ECDH derives.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(DerivedAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string DeriveKeyAlgorithm { get; set; } = SymmetricKeyAlgorithm.Aes256;

    /// <summary>How the key is derived from the agreed secret. All others are tried too.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(DerivationFunctionCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationFunction { get; set; } = Api.KeyDerivationFunction.NistSp800;

    /// <summary>The hash of the key derivation function. All others are tried too.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(DerivationHashCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationHashAlgorithm { get; set; } = Api.KeyDerivationHashAlgorithm.Sha256;

    /// <summary>What both sides mix into the derivation, hex.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ValidateNotNullOrEmpty]
    public string? SharedInformation { get; set; }

    /// <summary>The variant of an AS 2805 cryptogram.</summary>
    [Parameter(ParameterSetName = MaterialSet)]
    [ArgumentCompleter(typeof(As2805VariantCompleter))]
    [ValidateNotNullOrEmpty]
    public string? As2805KeyVariant { get; set; }

    /// <summary>The algorithm of the key, where nothing else says it: of components and cryptograms.</summary>
    [Parameter]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>The check value that the sender gives for the key. A value by another method is told with its method.</summary>
    [Parameter]
    [Alias("KCV", "ExpectedKeyCheckValue")]
    [ValidateNotNullOrEmpty]
    [CheckValueTransformation]
    public string? KeyCheckValue { get; set; }

    /// <summary>Return a finding for each check that passed too.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Return only whether no check failed: true or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>What PowerShell could not place; refused here, because its own error would show it.</summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Misplaced { get; set; }

    private protected override object? ErrorTarget => _item;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        MisplacedSecret.Refuse(this, Misplaced);
    }

    private void Write(IReadOnlyList<ExchangeCheckResult> results)
    {
        if (Quiet)
        {
            WriteObject(results.All(static result => result.Outcome != "Fail"));
            return;
        }

        ExchangeCheckResult[] passed = [.. results.Where(static result => result.Outcome == "Pass")];
        WriteObject(results.Where(result => Detailed || result.Outcome != "Pass").Select(static result => new KeyExchangeFinding(result)),
            enumerateCollection: true);
        if (!Detailed && passed.Length > 0)
        {
            WriteObject(new KeyExchangeFinding
            {
                Check = "Passed",
                Outcome = "Pass",
                Found = FormattableString.Invariant($"{passed.Length} checks passed; -Detailed shows each."),
            });
        }
    }
}
