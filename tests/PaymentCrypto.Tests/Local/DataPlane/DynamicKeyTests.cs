using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Exchange;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>Keys that come with a call: in a key block, or agreed by ECDH. The other party is this test, with the platform's ECDH.</summary>
public sealed class DynamicKeyTests : IDisposable
{
    private const string Pan = "4111111111111111";
    private const string Pin = "27182";
    private const string Information = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";
    private readonly ExchangeBench _bench = new();
    private readonly byte[] _kek = RandomNumberGenerator.GetBytes(32);
    private readonly byte[] _pinKey = RandomNumberGenerator.GetBytes(16);

    private static TranslationIsoFormats Iso0 => new() { IsoFormat0 = new() { PrimaryAccountNumber = Pan } };

    private static TranslationIsoFormats Iso4 => new() { IsoFormat4 = new() { PrimaryAccountNumber = Pan } };

    [Theory]
    [InlineData(KeyUsage.Tr31K1KeyBlockProtectionKey)]
    [InlineData(KeyUsage.Tr31K0KeyEncryptionKey)]
    public async Task A_PIN_block_goes_from_and_to_keys_that_come_in_key_blocks(string usage)
    {
        string kek = _bench.Place(_kek, usage, KeyAlgorithm.Aes256, "B");
        byte[] outgoing = _bench.RandomSecret(16);
        string before = _bench.Dump();
        TranslatePinDataResponse answer = await _bench.Service.Send(new TranslatePinDataRequest
        {
            IncomingKeyIdentifier = kek,
            IncomingWrappedKey = Wrapped("P0TD00E0000", _pinKey),
            IncomingTranslationAttributes = Iso0,
            EncryptedPinBlock = TdesBlock(_pinKey),
            OutgoingKeyIdentifier = kek,
            OutgoingWrappedKey = Wrapped("P0AE00E0000", outgoing) with { KeyCheckValueAlgorithm = KeyCheckValueAlgorithm.Cmac },
            OutgoingTranslationAttributes = Iso4,
        });

        Assert.Equal(Pin, OpenFormat4(outgoing, answer.PinBlock!));
        Assert.Equal(kek, answer.KeyArn);
        Assert.NotEqual((await _bench.Service.GetKey(kek)).KeyCheckValue, answer.KeyCheckValue);
        Assert.Equal(before, _bench.Dump());
    }

    [Theory]
    [InlineData(KeyAlgorithm.EccNistP256, KeyDerivationFunction.NistSp800, KeyDerivationHashAlgorithm.Sha512, "AES_128", 16)]
    [InlineData(KeyAlgorithm.EccNistP521, KeyDerivationFunction.AnsiX963, KeyDerivationHashAlgorithm.Sha256, "AES_256", 32)]
    public async Task A_PIN_that_its_holder_chooses_is_set_verified_and_revealed_by_ECDH(string curve, string function, string hash, string algorithm,
        int length)
    {
        (string pair, DynamicKey agreed, byte[] key) = await Agree(curve, function, hash, algorithm, length);
        byte[] stored = _bench.RandomSecret(16);
        string pek = _bench.Place(stored, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B");
        string pvk = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31V2VisaPinVerificationKey, KeyAlgorithm.Tdes2Key, "C");

        // Set: from the holder's key to the issuer's, and the PVV of it.
        string held = Format4Block(key);
        string block = (await _bench.Service.Send(new TranslatePinDataRequest
        {
            IncomingKeyIdentifier = pair,
            IncomingWrappedKey = agreed,
            IncomingTranslationAttributes = Iso4,
            EncryptedPinBlock = held,
            OutgoingKeyIdentifier = pek,
            OutgoingTranslationAttributes = Iso4,
        })).PinBlock!;
        Assert.Equal(Pin, OpenFormat4(stored, block));
        GeneratePinDataResponse generated = await _bench.Service.Send(new GeneratePinDataRequest
        {
            GenerationKeyIdentifier = pvk,
            EncryptionKeyIdentifier = pair,
            EncryptionWrappedKey = agreed,
            PrimaryAccountNumber = Pan,
            PinBlockFormat = PinBlockFormatForPinData.IsoFormat4,
            GenerationAttributes = new() { VisaPinVerificationValue = new() { EncryptedPinBlock = held, PinVerificationKeyIndex = 1 } },
        });
        Assert.Equal(pair, generated.EncryptionKeyArn);

        // Verify: under the holder's key.
        VerifyPinDataRequest verify = new()
        {
            VerificationKeyIdentifier = pvk,
            EncryptionKeyIdentifier = pair,
            EncryptionWrappedKey = agreed,
            PrimaryAccountNumber = Pan,
            PinBlockFormat = PinBlockFormatForPinData.IsoFormat4,
            EncryptedPinBlock = held,
            VerificationAttributes = new() { VisaPin = new() { PinVerificationKeyIndex = 1, VerificationValue = generated.PinData!.VerificationValue } },
        };
        Assert.Equal(pvk, (await _bench.Service.Send(verify)).VerificationKeyArn);

        // Reset: a new PIN under the holder's key; the old value no longer fits, unless by a chance that the library's PVV tells.
        GeneratePinDataResponse reset = await _bench.Service.Send(new GeneratePinDataRequest
        {
            GenerationKeyIdentifier = pvk,
            EncryptionKeyIdentifier = pair,
            EncryptionWrappedKey = agreed,
            PrimaryAccountNumber = Pan,
            PinBlockFormat = PinBlockFormatForPinData.IsoFormat4,
            PinDataLength = 6,
            GenerationAttributes = new() { VisaPin = new() { PinVerificationKeyIndex = 1 } },
        });
        Assert.Equal(6, OpenFormat4(key, reset.EncryptedPinBlock!).Length);

        // Reveal: back to the holder.
        string revealed = (await _bench.Service.Send(new TranslatePinDataRequest
        {
            IncomingKeyIdentifier = pek,
            IncomingTranslationAttributes = Iso4,
            EncryptedPinBlock = block,
            OutgoingKeyIdentifier = pair,
            OutgoingWrappedKey = agreed,
            OutgoingTranslationAttributes = Iso4,
        })).PinBlock!;
        Assert.Equal(Pin, OpenFormat4(key, revealed));
    }

    [Fact]
    public async Task A_key_that_comes_with_the_call_must_be_right_and_is_told_to_nobody()
    {
        string kek = _bench.Place(_kek, KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, "B");
        string pek = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        _bench.Secret(_pinKey);
        TranslatePinDataRequest good = new()
        {
            IncomingKeyIdentifier = kek,
            IncomingWrappedKey = Wrapped("P0TB00E0000", _pinKey),
            IncomingTranslationAttributes = Iso0,
            EncryptedPinBlock = TdesBlock(_pinKey),
            OutgoingKeyIdentifier = pek,
            OutgoingTranslationAttributes = Iso0,
        };
        await _bench.Service.Send(good);
        Task<ValidationException> Refuse(TranslatePinDataRequest request, params string[] says) => _bench.Refused(() => _bench.Service.Send(request), says);

        // What the header says: another usage, another mode, another algorithm.
        await Refuse(good with { IncomingWrappedKey = Wrapped("D0TB00E0000", _pinKey) }, "KeyUsages not allowed", "IncomingWrappedKey");
        await Refuse(good with { IncomingWrappedKey = Wrapped("P0TE00E0000", _pinKey) }, "KeyModesOfUse not allowed", "IncomingWrappedKey");
        await Refuse(good with { IncomingWrappedKey = Wrapped("P0AB00E0000", _pinKey) }, "ISO_FORMAT_4");

        // A block that was changed, or is under another key.
        string block = Wrapped("P0TB00E0000", _pinKey).WrappedKeyMaterial!.Tr31KeyBlock!;
        string changed = block[..^1] + (block[^1] == '0' ? '1' : '0');
        await Refuse(good with { IncomingWrappedKey = new() { WrappedKeyMaterial = new() { Tr31KeyBlock = changed } } },
            "IncomingWrappedKey.WrappedKeyMaterial.Tr31KeyBlock");
        string other = _bench.Place(_bench.RandomSecret(32), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, "B");
        await Refuse(good with { IncomingKeyIdentifier = other }, "IncomingWrappedKey.WrappedKeyMaterial.Tr31KeyBlock");
        await Refuse(good with { IncomingKeyIdentifier = pek }, "KeyUsages not allowed", "IncomingKeyIdentifier");
        string wrapOnly = _bench.Place(_kek, KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, "E");
        await Refuse(good with { IncomingKeyIdentifier = wrapOnly }, "KeyModesOfUse not allowed", "IncomingKeyIdentifier");

        // Both kinds at once, and DUKPT or AS 2805 besides.
        (string pair, DynamicKey agreed, _) =
            await Agree(KeyAlgorithm.EccNistP256, KeyDerivationFunction.NistSp800, KeyDerivationHashAlgorithm.Sha256, "AES_128", 16);
        DynamicKey both =
            new() { WrappedKeyMaterial = new() { Tr31KeyBlock = block, DiffieHellmanSymmetricKey = agreed.WrappedKeyMaterial!.DiffieHellmanSymmetricKey } };
        await _bench.Refused<ValidationException>(() => _bench.Service.Send(good with { IncomingWrappedKey = both }), "PcMemberInvalid",
            "incomingWrappedKey.wrappedKeyMaterial");
        await Refuse(good with { IncomingDukptAttributes = new() { KeySerialNumber = "FFFF9876543210E00001" } }, "IncomingWrappedKey", "DUKPT");
        await Refuse(good with { IncomingAs2805Attributes = new() { SystemTraceAuditNumber = "000001", TransactionAmount = "000000000100" } },
            "IncomingAs2805Attributes");

        // ECDH: a pair that is not one, an algorithm that no PIN key has, a purpose that is another.
        await Refuse(good with { IncomingWrappedKey = agreed }, "KeyUsages not allowed", "IncomingKeyIdentifier");
        EcdhDerivationAttributes terms = agreed.WrappedKeyMaterial!.DiffieHellmanSymmetricKey!;
        await Refuse(
            good with
            {
                IncomingKeyIdentifier = pair,
                IncomingWrappedKey =
                    new() { WrappedKeyMaterial = new() { DiffieHellmanSymmetricKey = terms with { KeyAlgorithm = SymmetricKeyAlgorithm.HmacSha256 } } }
            },
            "DiffieHellmanSymmetricKey.KeyAlgorithm");
        Key forBlocks = await _bench.Service.CreateKey(
            KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X", request =>
                request with { DeriveKeyUsage = DeriveKeyUsage.Tr31K1KeyBlockProtectionKey });
        await Refuse(good with { IncomingKeyIdentifier = forBlocks.KeyArn, IncomingWrappedKey = agreed }, "TR31_K1_KEY_BLOCK_PROTECTION_KEY");

        // The right pair, but another secret than the block was made with: an undecodable PIN block.
        ValidationException refusal = await Refuse(good with
        {
            IncomingKeyIdentifier = pair,
            IncomingWrappedKey = agreed,
            IncomingTranslationAttributes = Iso4,
            EncryptedPinBlock = new string('0', 32),
            OutgoingTranslationAttributes = Iso0
        });
        Assert.Equal("Pin block provided is invalid. Please check your input to ensure all field values are correct.", refusal.Message);
    }

    [Fact]
    public async Task Data_are_encrypted_under_a_key_that_comes_in_a_block_and_not_with_derivations_besides()
    {
        string kek = _bench.Place(_kek, KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Aes256, "B");
        byte[] dataKey = _bench.RandomSecret(16);
        EncryptDataRequest request = new()
        {
            KeyIdentifier = kek,
            WrappedKey = Wrapped("D0AB00E0000", dataKey),
            PlainText = "00112233445566778899AABBCCDDEEFF",
            EncryptionAttributes = new() { Symmetric = new() { Mode = EncryptionMode.Ecb } },
        };
        using var aes = Aes.Create();
        aes.Key = dataKey;
        string expected = Convert.ToHexString(aes.EncryptEcb(Convert.FromHexString(request.PlainText), PaddingMode.None));
        Assert.Equal(expected, (await _bench.Service.Send(request)).CipherText);
        Assert.Equal(request.PlainText, (await _bench.Service.Send(new DecryptDataRequest
        {
            KeyIdentifier = kek,
            WrappedKey = Wrapped("D0AD00E0000", dataKey),
            CipherText = expected,
            DecryptionAttributes = new() { Symmetric = new() { Mode = EncryptionMode.Ecb } },
        })).PlainText);

        foreach (EncryptionDecryptionAttributes attributes in new EncryptionDecryptionAttributes[]
        {
            new() { Dukpt = new() { KeySerialNumber = "FFFF9876543210E00001" } },
            new() { Emv = new() { MajorKeyDerivationMode = EmvMajorKeyDerivationMode.EmvOptionA, PrimaryAccountNumber = Pan, PanSequenceNumber = "00",
                SessionDerivationData = "0001000000000000" } },
            new() { Asymmetric = new() },
        })
        {
            await _bench.Refused(() => _bench.Service.Send(request with { EncryptionAttributes = attributes }), "WrappedKey", "exclude each other");
            await _bench.Refused(
                () => _bench.Service.Send(new DecryptDataRequest
                {
                    KeyIdentifier = kek,
                    WrappedKey = request.WrappedKey,
                    CipherText = expected,
                    DecryptionAttributes = attributes
                }),
                "WrappedKey",
                "exclude each other");
        }
    }

    public void Dispose() => _bench.Dispose();

    private DynamicKey Wrapped(string header, byte[] key)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(_kek);
        return new DynamicKey { WrappedKeyMaterial = new() { Tr31KeyBlock = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0000" + header), key, kbpk).Text } };
    }

    private async Task<(string Pair, DynamicKey Agreed, byte[] Key)> Agree(string curve, string function, string hash, string algorithm, int length)
    {
        using Party party = new("Holder", curve);
        using var own = (ECDsa)PartyKeys.Of("Issuer", curve);
        string pair = _bench.PlacePair(own, KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, curve, "X");
        DynamicKey agreed = new()
        {
            WrappedKeyMaterial = new()
            {
                DiffieHellmanSymmetricKey = new()
                {
                    CertificateAuthorityPublicKeyIdentifier = await party.Trust(_bench.Service),
                    PublicKeyCertificate = Party.Wire(party.Certificate),
                    KeyAlgorithm = algorithm,
                    KeyDerivationFunction = function,
                    KeyDerivationHashAlgorithm = hash,
                    SharedInformation = Information,
                },
            },
        };
        return (pair, agreed, _bench.Secret(AgreedKeys.Derive(party, own, function, hash, Information, length)));
    }

    private static string TdesBlock(byte[] key)
    {
        byte[] block = new byte[8];
        PinBlock.Encode(PinBlockFormat.Iso0, Pin, Pan, block);
        using var tdes = TripleDES.Create();
        tdes.Key = key.Length == 16 ? [.. key, .. key[..8]] : key;
        return Convert.ToHexString(tdes.EncryptEcb(block, PaddingMode.None));
    }

    private static string Format4Block(byte[] key)
    {
        byte[] block = new byte[16];
        using var cipher = BlockCipher.CreateAes(key);
        AesPinBlock.Encrypt(cipher, Pin, Pan, block);
        return Convert.ToHexString(block);
    }

    private static string OpenFormat4(byte[] key, string block)
    {
        using var cipher = BlockCipher.CreateAes(key);
        Span<char> pin = new char[12];
        return pin[..AesPinBlock.Decrypt(cipher, Convert.FromHexString(block), Pan, pin)].ToString();
    }
}
