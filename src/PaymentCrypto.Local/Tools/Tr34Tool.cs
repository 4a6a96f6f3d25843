using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>TR-34 key tokens.</summary>
internal sealed class Tr34Tool : ITr34Tool
{
    private const int NonceLength = 8;

    public Tr34Description Read(string token) => ToolRefusal.Map(() => Describe(Tr34KeyBlock.Parse(token)));

    public string VerifySignature(string token, X509Certificate2 signer) => ToolRefusal.Map(() => Tr34KeyBlock.Parse(token).VerifySignature(signer).ToString());

    public Tr34Content Open(Tr34OpenRequest request) => ToolRefusal.Map(() =>
    {
        var block = Tr34KeyBlock.Parse(request.Token);
        using Tr34OpenedKey opened = block.Open(new Tr34OpenOptions
        {
            RecipientPrivateKey = PrivateKeys.Rsa(request.Recipient, "recipient (KRD)"),
            RecipientCertificate = PrivateKeys.Certificate(request.Recipient, "recipient (KRD)"),
            SignerCertificate = request.Signer,
            SignerIssuerCertificate = request.SignerIssuer,
            ValidAt = request.ValidAt,
            ExpectedNonce = request.RandomNonce is { } nonce ? HexText.Parse(nonce, "random nonce") : default,
        });
        Tr34Description description = Describe(block);
        Tr31KeyBlockHeader header = block.ReadHeader();
        string algorithm = KeyAlgorithms.OfKey(header.Algorithm, opened.Key.Length, header.FindBlock<HmacHashBlock>()?.Hash);
        return new Tr34Content(description, opened.SignatureForm.ToString(), new KeyMaterial(algorithm, opened.Key));
    });

    public Tr34Description Wrap(Tr34WrapRequest request) => ToolRefusal.Map(() =>
    {
        Tr31KeyBlockHeader header = HeaderWriter.Make(request.Fields, request.Key, version: null, Tr31Version.D);
        using SecretBuffer key = request.Key.Copy();
        byte[] token = Tr34KeyBlock.Create(key.Span, header, new Tr34CreateOptions
        {
            SignerPrivateKey = PrivateKeys.Rsa(request.Signer, "signing (KDH)"),
            SignerCertificate = PrivateKeys.Certificate(request.Signer, "signing (KDH)"),
            RecipientCertificate = request.Recipient,
            Nonce = Nonce(request),
            SigningTime = request.SigningTime,
            Dialect = Dialect(request.Dialect),
        });
        Tr34Description description = Describe(Tr34KeyBlock.Parse(token));
        return description with { Warnings = [.. description.Warnings, .. StrengthWarning.WarnRsa(request.Key.Algorithm, request.Recipient)] };
    });

    private static byte[] Nonce(Tr34WrapRequest request) =>
        request.RandomNonce is { } nonce ? HexText.Parse(nonce, "random nonce")
        : request.SigningTime is null ? RandomNumberGenerator.GetBytes(NonceLength)
        : [];

    private static Tr34Dialect Dialect(string name) => Enum.TryParse(name, ignoreCase: true, out Tr34Dialect dialect) && Enum.IsDefined(dialect)
        ? dialect
        : throw new CryptographyException(CryptographyError.InvalidArgument,
            $"There is no TR-34 dialect '{name}': it is one of {string.Join(", ", Enum.GetNames<Tr34Dialect>())}.");

    private static Tr34Description Describe(Tr34KeyBlock block)
    {
        var header = Tr31KeyBlockHeader.Parse(block.Header, out IReadOnlyList<CryptographyWarning> warnings);
        return new Tr34Description
        {
            Token = HexText.Format(block.Encoded.Span),
            Dialect = block.Dialect.ToString(),
            Header = HeaderText.Describe(header),
            SignerIssuer = block.Signer.Issuer,
            SignerSerialNumber = block.Signer.SerialNumber,
            RecipientIssuer = block.Recipient.Issuer,
            RecipientSerialNumber = block.Recipient.SerialNumber,
            RandomNonce = block.RandomNonce is { } nonce ? HexText.Format(nonce.Span) : null,
            SigningTime = block.SigningTime,
            DigestMatches = CryptographicOperations.FixedTimeEquals(block.ComputeDigest(), block.MessageDigest.Span),
            KeyTransport = block.OaepParameters is { } oaep ? $"RSAES-OAEP ({oaep})" : block.KeyTransportOid,
            Cipher = block.Cipher?.ToString() ?? block.CipherOid,
            CertificateCount = block.Certificates.Count,
            RevocationListCount = block.RevocationLists.Count,
            Warnings = [.. warnings.Select(warning => warning.Message)],
        };
    }
}
