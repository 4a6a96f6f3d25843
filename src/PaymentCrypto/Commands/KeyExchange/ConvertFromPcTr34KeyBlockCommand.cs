using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Reads a TR-34 token, and opens it with the private key of the receiver.</summary>
/// <remarks>
/// <para>
/// Reads a TR-34 token (X9.139): without a private key everything that can be seen, with that of the receiver (KRD) also the key in it,
/// after every check that a receiver makes.
/// </para>
/// <para>
/// What is seen without a private key is not authenticated. Opening makes every check of a receiver in the order of the standard; the first
/// that fails is the error, with both values.
/// </para>
/// </remarks>
/// <seealso cref="NewPcTr34KeyBlockCommand"/>
/// <seealso cref="ExportPcKeyCommand"/>
/// <seealso cref="NewPcKeyExchangeCertificateCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsData.ConvertFrom, "PcTr34KeyBlock", DefaultParameterSetName = InspectSet)]
[OutputType(typeof(Tr34KeyBlock))]
public sealed class ConvertFromPcTr34KeyBlockCommand : PcToolCmdlet
{
    private const string InspectSet = "Inspect";
    private const string OpenSet = "Open";

    private readonly PipedMaterial _piped = new();

    /// <summary>The token as hex, PEM or base64 text, as lines or bytes of a file, or the path of a file with any of them or DER.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("WrappedKeyBlock", "KeyMaterial", "Tr34WrappedKeyBlock")]
    [AllowEmptyString]
    [MaterialTransformation]
    public string KeyBlock { get; set; } = string.Empty;

    /// <summary>
    /// The RSA private key of the receiver (KRD): an object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or
    /// the path of a PEM or PKCS #12 file.
    /// </summary>
    [Parameter(Position = 1, ParameterSetName = OpenSet, Mandatory = true)]
    [Alias("RecipientKey")]
    [ValidateNotNull]
    public object? PrivateKey { get; set; }

    /// <summary>The passphrase of the file with the private key.</summary>
    [Parameter(ParameterSetName = OpenSet)]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The certificate of the receiver (KRD), when it does not come with the private key.</summary>
    [Parameter(ParameterSetName = OpenSet)]
    [Alias("RecipientCertificate")]
    [ValidateNotNull]
    public object? WrappingKeyCertificate { get; set; }

    /// <summary>The certificate of the sender (KDH), with which the signature is verified. Needed to open the token.</summary>
    [Parameter(ParameterSetName = InspectSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = OpenSet, ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowNull]
    public object? SigningKeyCertificate { get; set; }

    /// <summary>The certificate of the authority that issued the sender's; without it only the validity of the sender's is checked.</summary>
    [Parameter(ParameterSetName = OpenSet)]
    [Alias("CertificateAuthorityCertificate")]
    [ValidateNotNull]
    public object? CertificateAuthority { get; set; }

    /// <summary>The random number that the receiver issued, 16 to 32 hex digits. A two-pass token is not opened without it.</summary>
    [Parameter(ParameterSetName = OpenSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Nonce")]
    [AllowEmptyString]
    public string? RandomNonce { get; set; }

    /// <summary>Put the key as hex digits into the property PlainText of the key object, where anyone can read it.</summary>
    [Parameter(ParameterSetName = OpenSet)]
    public SwitchParameter AsPlainText { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        CheckValueInput.RequireGiven(this, nameof(RandomNonce), nameof(SigningKeyCertificate));
    }

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
        string token = MaterialInput.Hex(this, given, "TR-34 token");
        X509Certificate2? signer = SigningKeyCertificate is null or "" ? null : CertificateInput.Certificate(this, SigningKeyCertificate, "signing (KDH)");
        Tr34KeyBlock block = ParameterSetName == InspectSet ? Inspect(token, signer) : Open(token, signer);
        block.SigningKeyCertificate = signer is null ? null : ServiceCertificates.ServiceForm(signer);
        WriteDebug($"Token of {block.WrappedKeyBlock?.Length / 2} bytes, {block.Cipher}, {block.CertificateCount} certificates, {block.RevocationListCount} "
            + "revocation lists.");
        Warn(block.Warnings);
        WriteObject(block);
    }

    private Tr34KeyBlock Inspect(string token, X509Certificate2? signer)
    {
        var block = new Tr34KeyBlock(Run(tools => tools.Tr34.Read(token)));
        if (signer is not null)
        {
            block.SignatureForm = Run(tools => tools.Tr34.VerifySignature(token, signer));
        }

        WriteVerbose($"{block.Header}: from {block.Signer}, for {block.Recipient}, dialect {block.Dialect}, not opened; "
            + $"{KeyExchangeText.Signature(block.SignatureForm, block.DigestMatches)}.");

        return block;
    }

    private Tr34KeyBlock Open(string token, X509Certificate2? signer)
    {
        X509Certificate2 sender = signer ?? CertificateInput.Certificate(this, null, "signing (KDH)");
        X509Certificate2? issuer = CertificateAuthority is null ? null : CertificateInput.Certificate(this, CertificateAuthority, "certificate authority's");
        using Lease<KeyExchangeCredential> recipient = CertificateInput.PrivateKey(this, PrivateKey, WrappingKeyCertificate, Passphrase, "recipient (KRD)");
        var request = new Tr34OpenRequest
        {
            Token = token,
            Recipient = recipient.Value,
            Signer = sender,
            SignerIssuer = issuer,
            RandomNonce = string.IsNullOrEmpty(RandomNonce) ? null : RandomNonce,
            ValidAt = Now,
        };
        Tr34Content content = Run(tools => tools.Tr34.Open(request));
        CheckValue? checkValue = Run(tools => tools.Keys.UsualCheckValue(content.Key));
        var block = new Tr34KeyBlock(content.Description)
        {
            SignatureForm = content.SignatureForm,
            Key = new ClearKey(content.Key, checkValue, AsPlainText),
        };
        block.Describe(content.Key, checkValue);
        WriteVerbose($"{block.Header}: {block.KeyAlgorithm} key with KCV {block.KeyCheckValue}, from {block.Signer}, for {block.Recipient}.");
        return block;
    }
}
