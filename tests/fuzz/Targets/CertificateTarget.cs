using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>Certificates in every form that is taken, and what is asked of them: as a root, as issued by another, and as another's issuer.</summary>
internal sealed class CertificateTarget : FuzzTarget
{
    private readonly X509Certificate2 _certificate = Fuzzing.Seeds.Certificate("kdh");
    private readonly X509Certificate2 _issuer = Fuzzing.Seeds.Certificate("kdh_ca");
    private readonly CertificateCheckOptions _at = new() { ValidAt = Fuzzing.Seeds.Now };

    /// <inheritdoc/>
    public override string Name => "certificate";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Fuzzing.Seeds.Certificate("kdh").RawData,
        Fuzzing.Seeds.Certificate("kdh_ca").RawData,
        .. Fuzzing.Seeds.CertificatePems.Select(Encoding.ASCII.GetBytes),
        Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.ASCII.GetBytes(Fuzzing.Seeds.CertificatePems[0]))),
    ];

    /// <summary>Each certificate of a file, of about a thousand characters, may be signed with SHA-224.</summary>
    protected override int AllocationPerByte => 1024;

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        foreach (X509Certificate2 certificate in CertificateReader.ReadAll(input))
        {
            Also(() => CertificateKey.TypeOf(certificate));
            Also(() => CertificateCheck.VerifyRoot(certificate, _at));
            Also(() => CertificateCheck.VerifyIssuedBy(certificate, _issuer, _at));
            Also(() => CertificateCheck.VerifyIssuedBy(_certificate, certificate, _at));
            Also(() => CertificateIdentifier.Of(certificate).ToString());
        }
    }
}
