using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Certificates;

/// <summary>Gets the certificate of a key pair's public key and the chain above it.</summary>
/// <remarks>
/// <para>
/// A file gets both, the certificate first. The certificate is issued by the certificate authority of the account and region and is valid
/// for 90 days; one with at least 30 days left is returned again.
/// </para>
/// </remarks>
/// <seealso cref="NewPcCertificateSigningRequestCommand"/>
/// <seealso cref="KeyExchange.NewPcEcdhKeyCommand"/>
/// <seealso cref="Keys.NewPcKeyCommand"/>
[Cmdlet(VerbsCommon.Get, "PcPublicKeyCertificate")]
[OutputType(typeof(PublicKeyCertificate))]
public sealed class GetPcPublicKeyCertificateCommand : PcPemCmdlet
{
    private protected override void Execute(string key)
    {
        string identifier = ToServiceForm(key);
        var certificate = new PublicKeyCertificate(identifier, Send(new GetPublicKeyCertificateRequest { KeyIdentifier = identifier }), Connection.Clock);
        Deliver(certificate, $"{certificate.Pem?.TrimEnd()}\n{certificate.ChainPem?.TrimEnd()}");
    }
}
