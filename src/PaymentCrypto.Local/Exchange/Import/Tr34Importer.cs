using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Exchange.Import;

/// <summary>TR-34 key tokens: for the certificate of an import token, or for one of the caller's own authority.</summary>
internal sealed class Tr34Importer(Tr34Keys keys, ImportedAuthorities authorities, Conformance conformance) : KeyImporter
{
    /// <inheritdoc/>
    public override bool Handles(ImportKeyMaterial material) => material.Tr34KeyBlock is not null;

    /// <inheritdoc/>
    public override ImportedKey Import(StoreConnection connection, ImportKeyMaterial material, OperationContext context)
    {
        ImportTr34KeyBlock request = material.Tr34KeyBlock!;
        (RsaKeyLease privateKey, X509Certificate2 recipient) = keys.Open(connection, ChoiceOf(request), context);
        using (privateKey)
        {
            KeyRecord authority = authorities.Find(connection, context.Scope, request.CertificateAuthorityPublicKeyIdentifier!);
            X509Certificate2 signer = CertificateIntake.ReadIssuedBy("SigningKeyCertificate", request.SigningKeyCertificate!, authority, context.Now);
            X509Certificate2 issuer = LoadedCertificates.Of(authority.Certificate!);
            Tr34OpenOptions options = new()
            {
                RecipientPrivateKey = privateKey.Key,
                RecipientCertificate = recipient,
                SignerCertificate = signer,
                // Checked above under its own name; here it vouches for a revocation list that the token may carry.
                SignerIssuerCertificate = issuer,
                ValidAt = context.Now,
                ClockSkew = CertificateIntake.ClockSkew,
                ExpectedNonce = request.RandomNonce is { } nonce ? Convert.FromHexString(nonce) : default(ReadOnlyMemory<byte>),
            };
            using Tr34OpenedKey opened = Refusals.Of("WrappedKeyBlock", () => Tr34KeyBlock.Open(HexText.Parse(request.WrappedKeyBlock!, "token"), options));
            // The header stands in the clear too. How long the key is does not, and it decides what the key is.
            (Tr31KeyBlockHeader header, IReadOnlyList<CryptographyWarning> warnings) = Refusals.Of(
                "WrappedKeyBlock", () => (Tr31KeyBlockHeader.Parse(opened.Header, out IReadOnlyList<CryptographyWarning> found), found));
            KeyBlockMapping.RequireKnown(header);
            string? weakness = WeakEnvelope(header, opened.Block);
            int length = opened.Key.Length;
            KeyAttributes attributes = Refusals.AfterDecryption("WrappedKeyBlock", () =>
            {
                KeyAttributes found = KeyBlockMapping.ToAttributes(header, length);
                KeyStrength.RequireRsa(found.KeyAlgorithm!, CertificateIntake.AlgorithmOf("WrappingKeyCertificate", recipient));
                KeyAttributeTable.Check(found);
                return found;
            });
            return new ImportedKey
            {
                Attributes = attributes,
                Exportable = KeyBlockMapping.IsExportable(header),
                Material = SecretBuffer.CopyOf(opened.Key),
                Warnings = [.. warnings.Select(warning => warning.Message), .. weakness is null ? Array.Empty<string>() : [weakness]],
            };
        }
    }

    // SPEC 4.9 and 4.14: an AES key goes under AES; what the live service does with it under TDES is not known.
    private string? WeakEnvelope(Tr31KeyBlockHeader header, Tr34KeyBlock token)
    {
        if (header.Algorithm != Tr31Algorithm.Aes || token.Cipher != Tr34Cipher.TripleDes)
        {
            return null;
        }

        const string Message = "WrappedKeyBlock carries an AES key under an ephemeral TDES_3KEY key (des-ede3-cbc), which is weaker; encrypt the envelope "
            + "with aes128-CBC or stronger.";
        return conformance == Conformance.Documented ? throw new ValidationException(Message) : Message;
    }

    private static Tr34KeyChoice ChoiceOf(ImportTr34KeyBlock request) => new()
    {
        Direction = TokenDirection.Import,
        Role = "Wrapping",
        Usage = KeyUsage.Tr31K2Tr34AsymmetricKey,
        Token = request.ImportToken,
        Identifier = request.WrappingKeyIdentifier,
        Certificate = request.WrappingKeyCertificate,
    };
}
