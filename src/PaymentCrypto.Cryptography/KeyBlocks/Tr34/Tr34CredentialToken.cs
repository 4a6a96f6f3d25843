using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

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
            throw new CryptographyException(
                CryptographyError.Tr34SignerCount, $"The token has {signedData.SignerInfos.Count} signers; a credential token has none. Is it a key token?");
        }

        if (signedData.Certificates.Count != 1)
        {
            throw new CryptographyException(
                CryptographyError.CertificateCount, $"The credential token holds {signedData.Certificates.Count} certificates; it holds exactly one.");
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
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.Tr34TooLarge"/>, <see cref="CryptographyError.Tr34Truncated"/>,
    /// <see cref="CryptographyError.Tr34TrailingData"/>, <see cref="CryptographyError.Tr34Malformed"/>,
    /// <see cref="CryptographyError.Tr34ContentType"/>, <see cref="CryptographyError.Tr34SignerCount"/>,
    /// <see cref="CryptographyError.CertificateCount"/>, <see cref="CryptographyError.CertificateMalformed"/> or
    /// <see cref="CryptographyError.CertificateRevocationList"/>.
    /// </exception>
    public static Tr34CredentialToken Parse(ReadOnlySpan<byte> encoded) => new(Tr34Text.Copy(encoded));

    /// <summary>Reads a credential token from text.</summary>
    /// <param name="text">Hex in either case, PEM with any label, or base64; white space is ignored.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr34TextForm"/>, or as <see cref="Parse(ReadOnlySpan{byte})"/>.</exception>
    public static Tr34CredentialToken Parse(string text) => new(Tr34Text.Decode(text));

    /// <summary>Writes a credential token.</summary>
    /// <param name="certificate">The certificate to hand over.</param>
    /// <param name="revocationList">The CA's revocation list, DER: from a KDH; a KRD sends none.</param>
    /// <returns>The token, DER.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.CertificateRevocationList"/>: not a revocation list.</exception>
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
