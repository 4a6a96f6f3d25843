using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.KeyBlocks.Tr31;
using PaymentCrypto.KeyBlocks.Tr34;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Operations;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>TR-34 key tokens: signed with the key of an export token, or with a key pair that the caller's own authority has certified.</summary>
internal sealed class Tr34Exporter(ExchangeTokens tokens, RsaPairs pairs, ImportedAuthorities authorities) : KeyExporter
{
    private const string Member = "WrappingKeyCertificate";

    /// <inheritdoc/>
    public override bool Handles(ExportKeyMaterial material) => material.Tr34KeyBlock is not null;

    /// <inheritdoc/>
    public override WrappedMaterial Export(StoreConnection connection, ExportedKey key, ExportKeyMaterial material, OperationContext context)
    {
        ExportTr34KeyBlock request = material.Tr34KeyBlock!;
        KeyRecord authority = authorities.Find(connection, context.Scope, request.CertificateAuthorityPublicKeyIdentifier!);
        X509Certificate2 recipient = CertificateIntake.ReadIssuedBy(Member, request.WrappingKeyCertificate!, authority, context.Now);
        KeyStrength.RequireRsa(key.Attributes.KeyAlgorithm!, CertificateIntake.AlgorithmOf(Member, recipient));
        (RsaKeyLease privateKey, X509Certificate2 signer) = OpenSigner(connection, request, context);
        using (privateKey)
        {
            // TR-34 ignores the version letter; the service writes D.
            Tr31KeyBlockHeader header = ExportHeader.Of(key, Tr31Version.D, request.KeyBlockHeaders);
            byte[] token = Refusals.Of("Tr34KeyBlock", () => Tr34KeyBlock.Create(key.Material.Span, header, new Tr34CreateOptions
            {
                SignerPrivateKey = privateKey.Key,
                SignerCertificate = signer,
                RecipientCertificate = recipient,
                Nonce = request.RandomNonce is { } nonce ? Convert.FromHexString(nonce) : default(ReadOnlyMemory<byte>),
                SigningTime = request.RandomNonce is null ? context.Now : null,
            }));
            return new WrappedMaterial(authority.Arn, WrappedKeyMaterialFormat.Tr34KeyBlock, Convert.ToHexString(token));
        }
    }

    private (RsaKeyLease PrivateKey, X509Certificate2 Certificate) OpenSigner(StoreConnection connection, ExportTr34KeyBlock request, OperationContext context)
    {
        bool byToken = !string.IsNullOrEmpty(request.ExportToken);
        bool byPair = request.SigningKeyIdentifier is not null || request.SigningKeyCertificate is not null;
        if (byToken == byPair || (byPair && (request.SigningKeyIdentifier is null || request.SigningKeyCertificate is null)))
        {
            throw new ValidationException("A TR-34 export names its signing key in one of two ways: by ExportToken, or by SigningKeyIdentifier together with SigningKeyCertificate.");
        }

        if (byPair)
        {
            return pairs.Open(
                connection, context, request.SigningKeyIdentifier!, KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, "SigningKeyCertificate", request.SigningKeyCertificate!);
        }

        (TokenRecord token, RsaKeyLease privateKey) = tokens.Open(connection, request.ExportToken!, TokenDirection.Export, KeyMaterialType.Tr34KeyBlock, context);
        return (privateKey, LoadedCertificates.Of(token.Certificate));
    }
}
