using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.KeyBlocks.Asn1;
using PaymentCrypto.KeyBlocks.Certificates;

namespace PaymentCrypto.KeyBlocks.Tr34;

/// <summary>
/// A credential token: how a KRD or a KDH hands its certificate to the other side (CT-KRD and CT-KDH; X9 TR-34:2012 Annex B.6 and
/// B.7). A SignedData without signer, so nothing in it is authentic until the certificate is checked.
/// </summary>
public sealed class Tr34CredentialToken
{
    private Tr34CredentialToken(byte[] encoded)
    {
        var signedData = Tr34SignedData.Read(encoded, "credential token");
        if (signedData.SignerInfos.Count != 0)
        {
            throw new KeyBlockException(
                KeyBlockError.Tr34SignerCount, $"The token has {signedData.SignerInfos.Count} signers; a credential token has none. Is it a key token?");
        }

        if (signedData.Certificates.Count != 1)
        {
            throw new KeyBlockException(
                KeyBlockError.CertificateCount, $"The credential token holds {signedData.Certificates.Count} certificates; it holds exactly one.");
        }

        Certificate = CertificateReader.FromDer(signedData.Certificates[0].Span);
        RevocationLists = [.. signedData.RevocationLists.Select(CertificateRevocationList.Parse)];
    }

    /// <summary>The sender's certificate. Check it before use.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The revocation lists in the token: one from a KDH, none from a KRD.</summary>
    public IReadOnlyList<CertificateRevocationList> RevocationLists { get; }

    /// <summary>Reads a credential token.</summary>
    /// <param name="encoded">The token, DER or BER.</param>
    /// <exception cref="KeyBlockException">
    /// <see cref="KeyBlockError.Tr34TooLarge"/>, <see cref="KeyBlockError.Tr34Truncated"/>,
    /// <see cref="KeyBlockError.Tr34TrailingData"/>, <see cref="KeyBlockError.Tr34Malformed"/>,
    /// <see cref="KeyBlockError.Tr34ContentType"/>, <see cref="KeyBlockError.Tr34SignerCount"/>,
    /// <see cref="KeyBlockError.CertificateCount"/>, <see cref="KeyBlockError.CertificateMalformed"/> or
    /// <see cref="KeyBlockError.CertificateRevocationList"/>.
    /// </exception>
    public static Tr34CredentialToken Parse(ReadOnlySpan<byte> encoded) => new(Tr34Text.Copy(encoded));

    /// <summary>Reads a credential token from text.</summary>
    /// <param name="text">Hex in either case, PEM with any label, or base64; white space is ignored.</param>
    /// <exception cref="KeyBlockException"><see cref="KeyBlockError.Tr34TextForm"/>, or as <see cref="Parse(ReadOnlySpan{byte})"/>.</exception>
    public static Tr34CredentialToken Parse(string text) => new(Tr34Text.Decode(text));

    /// <summary>Writes a credential token.</summary>
    /// <param name="certificate">The certificate to hand over.</param>
    /// <param name="revocationList">The CA's revocation list, DER: from a KDH; a KRD sends none.</param>
    /// <returns>The token, DER.</returns>
    /// <exception cref="KeyBlockException"><see cref="KeyBlockError.CertificateRevocationList"/>: not a revocation list.</exception>
    public static byte[] Create(X509Certificate2 certificate, ReadOnlyMemory<byte> revocationList = default)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!revocationList.IsEmpty)
        {
            CertificateRevocationList.Parse(revocationList);
        }

        return new Tr34SignedDataWriter
        {
            Version = 1,
            ContentType = Oids.Data,
            Certificate = certificate.RawDataMemory,
            RevocationList = revocationList,
        }.Write();
    }
}
