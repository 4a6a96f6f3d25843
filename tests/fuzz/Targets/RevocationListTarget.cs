using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>Certificate revocation lists, as TR-34 tokens carry them.</summary>
internal sealed class RevocationListTarget : FuzzTarget
{
    private readonly X509Certificate2 _certificate = Fuzzing.Seeds.Certificate("kdh");
    private readonly X509Certificate2 _issuer = Fuzzing.Seeds.Certificate("kdh_ca");

    /// <inheritdoc/>
    public override string Name => "revocation-list";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } = [Fuzzing.Seeds.RevocationList];

    /// <inheritdoc/>
    protected override void Read(byte[] input) =>
        CertificateRevocationList.Parse(input).Check(_certificate, _issuer, new CertificateCheckOptions { ValidAt = Fuzzing.Seeds.Now });
}
