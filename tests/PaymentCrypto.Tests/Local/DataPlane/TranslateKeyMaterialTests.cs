using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Local.Exchange;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>A key that comes under an agreed key and leaves under a key of the store; the agreement is the platform's on the other side.</summary>
public sealed class TranslateKeyMaterialTests : IDisposable
{
    private const string Information = "0102030405060708090A0B0C0D0E0F10";
    private readonly ExchangeBench _bench = new();

    [Theory]
    [InlineData(KeyAlgorithm.EccNistP256, KeyDerivationFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256, "AES_128", "D0000P0TE00E0000", 16,
        KeyAlgorithm.Aes128)]
    [InlineData(KeyAlgorithm.EccNistP384, KeyDerivationFunction.AnsiX963, KeyDerivationHashAlgorithm.Sha384, "AES_192", "D0000D0AB00S0000", 16,
        KeyAlgorithm.Aes256)]
    [InlineData(KeyAlgorithm.EccNistP521, KeyDerivationFunction.NistSp800, KeyDerivationHashAlgorithm.Sha512, "AES_256", "D0000V2TV00E0000", 24,
        KeyAlgorithm.Aes256)]
    [InlineData(KeyAlgorithm.EccNistP256, KeyDerivationFunction.AnsiX963, KeyDerivationHashAlgorithm.Sha512, "TDES_3KEY", "B0000B0TX12E0000", 16,
        KeyAlgorithm.Tdes3Key)]
    public async Task The_key_arrives_with_its_header_and_nothing_is_stored(
        string curve, string function, string hash, string derived, string header, int keyLength, string wrappingAlgorithm)
    {
        byte[] key = _bench.RandomSecret(keyLength);
        byte[] kek = _bench.RandomSecret(wrappingAlgorithm switch { KeyAlgorithm.Aes128 => 16, KeyAlgorithm.Aes256 => 32, _ => 24 });
        string wrapping = _bench.Place(kek, KeyUsage.Tr31K1KeyBlockProtectionKey, wrappingAlgorithm, "B");
        TranslateKeyMaterialRequest request = await Request(curve, function, hash, derived, header, key, wrapping);
        string before = _bench.Dump();

        WrappedWorkingKey answer = (await _bench.Service.Send(request)).WrappedKey!;

        Assert.Equal(before, _bench.Dump());
        Assert.Equal(WrappedKeyMaterialFormat.Tr31KeyBlock, answer.WrappedKeyMaterialFormat);
        using KeyBlockProtectionKey kbpk = wrappingAlgorithm == KeyAlgorithm.Tdes3Key
            ? KeyBlockProtectionKey.FromTdes(kek)
            : KeyBlockProtectionKey.FromAes(kek);
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(answer.WrappedKeyMaterial!, kbpk);
        Assert.Equal(key, opened.Key.ToArray());

        // Usage, algorithm, mode, version number and exportability, as they came.
        Assert.Equal(header[5..12], answer.WrappedKeyMaterial![5..12]);
        Assert.Equal(CheckValue(key, isAes: header[7] == 'A'), answer.KeyCheckValue);
    }

    [Fact]
    public async Task What_may_not_be_translated_is_refused_and_nothing_is_stored()
    {
        byte[] key = _bench.RandomSecret(16);
        string wrapping = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes128, "B");
        TranslateKeyMaterialRequest request = await Request(header: "D0000P0TE00E0000", key: key, wrapping: wrapping);
        IncomingDiffieHellmanTr31KeyBlock incoming = request.IncomingKeyMaterial!.DiffieHellmanTr31KeyBlock!;
        TranslateKeyMaterialRequest With(IncomingDiffieHellmanTr31KeyBlock changed) =>
            request with { IncomingKeyMaterial = new() { DiffieHellmanTr31KeyBlock = changed } };
        TranslateKeyMaterialRequest Under(string identifier) =>
            request with { OutgoingKeyMaterial = new() { Tr31KeyBlock = new() { WrappingKeyIdentifier = identifier } } };

        // A block that was changed, or is under a key of other terms: one text for all.
        string changed = incoming.WrappedKeyBlock![..^1] + (incoming.WrappedKeyBlock[^1] == '0' ? '1' : '0');
        string text = (await _bench.Refused(() => _bench.Service.Send(With(incoming with { WrappedKeyBlock = changed })), "WrappedKeyBlock")).Message;
        Assert.Equal(text,
            (await _bench.Refused(() => _bench.Service.Send(With(incoming with { DerivationData = new() { SharedInformation = "00" } })))).Message);
        Assert.Equal(text,
            (await _bench.Refused(() => _bench.Service.Send(With(incoming with { KeyDerivationFunction = KeyDerivationFunction.AnsiX963 })))).Message);

        // The header says that the key may not leave.
        TranslateKeyMaterialRequest bound = await Request(header: "D0000P0TE00N0000", key: key, wrapping: wrapping);
        await _bench.Refused(() => _bench.Service.Send(bound), "exportable");

        // Stronger than what would carry it.
        byte[] strong = _bench.RandomSecret(32);
        TranslateKeyMaterialRequest heavy =
            await Request(header: "D0000D0AB00E0000", key: strong, wrapping: wrapping, derived: "AES_256", hash: KeyDerivationHashAlgorithm.Sha512);
        await _bench.Refused(() => _bench.Service.Send(heavy), "WrappedKeyBlock");

        // A certificate of somebody whose authority was not imported.
        using Party stranger = new("Stranger", KeyAlgorithm.EccNistP256);
        await _bench.Refused(() => _bench.Service.Send(With(incoming with { PublicKeyCertificate = Party.Wire(stranger.Certificate) })),
            "PublicKeyCertificate");

        // Keys of other kinds and states.
        string data = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31D0SymmetricDataEncryptionKey, KeyAlgorithm.Aes128, "B");
        await _bench.Refused(() => _bench.Service.Send(Under(data)), "WrappingKeyIdentifier", "TR31_K1_KEY_BLOCK_PROTECTION_KEY");
        string only = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes128, "D");
        await _bench.Refused(() => _bench.Service.Send(Under(only)), "WrappingKeyIdentifier", "Wrap");
        string off = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes128, "B", enabled: false);
        await _bench.Refused(() => _bench.Service.Send(Under(off)));
        await _bench.Refused(() => _bench.Service.Send(With(incoming with { PrivateKeyIdentifier = data })), "PrivateKeyIdentifier",
            "TR31_K3_ASYMMETRIC_KEY_FOR_KEY_AGREEMENT");
    }

    public void Dispose() => _bench.Dispose();

    private async Task<TranslateKeyMaterialRequest> Request(
        string curve = KeyAlgorithm.EccNistP256,
        string function = KeyDerivationFunction.NistSp800,
        string hash = KeyDerivationHashAlgorithm.Sha256,
        string derived = "AES_128",
        string header = "",
        byte[]? key = null,
        string wrapping = "")
    {
        using Party party = new("Partner", curve);
        using var own = (ECDsa)PartyKeys.Of("Here", curve);
        byte[] agreed = AgreedKeys.Derive(party, own, function, hash, Information, derived switch { "AES_128" => 16, "AES_256" => 32, _ => 24 });
        using KeyBlockProtectionKey kbpk = derived == "TDES_3KEY" ? KeyBlockProtectionKey.FromTdes(agreed) : KeyBlockProtectionKey.FromAes(agreed);
        return new TranslateKeyMaterialRequest
        {
            IncomingKeyMaterial = new()
            {
                DiffieHellmanTr31KeyBlock = new()
                {
                    PrivateKeyIdentifier = _bench.PlacePair(own, KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X"),
                    CertificateAuthorityPublicKeyIdentifier = await party.Trust(_bench.Service),
                    PublicKeyCertificate = Party.Wire(party.Certificate),
                    DeriveKeyAlgorithm = derived,
                    KeyDerivationFunction = function,
                    KeyDerivationHashAlgorithm = hash,
                    DerivationData = new() { SharedInformation = Information },
                    WrappedKeyBlock = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse(header), key, kbpk).Text,
                },
            },
            OutgoingKeyMaterial = new() { Tr31KeyBlock = new() { WrappingKeyIdentifier = wrapping } },
        };
    }

    // The platform's: a zero block under TDES, a CMAC of one under AES by BouncyCastle.
    private static string CheckValue(byte[] key, bool isAes)
    {
        if (!isAes)
        {
            using var tdes = TripleDES.Create();
            tdes.Key = key.Length == 16 ? [.. key, .. key[..8]] : key;
            return Convert.ToHexString(tdes.EncryptEcb(new byte[8], PaddingMode.None))[..6];
        }

        Org.BouncyCastle.Crypto.Macs.CMac mac = new(new Org.BouncyCastle.Crypto.Engines.AesEngine());
        mac.Init(new Org.BouncyCastle.Crypto.Parameters.KeyParameter(key));
        mac.BlockUpdate(new byte[16], 0, 16);
        byte[] result = new byte[16];
        mac.DoFinal(result, 0);
        return Convert.ToHexString(result)[..6];
    }
}
