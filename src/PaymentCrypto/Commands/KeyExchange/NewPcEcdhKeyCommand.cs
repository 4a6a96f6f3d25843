using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Derives a key by ECDH with the other side.</summary>
/// <remarks>
/// <para>
/// Derives a key by ECDH from one's own private key and the other side's certificate (NIST SP 800-56A): usually the protection key of a
/// TR-31 key block.
/// </para>
/// </remarks>
/// <seealso cref="NewPcTr31KeyBlockCommand"/>
/// <seealso cref="ConvertFromPcTr31KeyBlockCommand"/>
/// <seealso cref="Certificates.GetPcPublicKeyCertificateCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.New, "PcEcdhKey")]
[OutputType(typeof(EcdhKey))]
public sealed class NewPcEcdhKeyCommand : PcToolCmdlet
{
    private const int SharedInformationLength = 16;

    /// <summary>
    /// Your own elliptic curve private key: an object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or the
    /// path of a PEM or PKCS #12 file.
    /// </summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidateNotNull]
    public object? PrivateKey { get; set; }

    /// <summary>The passphrase of the file with the private key.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? Passphrase { get; set; }

    /// <summary>The other side's certificate, on the same curve: an object from the pipeline, an X509Certificate2, PEM text, base64, or a path.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("KeyCertificate", "PublicKeyCertificate", "Certificate")]
    [ValidateNotNull]
    public object? PeerCertificate { get; set; }

    /// <summary>The algorithm of the derived key.</summary>
    [Parameter]
    [Alias("DeriveKeyAlgorithm", "KeyAlgorithm")]
    [ArgumentCompleter(typeof(DerivedAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string Algorithm { get; set; } = SymmetricKeyAlgorithm.Aes256;

    /// <summary>How the key is derived from the agreed secret; both sides do the same.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DerivationFunctionCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationFunction { get; set; } = Api.KeyDerivationFunction.NistSp800;

    /// <summary>The hash of the key derivation function; both sides take the same.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DerivationHashCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyDerivationHashAlgorithm { get; set; } = Api.KeyDerivationHashAlgorithm.Sha256;

    /// <summary>What both sides mix into the derivation, 2 to 2048 hex digits; no secret. 16 random bytes unless given.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SharedInformation { get; set; }

    /// <summary>Put the key as hex digits into the property PlainText, where anyone can read it.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    private protected override object? ErrorTarget => PeerCertificate;

    private protected override void Execute()
    {
        X509Certificate2 peer = CertificateInput.Certificate(this, PeerCertificate, "other side's");
        using Lease<KeyExchangeCredential> own = CertificateInput.PrivateKey(this, PrivateKey, certificate: null, Passphrase, "own");
        string sharedInformation = SharedInformation?.ToUpperInvariant() ?? RandomNumberGenerator.GetHexString(2 * SharedInformationLength);
        EcdhKey key = Run(tools =>
        {
            KeyMaterial material = tools.KeyAgreement.Derive(new KeyAgreementRequest
            {
                Own = own.Value,
                Peer = peer,
                KeyAlgorithm = Algorithm,
                KeyDerivationFunction = KeyDerivationFunction,
                KeyDerivationHashAlgorithm = KeyDerivationHashAlgorithm,
                SharedInformation = sharedInformation,
            });
            return new EcdhKey(material, tools.Keys.UsualCheckValue(material), AsPlainText)
            {
                KeyDerivationFunction = KeyDerivationFunction.ToUpperInvariant(),
                KeyDerivationHashAlgorithm = KeyDerivationHashAlgorithm.ToUpperInvariant(),
                SharedInformation = sharedInformation,
                PublicKeyCertificate = own.Value.Certificate is { } certificate ? ServiceCertificates.ServiceForm(certificate) : null,
            };
        });
        WriteVerbose($"{key} by {key.KeyDerivationFunction} with {key.KeyDerivationHashAlgorithm}, with {peer.Subject}.");
        WriteObject(key);
    }
}
