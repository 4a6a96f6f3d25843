using System.Management.Automation;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Completion.KeyExchange;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Makes a key pair and its certificate for a key exchange.</summary>
/// <remarks>
/// <para>
/// Makes the key pair of one party of a key exchange and its certificate, from a certificate authority that is made with it, or from one
/// made earlier; or a request for a certificate. The private key stays in the object.
/// </para>
/// </remarks>
/// <seealso cref="ExportPcKeyExchangeCertificateCommand"/>
/// <seealso cref="NewPcTr34KeyBlockCommand"/>
/// <seealso cref="ImportPcKeyCommand"/>
/// <seealso>about_PaymentCrypto_KeyExchange</seealso>
[Cmdlet(VerbsCommon.New, "PcKeyExchangeCertificate", DefaultParameterSetName = NewAuthoritySet)]
[OutputType(typeof(KeyExchangeCertificate))]
public sealed class NewPcKeyExchangeCertificateCommand : PcToolCmdlet
{
    private const string NewAuthoritySet = "NewAuthority";
    private const string IssuerSet = "Issuer";
    private const string RequestSet = "SigningRequest";
    private const string CurvePrefix = "ECC_";

    // An issuer begins before what it issues, and other clocks may be slow.
    private static readonly TimeSpan LeafBackdating = TimeSpan.FromHours(1);
    private static readonly TimeSpan AuthorityBackdating = TimeSpan.FromDays(1);

    // The authority made along with a certificate shall be there for others later.
    private static readonly TimeSpan AuthorityExtension = TimeSpan.FromDays(365);

    /// <summary>The algorithm of the key pair: RSA for TR-34 and key cryptograms, an elliptic curve for ECDH.</summary>
    [Parameter(Position = 0)]
    [Alias("Algorithm")]
    [ArgumentCompleter(typeof(KeyPairAlgorithmCompleter))]
    [ValidateNotNullOrEmpty]
    public string KeyAlgorithm { get; set; } = Api.KeyAlgorithm.Rsa3072;

    /// <summary>
    /// What the key is for: <c>Kdh</c> signs TR-34 tokens, <c>Krd</c> receives tokens and cryptograms, <c>KeyAgreement</c> takes part in
    /// ECDH, <c>Authority</c> issues certificates. KeyAgreement for an elliptic curve, else Kdh, unless given.
    /// </summary>
    [Parameter(Position = 1)]
    public CredentialRole? Role { get; set; }

    /// <summary>The common name of the subject.</summary>
    [Parameter]
    [Alias("CertificateSubject_CommonName")]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 64)]
    public string? CommonName { get; set; }

    /// <summary>The organisation of the subject.</summary>
    [Parameter]
    [Alias("CertificateSubject_Organization")]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 64)]
    public string? Organization { get; set; }

    /// <summary>
    /// How many days the certificate is valid, from now. Unless given 90, or fewer if the issuer ends before. An authority made with it is valid a year longer.
    /// </summary>
    [Parameter(ParameterSetName = NewAuthoritySet)]
    [Parameter(ParameterSetName = IssuerSet)]
    [ValidateRange(1, 3650)]
    public int ValidDays { get; set; } = 90;

    /// <summary>
    /// The authority that issues the certificate: the property CertificateAuthority of an earlier object, an object with the role Authority, or a PEM or PKCS
    /// #12 file.
    /// </summary>
    [Parameter(ParameterSetName = IssuerSet, Mandatory = true)]
    [ValidateNotNull]
    public object? Issuer { get; set; }

    /// <summary>The passphrase of the file with the issuer's private key.</summary>
    [Parameter(ParameterSetName = IssuerSet)]
    [ValidateNotNull]
    public System.Security.SecureString? Passphrase { get; set; }

    /// <summary>Make a request for a certificate (PKCS #10) in place of a certificate.</summary>
    [Parameter(ParameterSetName = RequestSet, Mandatory = true)]
    [Alias("CertificateSigningRequest")]
    public SwitchParameter SigningRequest { get; set; }

    private protected override object? ErrorTarget => KeyAlgorithm;

    private protected override void Execute()
    {
        CredentialRole role = Role
            ?? (KeyAlgorithm.StartsWith(CurvePrefix, StringComparison.OrdinalIgnoreCase) ? CredentialRole.KeyAgreement : CredentialRole.Kdh);
        DateTimeOffset now = Now;
        KeyExchangeCertificate made = ParameterSetName switch
        {
            RequestSet => Describe(Run(tools => tools.Credentials.CreateSigningRequest(Request(role, now - LeafBackdating, now))), role, null),
            IssuerSet => IssuedBy(Issuer!, role, now),
            _ when role == CredentialRole.Authority => Authority(CommonName, now, now.AddDays(ValidDays)),
            _ => IssuedBy(Authority($"{CommonName ?? Name(role)} CA", now, now.AddDays(ValidDays) + AuthorityExtension), role, now),
        };
        WriteVerbose($"{made.KeyAlgorithm} key pair for {made}.");
        WriteObject(made);
    }

    private KeyExchangeCertificate Authority(string? commonName, DateTimeOffset now, DateTimeOffset end)
    {
        CredentialRequest request = Request(CredentialRole.Authority, now - AuthorityBackdating, end) with
        {
            CommonName = commonName ?? Name(CredentialRole.Authority),
        };
        return Describe(Run(tools => tools.Credentials.CreateAuthority(request)), CredentialRole.Authority, null);
    }

    private KeyExchangeCertificate IssuedBy(object issuer, CredentialRole role, DateTimeOffset now)
    {
        using Lease<KeyExchangeCredential> authority = CertificateInput.PrivateKey(this, issuer, certificate: null, Passphrase, "issuer's");
        CredentialRequest request = Request(role, Begin(now, authority.Value), End(now, authority.Value));
        KeyExchangeCredential credential = Run(tools => tools.Credentials.Create(request, authority.Value));
        return Describe(credential, role, (issuer as PSObject)?.BaseObject as KeyExchangeCertificate ?? issuer as KeyExchangeCertificate);
    }

    // Not before an issuer that began in the last hour. One that has not begun is refused.
    private static DateTimeOffset Begin(DateTimeOffset now, KeyExchangeCredential issuer)
    {
        DateTimeOffset begin = now - LeafBackdating;
        return issuer.Certificate?.NotBefore.ToUniversalTime() is { } first && first > begin && first <= now ? first : begin;
    }

    private DateTimeOffset End(DateTimeOffset now, KeyExchangeCredential issuer)
    {
        DateTimeOffset end = now.AddDays(ValidDays);
        return !MyInvocation.BoundParameters.ContainsKey(nameof(ValidDays)) && issuer.Certificate?.NotAfter.ToUniversalTime() is { } last && last < end
            ? last
            : end;
    }

    private CredentialRequest Request(CredentialRole role, DateTimeOffset notBefore, DateTimeOffset notAfter) => new()
    {
        KeyAlgorithm = KeyAlgorithm,
        Role = role,
        CommonName = CommonName ?? Name(role),
        Organization = Organization,
        NotBefore = notBefore,
        NotAfter = notAfter,
    };

    private KeyExchangeCertificate Describe(KeyExchangeCredential credential, CredentialRole role, KeyExchangeCertificate? authority) =>
        new(credential, role, KeyAlgorithm.ToUpperInvariant(), authority)
        {
            KeyCheckValue = credential.Certificate is { } certificate ? Run(tools => tools.Keys.ComputeCheckValue(certificate)).Value : null,
            DaysLeft = credential.Certificate is { } issued ? WholeDays.Of(issued.NotAfter.ToUniversalTime() - Now.UtcDateTime) : null,
        };

    private static string Name(CredentialRole role) => role switch
    {
        CredentialRole.Kdh => "PaymentCrypto KDH",
        CredentialRole.Krd => "PaymentCrypto KRD",
        CredentialRole.KeyAgreement => "PaymentCrypto ECDH",
        _ => "PaymentCrypto CA",
    };
}
