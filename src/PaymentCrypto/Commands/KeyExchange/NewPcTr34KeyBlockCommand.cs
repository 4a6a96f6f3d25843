using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.Tokens;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Wraps a key in a TR-34 token for one receiver.</summary>
/// <remarks>
/// <para>
/// Wraps a key in a TR-34 token (X9.139) for one receiver, as a key distribution host (KDH) does: encrypted for the receiver's certificate,
/// signed by the sender's key.
/// </para>
/// <para>
/// The receiver is taken from the pipeline: the object of Get-PcImportParameters brings its certificate and its import token, and both are
/// passed on. The object that comes out has everything that an import needs under the names of the service: WrappedKeyBlock, RandomNonce,
/// SigningKeyCertificate, KeyBlockFormat, ImportToken.
/// </para>
/// <para>
/// A key under an RSA key that AWS Payment Cryptography finds too weak is wrapped all the same, with a warning: the receiver may be another
/// system.
/// </para>
/// </remarks>
/// <seealso cref="ConvertFromPcTr34KeyBlockCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
/// <seealso cref="NewPcKeyExchangeCertificateCommand"/>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.New, "PcTr34KeyBlock", SupportsShouldProcess = true, DefaultParameterSetName = FieldsSet)]
[OutputType(typeof(Tr34KeyBlock))]
public sealed class NewPcTr34KeyBlockCommand : PcWrapCmdlet
{
    /// <summary>The key to wrap: a key object, or a SecureString of hex digits. Asked for when neither it nor <c>-KeyPath</c> is given.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Key { get; set; }

    /// <summary>
    /// The certificate of the receiver (KRD): an object of Get-PcImportParameters or New-PcKeyExchangeCertificate from the pipeline, an
    /// X509Certificate2, PEM text, base64, or a path.
    /// </summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("RecipientCertificate", "KeyCertificate", "PublicKeyCertificate", "Certificate")]
    [ValidateNotNull]
    public object? WrappingKeyCertificate { get; set; }

    /// <summary>The import token that the certificate came with; passed on to the import.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TokenCompleter))]
    [AllowEmptyString]
    public string? ImportToken { get; set; }

    /// <summary>
    /// The RSA private key of the sender (KDH): an object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or
    /// the path of a PEM or PKCS #12 file.
    /// </summary>
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("SigningCredential")]
    [ValidateNotNull]
    public object? SigningKey { get; set; }

    /// <summary>The certificate of the sender (KDH), when it does not come with the private key.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? SigningKeyCertificate { get; set; }

    /// <summary>The passphrase of the file with the private key.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The receiver's random number, 16 to 32 hex digits. Made here unless given: the service takes whatever is then passed to the import.</summary>
    [Parameter]
    [Alias("Nonce")]
    [ValidateNotNullOrEmpty]
    public string? RandomNonce { get; set; }

    /// <summary>Make a one-pass token: a signing time in place of the random number.</summary>
    [Parameter]
    public SwitchParameter OnePass { get; set; }

    /// <summary>The layout of the token. The service's, unless given.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DialectCompleter))]
    [ValidateOneOf("Aws", "AnnexB", "AnnexBRepaired", "Futurex", "StrictCms")]
    public string Dialect { get; set; } = "Aws";

    private protected override object? ErrorTarget => WrappingKeyCertificate;

    private protected override void Execute()
    {
        if (OnePass && RandomNonce is not null)
        {
            throw new KeyInputException(
                KeyInputFailure.Conflict, $"A one-pass token has a signing time and no random nonce, but the nonce {RandomNonce} was given: leave out one "
                    + "of -OnePass and -RandomNonce.");
        }

        X509Certificate2 recipient = CertificateInput.Certificate(this, WrappingKeyCertificate, "wrapping (KRD)");
        using Lease<KeyExchangeCredential> signer = CertificateInput.PrivateKey(this, SigningKey, SigningKeyCertificate, Passphrase, "signing (KDH)");
        using Lease<KeyMaterial> key = TakeKey(Key);
        var request = new Tr34WrapRequest
        {
            Key = key.Value,
            Fields = Fields,
            Signer = signer.Value,
            Recipient = recipient,
            RandomNonce = RandomNonce,
            SigningTime = OnePass ? Now : null,
            Dialect = Dialect,
        };
        Tr34Description made = Run(tools => tools.Tr34.Wrap(request));
        var block = new Tr34KeyBlock(made)
        {
            SigningKeyCertificate = ServiceCertificates.ServiceForm(signer.Value.Certificate!),
            ImportToken = string.IsNullOrEmpty(ImportToken) ? null : ImportToken,
            WrappingKeyCertificate = string.IsNullOrEmpty(ImportToken) ? ServiceCertificates.ServiceForm(recipient) : null,
        };
        block.Describe(key.Value, Run(tools => tools.Keys.UsualCheckValue(key.Value)));
        WriteVerbose($"{block.Header}: {block.KeyAlgorithm} key with KCV {block.KeyCheckValue}, from {block.Signer}, for {block.Recipient}.");
        WriteDebug($"Token of {made.Token.Length / 2} bytes, dialect {made.Dialect}, {made.Cipher}.");
        Warn(block.Warnings);
        Deliver(block, made.Token);
    }
}
