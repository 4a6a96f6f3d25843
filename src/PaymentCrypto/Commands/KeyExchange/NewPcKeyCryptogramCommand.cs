using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Commands.Tokens;
using PaymentCrypto.Completion;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Wraps a key under RSA-OAEP.</summary>
/// <remarks>
/// <para>Wraps a key under RSA-OAEP for the holder of a certificate. Nothing but the check value ties the two sides together.</para>
/// </remarks>
/// <seealso cref="ConvertFromPcKeyCryptogramCommand"/>
/// <seealso cref="GetPcImportParametersCommand"/>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.New, "PcKeyCryptogram", SupportsShouldProcess = true)]
[OutputType(typeof(KeyCryptogram))]
public sealed class NewPcKeyCryptogramCommand : PcBlockCmdlet
{
    /// <summary>The key to wrap: a key object, or a SecureString of hex digits. Asked for when neither it nor <c>-KeyPath</c> is given.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? Key { get; set; }

    /// <summary>The key to wrap when it is in a file, as hex digits or as its bytes. Taken literally, without wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [KeyPathTransformation]
    public string? KeyPath { get; set; }

    /// <summary>The algorithm of the key; needed where its length leaves a choice.</summary>
    [Parameter]
    [Alias("KeyAlgorithm")]
    [ArgumentCompleter(typeof(SymmetricAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Algorithm { get; set; }

    /// <summary>
    /// The certificate of the receiver: an object of Get-PcImportParameters or New-PcKeyExchangeCertificate from the pipeline, an
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

    /// <summary>The RSA-OAEP padding and its hash, as the receiver expects it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(WrappingSpecCompleter))]
    [ValidateNotNullOrEmpty]
    public string WrappingSpec { get; set; } = WrappingKeySpec.RsaOaepSha256;

    private protected override object? ErrorTarget => WrappingKeyCertificate;

    private protected override void Execute()
    {
        X509Certificate2 recipient = CertificateInput.Certificate(this, WrappingKeyCertificate, "wrapping");
        using Lease<KeyMaterial> key = KeyInput.Take(this, Key, KeyPath, new KeyForm("key") { Algorithm = Algorithm });
        (string cryptogram, IReadOnlyList<string> warnings) = Run(tools =>
            (tools.Cryptograms.Wrap(key.Value, recipient, WrappingSpec, out IReadOnlyList<string> found), found));
        CheckValue? checkValue = Run(tools => tools.Keys.UsualCheckValue(key.Value));
        WriteVerbose($"{key.Value.Algorithm} key with KCV {checkValue} for {recipient.Subject}.");
        WriteDebug($"Cryptogram of {cryptogram.Length / 2} bytes, {WrappingSpec}.");
        Warn(warnings);
        Deliver(
            new KeyCryptogram
            {
                WrappedKeyCryptogram = cryptogram,
                WrappingSpec = WrappingSpec.ToUpperInvariant(),
                ImportToken = string.IsNullOrEmpty(ImportToken) ? null : ImportToken,
                Recipient = recipient.Subject,
                KeyAlgorithm = key.Value.Algorithm,
                KeyCheckValue = checkValue?.Value,
                KeyCheckValueAlgorithm = checkValue?.Algorithm,
                Warnings = [.. warnings],
            },
            cryptogram);
    }
}
