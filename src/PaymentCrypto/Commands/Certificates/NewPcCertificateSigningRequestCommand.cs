using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Completion;
using PaymentCrypto.Values;

namespace PaymentCrypto.Commands.Certificates;

/// <summary>
/// Makes a PKCS #10 request (RFC 2986) for a key pair, signed by its private key, for a certificate authority of your own.
/// </summary>
/// <remarks>
/// <para>The private key stays in the service. Give the request to your certificate authority.</para>
/// </remarks>
/// <seealso cref="GetPcPublicKeyCertificateCommand"/>
/// <seealso cref="Keys.NewPcKeyCommand"/>
/// <seealso cref="KeyExchange.ImportPcKeyCommand"/>
[Cmdlet(VerbsCommon.New, "PcCertificateSigningRequest", SupportsShouldProcess = true)]
[OutputType(typeof(SigningRequest))]
public sealed class NewPcCertificateSigningRequestCommand : PcPemCmdlet
{
    /// <summary>The common name of the subject, CN.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("CertificateSubject_CommonName")]
    [ValidateNotNullOrEmpty]
    public string CommonName { get; set; } = string.Empty;

    /// <summary>The organisation, O.</summary>
    [Parameter]
    [Alias("CertificateSubject_Organization")]
    [ValidateNotNullOrEmpty]
    public string? Organization { get; set; }

    /// <summary>The part of the organisation, OU.</summary>
    [Parameter]
    [Alias("CertificateSubject_OrganizationUnit")]
    [ValidateNotNullOrEmpty]
    public string? OrganizationUnit { get; set; }

    /// <summary>The city, L.</summary>
    [Parameter]
    [Alias("CertificateSubject_City")]
    [ValidateNotNullOrEmpty]
    public string? City { get; set; }

    /// <summary>The state or province, ST.</summary>
    [Parameter]
    [Alias("CertificateSubject_StateOrProvince")]
    [ValidateNotNullOrEmpty]
    public string? StateOrProvince { get; set; }

    /// <summary>The country, C: two letters of ISO 3166.</summary>
    [Parameter]
    [Alias("CertificateSubject_Country")]
    [ValidateNotNullOrEmpty]
    public string? Country { get; set; }

    /// <summary>An e-mail address.</summary>
    [Parameter]
    [Alias("CertificateSubject_EmailAddress")]
    [ValidateNotNullOrEmpty]
    public string? EmailAddress { get; set; }

    /// <summary>The hash of the request's signature.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SigningAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string SigningAlgorithm { get; set; } = SigningAlgorithmType.Sha256;

    private protected override bool ShouldWrite(string path) => ShouldProcess(path, "Write the certificate signing request");

    private protected override void Execute(string key)
    {
        var request = new GetCertificateSigningRequestRequest
        {
            KeyIdentifier = ToServiceForm(key),
            SigningAlgorithm = KnownValue.Of(SigningAlgorithmType.All, SigningAlgorithm),
            CertificateSubject = new CertificateSubjectType
            {
                CommonName = CommonName,
                Organization = Organization,
                OrganizationUnit = OrganizationUnit,
                City = City,
                StateOrProvince = StateOrProvince,
                Country = Country,
                EmailAddress = EmailAddress,
            },
        };
        var signed = new SigningRequest(request, Send(request).CertificateSigningRequest);
        Deliver(signed, signed.Pem);
    }
}
