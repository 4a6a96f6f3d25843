using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Each check of a TR-34 import, and of tokens and cryptograms, provoked once: the message shows both values, and nothing is kept.</summary>
public sealed class Tr34ImportRefusalTests : IDisposable
{
    private const string Secret = "79ADAEF3212AADCE312ACE422ACCFEFB";
    private const string Nonce = "1B5C9D0E2F3A4857";

    private readonly ExchangeBench _bench = new();
    private readonly Party _party = new("Partner HSM", KeyAlgorithm.Rsa2048);

    public Tr34ImportRefusalTests() => _bench.Secret(Secret);

    public void Dispose()
    {
        _party.Dispose();
        _bench.Dispose();
    }

    [Fact]
    public async Task The_token_is_unknown_expired_of_another_type_or_direction()
    {
        ImportTr34KeyBlock good = await Good();
        string cryptogramToken = (await _bench.Service.ImportParameters(type: KeyMaterialType.KeyCryptogram)).ImportToken!;
        string exportToken = (await _bench.Service.ExportParameters()).ExportToken!;

        await _bench.Refused<ResourceNotFoundException>(() => Import(good with { ImportToken = "import-token-abcdefghijklmnop" }), "PcResourceNotFound",
            "import-token-abcdefghijklmnop");
        await _bench.Refused(() => Import(good with { ImportToken = cryptogramToken }), cryptogramToken, KeyMaterialType.KeyCryptogram,
            KeyMaterialType.Tr34KeyBlock);
        await _bench.Refused<ValidationException>(() => Import(good with { ImportToken = exportToken }), "PcMemberInvalid", "mportToken");
        await _bench.Refused(
            () => _bench.Import(KeyCryptogramTests.Material(KeyAlgorithm.Tdes2Key, good.ImportToken!, new byte[256], null, exportable: true)),
            good.ImportToken!,
            KeyMaterialType.Tr34KeyBlock,
            KeyMaterialType.KeyCryptogram);
        await _bench.Refused(() => _bench.Import(KeyCryptogramTests.Material(KeyAlgorithm.Tdes2Key, string.Empty, new byte[256], null, exportable: true)),
            "ImportToken", "GetParametersForImport");
        _bench.Store.Clock.Advance(TimeSpan.FromDays(30));
        await _bench.Refused(() => Import(good), good.ImportToken!, "expired", "2026-04-13");
    }

    [Fact]
    public async Task The_wrapping_key_is_named_in_no_way_in_two_or_by_half()
    {
        ImportTr34KeyBlock good = await Good();

        await _bench.Refused(() => Import(good with { ImportToken = null }), "ImportToken", "WrappingKeyIdentifier");
        await _bench.Refused(() => Import(good with { ImportToken = string.Empty }), "ImportToken", "WrappingKeyIdentifier");
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = "alias/pair" }), "one of two ways");
        await _bench.Refused(() => Import(good with { ImportToken = null, WrappingKeyIdentifier = "alias/pair" }), "WrappingKeyCertificate");
    }

    [Fact]
    public async Task The_callers_own_pair_does_not_fit_or_its_certificate_is_of_another_key_or_over()
    {
        ImportTr34KeyBlock good = (await Good()) with { ImportToken = null, WrappingKeyCertificate = Party.Wire(_party.Certificate) };
        string pair = _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31K2Tr34AsymmetricKey, KeyAlgorithm.Rsa2048, "B");
        string encryptOnly = _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31K2Tr34AsymmetricKey, KeyAlgorithm.Rsa2048, "E");
        string signing =
            _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S");
        using X509Certificate2 over = _party.Issue("CN=Pair", PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), to: TemporaryStore.Start.AddHours(-2));

        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = pair }), "WrappingKeyCertificate", pair);
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = signing }), KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature,
            KeyUsage.Tr31K2Tr34AsymmetricKey);
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = encryptOnly }), encryptOnly, "unwrap");
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = pair, WrappingKeyCertificate = Party.Wire(over) }), "WrappingKeyCertificate",
            "CertificateExpired");
        await _bench.Service.Send(new StopKeyUsageRequest { KeyIdentifier = pair });
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = pair }), pair, "disabled");
    }

    [Fact]
    public async Task The_authority_is_another_one_absent_no_authority_or_may_not_be_used()
    {
        ImportTr34KeyBlock good = await Good();
        using Party stranger = new("Stranger", KeyAlgorithm.Rsa2048);
        string strangersAuthority = await stranger.Trust(_bench.Service);
        string symmetric = (await _bench.Service.CreateKey()).KeyArn!;
        string pair = _bench.PlacePair(PartyKeys.Of("Pair", KeyAlgorithm.Rsa2048), KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature, KeyAlgorithm.Rsa2048, "S");

        await _bench.Refused(() => Import(good with { CertificateAuthorityPublicKeyIdentifier = strangersAuthority }), "SigningKeyCertificate",
            "CertificateIssuerMismatch", "CN=Partner HSM CA", "CN=Stranger CA");
        await _bench.Refused(() => Import(good with { CertificateAuthorityPublicKeyIdentifier = symmetric }), symmetric, KeyClass.SymmetricKey);
        await _bench.Refused(() => Import(good with { CertificateAuthorityPublicKeyIdentifier = pair }), pair, KeyClass.AsymmetricKeyPair);
        await _bench.Refused<ResourceNotFoundException>(() => Import(good with { CertificateAuthorityPublicKeyIdentifier = "alias/no-ca" }),
            "PcResourceNotFound", "alias/no-ca");
        await _bench.Service.Send(new StopKeyUsageRequest { KeyIdentifier = good.CertificateAuthorityPublicKeyIdentifier });
        await _bench.Refused(() => Import(good), good.CertificateAuthorityPublicKeyIdentifier!, "disabled");
    }

    [Fact]
    public async Task The_signing_certificate_is_over_not_begun_forged_or_unreadable()
    {
        ImportTr34KeyBlock good = await Good();
        using X509Certificate2 over = _party.Issue("CN=Over", _party.Key, to: TemporaryStore.Start.AddHours(-2));
        using X509Certificate2 early = _party.Issue("CN=Early", _party.Key, from: TemporaryStore.Start.AddHours(2));
        byte[] forged = _party.Certificate.RawData;
        forged[^1] ^= 1;
#pragma warning disable SYSLIB0057 // The successor of this constructor came with .NET 9.
        using X509Certificate2 changed = new(forged);
#pragma warning restore SYSLIB0057

        await _bench.Refused(() => Import(good with { SigningKeyCertificate = Party.Wire(over) }), "SigningKeyCertificate", "CertificateExpired", "CN=Over",
            "2026-03-14");
        await _bench.Refused(() => Import(good with { SigningKeyCertificate = Party.Wire(early) }), "SigningKeyCertificate", "CertificateNotYetValid",
            "CN=Early");
        await _bench.Refused(() => Import(good with { SigningKeyCertificate = Party.Wire(changed) }), "SigningKeyCertificate", "CertificateSignature",
            "CN=Partner HSM CA");
        await _bench.Refused(() => Import(good with { SigningKeyCertificate = "bm90IGEgY2VydGlmaWNhdGU=" }), "SigningKeyCertificate", "CertificateMalformed");
    }

    [Fact]
    public async Task The_nonce_is_missing_another_one_or_not_expected()
    {
        ImportTr34KeyBlock twoPass = await Good();
        ImportTr34KeyBlock onePass = await Good(signingTime: TemporaryStore.Start);

        await _bench.Refused(() => Import(twoPass with { RandomNonce = null }), "Tr34NonceUnexpected", Nonce);
        await _bench.Refused(() => Import(twoPass with { RandomNonce = "0000000000000001" }), "Tr34NonceMismatch", Nonce, "0000000000000001");
        await _bench.Refused(() => Import(onePass with { RandomNonce = Nonce }), "Tr34NonceMissing", Nonce);
        await _bench.Refused<ValidationException>(() => Import(twoPass with { RandomNonce = "ABC" }), "PcMemberInvalid", "andomNonce");
    }

    [Fact]
    public async Task The_signer_or_the_recipient_is_another_one()
    {
        ImportTr34KeyBlock good = await Good();
        using X509Certificate2 renewed = _party.Issue("CN=Partner HSM", _party.Key);
        GetParametersForImportResponse other = await _bench.Service.ImportParameters();

        await _bench.Refused(() => Import(good with { SigningKeyCertificate = Party.Wire(renewed) }), "Tr34SignerMismatch", _party.Certificate.SerialNumber,
            renewed.SerialNumber);
        using X509Certificate2 otherRecipient = CertificateReader.Read(other.WrappingKeyCertificate!);
        await _bench.Refused(() => Import(good with { ImportToken = other.ImportToken }), "Tr34RecipientMismatch", otherRecipient.SerialNumber.TrimStart('0'));
    }

    [Fact]
    public async Task The_envelope_the_signature_or_the_text_was_changed()
    {
        ImportTr34KeyBlock good = await Good();
        byte[] token = Convert.FromHexString(good.WrappedKeyBlock!);
        var block = Tr34KeyBlock.Parse(token);

        await _bench.Refused(() => Import(good with { WrappedKeyBlock = Flipped(token, block.Ciphertext.Span) }), "Tr34DigestMismatch");
        await _bench.Refused(() => Import(good with { WrappedKeyBlock = Flipped(token, block.Signature.Span) }), "Tr34SignatureInvalid", "CN=Partner HSM");
        await _bench.Refused(() => Import(good with { WrappedKeyBlock = Convert.ToHexString(token.AsSpan(0, token.Length - 4)) }), "Tr34Truncated");
        await _bench.Refused(() => Import(good with { WrappedKeyBlock = good.WrappedKeyBlock + "0" }), "WrappedKeyBlock",
            $"{good.WrappedKeyBlock!.Length + 1} hex digits");
        await _bench.Refused<ValidationException>(() => Import(good with { WrappedKeyBlock = good.WrappedKeyBlock!.ToLowerInvariant() }), "PcMemberInvalid",
            "rappedKeyBlock");

        // Signed anew by the right sender, but encrypted under a key that this recipient cannot decrypt.
        byte[] envelope = block.EnvelopeContents.ToArray();
        envelope[envelope.AsSpan().IndexOf(block.EncryptedKey.Span) + 7] ^= 1;
        await _bench.Refused(() => Import(good with { WrappedKeyBlock = Convert.ToHexString(Tr34Resigner.Resign(block, envelope, _party.Rsa)) }),
            "Tr34EphemeralKey");
    }

    [Theory]
    [InlineData("D9999K0AX00E0000", "AES_128", "RSA_2048", true)]
    [InlineData("D9999K0TX00E0000", "TR31_K0", "DeriveKey", true)]
    [InlineData("D9999B1TX00E0000", "B1", "usage", false)]
    [InlineData("D9999K0TY00E0000", "Y", "ode of use", false)]
    [InlineData("D9999K0TB00E0100", "WrappedKeyBlock", "ptional block", false)]
    public async Task The_header_makes_no_key_of_the_service(string header, string one, string other, bool forTheOwner)
    {
        ImportTr34KeyBlock block = await Good(header: header);

        ValidationException refusal = await _bench.Refused(() => Import(block), one, other);

        Assert.Equal(forTheOwner, refusal.OwnersDetail is not null);
    }

    [Fact]
    public async Task A_revocation_list_in_the_token_is_by_a_forger()
    {
        // The list names the partner's authority, but the stranger's key has signed it: the real authority would have revoked the sender.
        ImportTr34KeyBlock good = await Good(revocationList: ForgedList());

        await _bench.Refused(() => Import(good), "CertificateRevocationList", "CN=Partner HSM CA");
    }

    [Fact]
    public async Task A_cryptogram_of_another_length_hash_or_key()
    {
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters(type: KeyMaterialType.KeyCryptogram);
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] cryptogram = PaymentCrypto.Cryptography.KeyBlocks.Cryptograms.RsaKeyCryptogram.Wrap(Convert.FromHexString(Secret), recipient);
        ImportKeyCryptogram good =
            KeyCryptogramTests.Material(KeyAlgorithm.Tdes2Key, parameters.ImportToken!, cryptogram, null, exportable: true).KeyCryptogram!;
        Task Send(ImportKeyCryptogram changed) => _bench.Import(new ImportKeyMaterial { KeyCryptogram = changed });

        await _bench.Refused(() => Send(good with { WrappedKeyCryptogram = good.WrappedKeyCryptogram![2..] }), "CryptogramLength", "255", "256");
        await _bench.Refused(() => Send(good with { WrappedKeyCryptogram = good.WrappedKeyCryptogram![1..] }), "WrappedKeyCryptogram", "511");
        await _bench.Refused(() => Send(good with { WrappingSpec = WrappingKeySpec.RsaOaepSha512 }), "CryptogramDecryption", "SHA-512");
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes! with { KeyAlgorithm = KeyAlgorithm.Tdes3Key } }), "CryptogramKeyLength",
            "16", "24");
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes! with { KeyClass = KeyClass.PublicKey } }), KeyClass.PublicKey,
            KeyClass.SymmetricKey, "key cryptogram");
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes! with { KeyModesOfUse = KeyCalls.Modes("C") } }), "Generate + Verify",
            KeyUsage.Tr31K0KeyEncryptionKey);
        await _bench.Refused(() => Send(good with { KeyAttributes = good.KeyAttributes! with { KeyAlgorithm = KeyAlgorithm.HmacSha256 } }),
            KeyAlgorithm.HmacSha256, "RSA");
    }

    private static string Flipped(byte[] token, ReadOnlySpan<byte> part)
    {
        byte[] changed = [.. token];
        changed[changed.AsSpan().IndexOf(part) + 3] ^= 1;
        return Convert.ToHexString(changed);
    }

    private static byte[] ForgedList()
    {
        using var forger = (System.Security.Cryptography.RSA)PartyKeys.Of("Stranger CA", KeyAlgorithm.Rsa2048);
        return new CertificateRevocationListBuilder().Build(
            new X500DistinguishedName("CN=Partner HSM CA"),
            X509SignatureGenerator.CreateForRSA(forger, System.Security.Cryptography.RSASignaturePadding.Pkcs1),
            System.Numerics.BigInteger.One,
            TemporaryStore.Start.AddDays(30),
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(new byte[20]),
            TemporaryStore.Start.AddDays(-1));
    }

    private async Task<ImportTr34KeyBlock> Good(string header = "D9999K0TB00E0000", DateTimeOffset? signingTime = null, byte[]? revocationList = null)
    {
        string authority = await _party.Trust(_bench.Service);
        GetParametersForImportResponse parameters = await _bench.Service.ImportParameters();
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] token = Tr34KeyBlock.Create(Convert.FromHexString(Secret), header, new Tr34CreateOptions
        {
            SignerPrivateKey = _party.Rsa,
            SignerCertificate = _party.Certificate,
            RecipientCertificate = recipient,
            Nonce = signingTime is null ? Convert.FromHexString(Nonce) : default(ReadOnlyMemory<byte>),
            SigningTime = signingTime,
            RevocationList = revocationList,
        });
        return new ImportTr34KeyBlock
        {
            CertificateAuthorityPublicKeyIdentifier = authority,
            SigningKeyCertificate = Party.Wire(_party.Certificate),
            ImportToken = parameters.ImportToken,
            WrappedKeyBlock = Convert.ToHexString(token),
            KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            RandomNonce = signingTime is null ? Nonce : null,
        };
    }

    private Task<Key> Import(ImportTr34KeyBlock block) => _bench.Import(new ImportKeyMaterial { Tr34KeyBlock = block });
}
