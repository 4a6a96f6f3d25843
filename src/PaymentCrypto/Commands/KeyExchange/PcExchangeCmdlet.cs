using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>What importing and exporting a key have in common: the formats, each a parameter set of its own.</summary>
public abstract class PcExchangeCmdlet : PcChangeCmdlet
{
    private protected const string Tr34TokenSet = "Tr34";
    private protected const string Tr34OwnKeySet = "Tr34OwnKey";
    private protected const string Tr31Set = "Tr31";
    private protected const string CryptogramSet = "KeyCryptogram";
    private protected const string EcdhSet = "Ecdh";
    private protected const string As2805Set = "As2805";

    private static readonly string[] CertificateExtensions = [".pem", ".crt", ".cer", ".der", ".p7b"];

    private protected PcExchangeCmdlet()
    {
    }

    /// <summary>An authority in a form that the service takes: its key, not its certificate.</summary>
    /// <exception cref="KeyInputException">It is a certificate, or the path of one.</exception>
    private protected string Authority(string identifier)
    {
        bool isText = identifier.Contains("-----BEGIN ", StringComparison.Ordinal);
        // What PowerShell makes of an X509Certificate2 where a text is wanted begins like this.
        bool isObject = identifier.StartsWith("[Subject]", StringComparison.Ordinal);
        if (!isText
            && !isObject
            && !identifier.StartsWith('.')
            && !CertificateExtensions.Contains(Path.GetExtension(identifier), StringComparer.OrdinalIgnoreCase))
        {
            return ToServiceForm(identifier);
        }

        string given = isText || isObject ? "a certificate" : $"'{identifier}', which looks like a certificate's file";
        string example = isText || isObject ? "$certificate" : $"'{identifier}'";
        throw new KeyInputException(
            KeyInputFailure.Form,
            $"-CertificateAuthorityPublicKeyIdentifier names the key of an imported authority, not {given}. Import it first, with "
            + $"$authority = Import-PcKey -RootCertificate {example}, and give -CertificateAuthorityPublicKeyIdentifier $authority.");
    }

    /// <summary>The nonce of a two-pass TR-34 exchange, 16 to 32 hex digits. Without it the exchange is one-pass.</summary>
    [Parameter(ParameterSetName = Tr34TokenSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = Tr34OwnKeySet, ValueFromPipelineByPropertyName = true)]
    [Alias("Nonce", "Tr34KeyBlock_RandomNonce")]
    [AllowEmptyString]
    public string? RandomNonce { get; set; }

    /// <summary>The provider's ECC key pair for the agreement: a key, a key identifier or an alias.</summary>
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true)]
    [Alias("KeyAgreementKey", "DiffieHellmanTr31KeyBlock_PrivateKeyIdentifier")]
    [ArgumentCompleter(typeof(KeyCompleter))]
    [ValidateNotNullOrEmpty]
    public string PrivateKeyIdentifier { get; set; } = string.Empty;

    /// <summary>The other side's certificate for the agreement: an object, PEM text, base64 or a path.</summary>
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PeerCertificate", "DiffieHellmanTr31KeyBlock_PublicKeyCertificate")]
    [ValidateNotNull]
    public object? PublicKeyCertificate { get; set; }

    /// <summary>The algorithm of the derived key, under which the TR-31 block is.</summary>
    [Parameter(ParameterSetName = EcdhSet, ValueFromPipelineByPropertyName = true)]
    [Alias("DiffieHellmanTr31KeyBlock_DeriveKeyAlgorithm")]
    [ArgumentCompleter(typeof(DerivedAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string DeriveKeyAlgorithm { get; set; } = SymmetricKeyAlgorithm.Aes256;

    /// <summary>How the protection key is derived from the agreed secret; both sides do the same.</summary>
    [Parameter(ParameterSetName = EcdhSet, ValueFromPipelineByPropertyName = true)]
    [Alias("DiffieHellmanTr31KeyBlock_KeyDerivationFunction")]
    [ArgumentCompleter(typeof(DerivationFunctionCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationFunction { get; set; } = Api.KeyDerivationFunction.NistSp800;

    /// <summary>The hash of the key derivation function; both sides take the same.</summary>
    [Parameter(ParameterSetName = EcdhSet, ValueFromPipelineByPropertyName = true)]
    [Alias("DiffieHellmanTr31KeyBlock_KeyDerivationHashAlgorithm")]
    [ArgumentCompleter(typeof(DerivationHashCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationHashAlgorithm { get; set; } = Api.KeyDerivationHashAlgorithm.Sha256;

    /// <summary>What both sides mix into the derivation, 2 to 2048 hex digits. It is no secret.</summary>
    [Parameter(ParameterSetName = EcdhSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("DerivationData_SharedInformation")]
    [ValidateNotNullOrEmpty]
    public string SharedInformation { get; set; } = string.Empty;

    /// <summary>The variant of the key encryption key, which also fixes what the wrapped key is for.</summary>
    [Parameter(ParameterSetName = As2805Set, Mandatory = true)]
    [Alias("As2805KeyCryptogram_As2805KeyVariant")]
    [ArgumentCompleter(typeof(As2805VariantCompleter))]
    [ValidateNotNullOrEmpty]
    public string As2805KeyVariant { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // A nonce that was never set would make a two-pass exchange a one-pass one, which anybody can play again.
        CheckValueInput.RequireGiven(this, nameof(RandomNonce));
    }

    private protected string? Nonce => string.IsNullOrEmpty(RandomNonce) ? null : RandomNonce.Trim();

    private protected string Variant => KnownValue.Of(Api.As2805KeyVariant.All, As2805KeyVariant)!;

    private protected string DerivedAlgorithm => KnownValue.Of(SymmetricKeyAlgorithm.All, DeriveKeyAlgorithm)!;

    private protected string DerivationFunction => KnownValue.Of(Api.KeyDerivationFunction.All, KeyDerivationFunction)!;

    private protected string DerivationHash => KnownValue.Of(Api.KeyDerivationHashAlgorithm.All, KeyDerivationHashAlgorithm)!;

    private protected DiffieHellmanDerivationData DerivationData => new() { SharedInformation = SharedInformation.Trim() };

    /// <summary>A certificate in the service's form: base64 of PEM text.</summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="what">What the certificate is to the user, for errors.</param>
    private protected string CertificateOf(object? value, string what) => ServiceCertificates.ServiceForm(ReadCertificate(value, what));

    /// <summary>A certificate: an object, PEM text, base64 of PEM or DER, or a file of any of these.</summary>
    private protected X509Certificate2 ReadCertificate(object? value, string what) => CertificateInput.Certificate(this, value, what);
}
