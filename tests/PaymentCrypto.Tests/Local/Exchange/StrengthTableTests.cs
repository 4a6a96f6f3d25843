using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Keys;
using ApiFunction = PaymentCrypto.Api.KeyDerivationFunction;
using Function = PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement.KeyDerivationFunction;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>
/// The service's table of wrapping strengths, cell by cell, on the way in and on the way out ("strength of keys" in the user guide).
/// Rows are keys, columns wrapping keys; + is allowed.
/// </summary>
public sealed class StrengthTableTests : IDisposable
{
    private const string Table = """
        key       TDES_2KEY TDES_3KEY AES_128 AES_192 AES_256 RSA_2048 RSA_3072 RSA_4096 ECC_NIST_P256 ECC_NIST_P384 ECC_NIST_P521
        TDES_2KEY +         +         +       +       +       +        +        +        +             +             +
        TDES_3KEY -         +         +       +       +       +        +        +        +             +             +
        AES_128   -         -         +       +       +       -        +        +        +             +             +
        AES_192   -         -         -       +       +       -        -        -        -             +             +
        AES_256   -         -         -       -       +       -        -        -        -             -             +
        """;

    private static readonly byte[] Nonce = new byte[8];

    private readonly ExchangeBench _bench = new();

    public static TheoryData<string, string, bool> Symmetric =>
        Cells(column => column.StartsWith("TDES", StringComparison.Ordinal) || column.StartsWith("AES", StringComparison.Ordinal));

    public static TheoryData<string, string, bool> Rsa => Cells(column => column.StartsWith("RSA", StringComparison.Ordinal));

    public static TheoryData<string, string, bool> Curves => Cells(column => column.StartsWith("ECC", StringComparison.Ordinal));

    public void Dispose() => _bench.Dispose();

    [Theory]
    [MemberData(nameof(Symmetric))]
    public async Task Under_symmetric_keys(string algorithm, string wrapping, bool allowed)
    {
        byte[] secret = _bench.RandomSecret(LengthOf(algorithm));
        byte[] kek = _bench.RandomSecret(LengthOf(wrapping));
        string wrappingKey = _bench.PlaceKek(kek, wrapping);
        string key = _bench.Place(secret, KeyUsage.Tr31P0PinEncryptionKey, algorithm, "B");
        using KeyBlockProtectionKey kbpk = wrapping[0] == 'T' ? KeyBlockProtectionKey.FromTdes(kek) : KeyBlockProtectionKey.FromAes(kek);
        string block = Tr31RoundTripTests.Block(kbpk, Convert.ToHexString(secret), algorithm[0], "P0", 'B').Text;

        await Expect(allowed, algorithm, wrapping, () => _bench.ImportTr31(wrappingKey, block));
        await Expect(allowed, algorithm, wrapping, () => _bench.ExportTr31(key, wrappingKey));
    }

    [Theory]
    [MemberData(nameof(Rsa))]
    public async Task Under_RSA_keys_by_cryptogram_and_by_TR_34(string algorithm, string wrapping, bool allowed)
    {
        byte[] secret = _bench.RandomSecret(LengthOf(algorithm));
        string key = _bench.Place(secret, KeyUsage.Tr31K0KeyEncryptionKey, algorithm, "B");
        using Party party = new("Strength", wrapping);
        string authority = await party.Trust(_bench.Service);
        GetParametersForImportResponse forCryptogram = await _bench.Service.ImportParameters(type: KeyMaterialType.KeyCryptogram, algorithm: wrapping);
        GetParametersForImportResponse forToken = await _bench.Service.ImportParameters(algorithm: wrapping);
        GetParametersForExportResponse forExport = await _bench.Service.ExportParameters();
        using X509Certificate2 cryptogramRecipient = CertificateReader.Read(forCryptogram.WrappingKeyCertificate!);
        using X509Certificate2 tokenRecipient = CertificateReader.Read(forToken.WrappingKeyCertificate!);
        byte[] cryptogram = RsaKeyCryptogram.Wrap(secret, cryptogramRecipient);
        byte[] token = Tr34KeyBlock.Create(secret, $"D9999K0{algorithm[0]}B00E0000", new Tr34CreateOptions
        {
            SignerPrivateKey = party.Rsa,
            SignerCertificate = party.Certificate,
            RecipientCertificate = tokenRecipient,
            Nonce = Nonce,
        });

        await Expect(allowed, algorithm, wrapping,
            () => _bench.Import(KeyCryptogramTests.Material(algorithm, forCryptogram.ImportToken!, cryptogram, null, exportable: true)));
        await Expect(allowed, algorithm, wrapping, () => _bench.Import(new ImportKeyMaterial
        {
            Tr34KeyBlock = new ImportTr34KeyBlock
            {
                CertificateAuthorityPublicKeyIdentifier = authority,
                SigningKeyCertificate = Party.Wire(party.Certificate),
                ImportToken = forToken.ImportToken,
                WrappedKeyBlock = Convert.ToHexString(token),
                KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
                RandomNonce = Convert.ToHexString(Nonce),
            },
        }));
        await Expect(allowed, algorithm, wrapping, () => _bench.Export(key, new ExportKeyMaterial
        {
            KeyCryptogram =
                new ExportKeyCryptogram { CertificateAuthorityPublicKeyIdentifier = authority, WrappingKeyCertificate = Party.Wire(party.Certificate) },
        }));
        await Expect(allowed, algorithm, wrapping, () => _bench.Export(key, new ExportKeyMaterial
        {
            Tr34KeyBlock = new ExportTr34KeyBlock
            {
                CertificateAuthorityPublicKeyIdentifier = authority,
                WrappingKeyCertificate = Party.Wire(party.Certificate),
                ExportToken = forExport.ExportToken,
                KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
            },
        }));
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public async Task Under_agreements(string algorithm, string curve, bool allowed)
    {
        byte[] secret = _bench.RandomSecret(LengthOf(algorithm));
        string key = _bench.Place(secret, KeyUsage.Tr31P0PinEncryptionKey, algorithm, "B");
        using Party party = new("Strength", curve);
        string authority = await party.Trust(_bench.Service);
        using var own = (System.Security.Cryptography.ECDsa)PartyKeys.Of("Strength own", curve);
        string pair = _bench.PlacePair(own, KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X");

        foreach (string derived in new[] { SymmetricKeyAlgorithm.Tdes2Key, SymmetricKeyAlgorithm.Tdes3Key, SymmetricKeyAlgorithm.Aes128,
            SymmetricKeyAlgorithm.Aes192, SymmetricKeyAlgorithm.Aes256 })
        {
            // Both limits hold: the curve's, and the derived key's as of any symmetric wrapping key.
            bool both = allowed && IsAllowed(algorithm, derived);
            string weak = allowed ? derived : curve;
            using KeyBlockProtectionKey kbpk = Derive(party, own, derived);
            string block = Tr31RoundTripTests.Block(kbpk, Convert.ToHexString(secret), algorithm[0], "P0", 'B').Text;
            await Expect(both, algorithm, weak, () => _bench.Import(new ImportKeyMaterial
            {
                DiffieHellmanTr31KeyBlock = EcdhTests.In(pair, authority, party, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256, derived, block),
            }));
            await Expect(both, algorithm, weak, () => _bench.Export(key, new ExportKeyMaterial
            {
                DiffieHellmanTr31KeyBlock = EcdhTests.Out(pair, authority, party, ApiFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256, derived),
            }));
        }
    }

    [Theory]
    [InlineData("HMAC_SHA256", "TDES_3KEY", false)]
    [InlineData("HMAC_SHA256", "AES_128", true)]
    [InlineData("HMAC_SHA512", "AES_256", true)]
    public async Task HMAC_keys_go_under_AES(string algorithm, string wrapping, bool allowed)
    {
        string wrappingKey = _bench.PlaceKek(_bench.RandomSecret(LengthOf(wrapping)), wrapping);
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31M7HmacKey, algorithm, "C");

        await Expect(allowed, algorithm, wrapping, () => _bench.ExportTr31(key.KeyArn!, wrappingKey));
    }

    private static KeyBlockProtectionKey Derive(Party party, System.Security.Cryptography.ECDsa own, string derived)
    {
        using ECDiffieHellman agreement = party.Agreement();
        using SecretBuffer key = EcdhKeyAgreement.DeriveKey(
            agreement,
            EcdhPublicKey.Parse(own.ExportSubjectPublicKeyInfo()),
            Function.NistSp800,
            System.Security.Cryptography.HashAlgorithmName.SHA256,
            new byte[16],
            derived switch
            {
                SymmetricKeyAlgorithm.Tdes2Key => DerivedKeyAlgorithm.Tdes2Key,
                SymmetricKeyAlgorithm.Tdes3Key => DerivedKeyAlgorithm.Tdes3Key,
                SymmetricKeyAlgorithm.Aes128 => DerivedKeyAlgorithm.Aes128,
                SymmetricKeyAlgorithm.Aes192 => DerivedKeyAlgorithm.Aes192,
                _ => DerivedKeyAlgorithm.Aes256,
            });
        return derived[0] == 'T' ? KeyBlockProtectionKey.FromTdes(key.Span) : KeyBlockProtectionKey.FromAes(key.Span);
    }

    private static int LengthOf(string algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key or KeyAlgorithm.Aes128 => 16,
        KeyAlgorithm.Aes256 => 32,
        _ => 24,
    };

    private static bool IsAllowed(string key, string wrapping) => AllCells().Single(cell => cell.Key == key && cell.Wrapping == wrapping).Allowed;

    private static TheoryData<string, string, bool> Cells(Func<string, bool> columns)
    {
        TheoryData<string, string, bool> cells = [];
        foreach ((string key, string wrapping, bool allowed) in AllCells().Where(cell => columns(cell.Wrapping)))
        {
            cells.Add(key, wrapping, allowed);
        }

        return cells;
    }

    private static IEnumerable<(string Key, string Wrapping, bool Allowed)> AllCells()
    {
        string[][] rows = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        return rows.Skip(1).SelectMany(row => row.Skip(1).Select((cell, index) => (row[0], rows[0][index + 1], cell == "+")));
    }

    private async Task Expect(bool allowed, string algorithm, string wrapping, Func<Task> call)
    {
        if (allowed)
        {
            await call();
        }
        else
        {
            await _bench.Refused(call, algorithm, wrapping);
        }
    }
}
