using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>AS 2805 key cryptograms in both directions. The other party computes with the platform's TDES and the masks of the standard.</summary>
public sealed class As2805Tests : IDisposable
{
    private const string Kek = "79ADAEF3212AADCE312ACE422ACCFEFB";
    private const string KeyHex = "75BDAEF54587CAE6563A5CE57B4B9F9F";

    private readonly ExchangeBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("PIN_ENCRYPTION_KEY_VARIANT_28", "28C0", "P0", "B")]
    [InlineData("MESSAGE_AUTHENTICATION_KEY_VARIANT_24", "24C0", "M0", "C")]
    [InlineData("DATA_ENCRYPTION_KEY_VARIANT_22", "22C0", "D0", "B")]
    public async Task A_key_comes_in_and_goes_out_under_its_variant(string variant, string mask, string usage, string modes)
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Tdes2Key);
        byte[] cryptogram = UnderVariant(Convert.FromHexString(mask), Convert.FromHexString(KeyHex));

        Key imported = await _bench.Import(new ImportKeyMaterial { As2805KeyCryptogram = Cryptogram(kek, variant, modes, Convert.ToHexString(cryptogram)) });
        WrappedKey exported = await _bench.Export(
            imported.KeyArn!, new ExportKeyMaterial
            {
                As2805KeyCryptogram = new ExportAs2805KeyCryptogram
                {
                    WrappingKeyIdentifier = kek,
                    As2805KeyVariant = variant
                }
            });

        Assert.Equal(("946B22", KeyCheckValueAlgorithm.AnsiX924), (imported.KeyCheckValue, imported.KeyCheckValueAlgorithm));
        Assert.Equal(KeyCalls.Attributes(Tr31RoundTripTests.UsageOf(usage), KeyAlgorithm.Tdes2Key, modes), imported.KeyAttributes);
        Assert.Equal((kek, WrappedKeyMaterialFormat.KeyCryptogram, Convert.ToHexString(cryptogram)),
            (exported.WrappingKeyArn, exported.WrappedKeyMaterialFormat, exported.KeyMaterial));
        Assert.Equal(("946B22", KeyCheckValueAlgorithm.AnsiX924), (exported.KeyCheckValue, exported.KeyCheckValueAlgorithm));
    }

    // The mask of variant 00 is not published; what can be said is that both directions agree.
    [Fact]
    public async Task A_terminal_major_key_returns_as_it_went()
    {
        using ExchangeBench other = new();
        string here = _bench.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Tdes2Key);
        string there = other.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Tdes2Key);
        Key key = await _bench.Service.CreateKey(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key);

        WrappedKey exported = await _bench.Export(
            key.KeyArn!, new ExportKeyMaterial
            {
                As2805KeyCryptogram = new ExportAs2805KeyCryptogram
                {
                    WrappingKeyIdentifier = here,
                    As2805KeyVariant = As2805KeyVariant.TerminalMajorKeyVariant00
                }
            });
        Key imported = await other.Import(new ImportKeyMaterial
        {
            As2805KeyCryptogram = Cryptogram(there, As2805KeyVariant.TerminalMajorKeyVariant00, "B",
            exported.KeyMaterial!)
        });

        Assert.Equal((key.KeyCheckValue, 32), (imported.KeyCheckValue, exported.KeyMaterial!.Length));
    }

    [Fact]
    public async Task What_does_not_fit_is_refused()
    {
        string kek = _bench.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Tdes2Key);
        string kbpk = _bench.Place(Convert.FromHexString(Kek), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyAlgorithm.Tdes2Key, "B");
        string aes = _bench.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Aes128);
        _bench.Secret(KeyHex);
        const string Variant = As2805KeyVariant.PinEncryptionKeyVariant28;
        ImportAs2805KeyCryptogram good = Cryptogram(kek, Variant, "B", new string('A', 32));
        Task Import(ImportAs2805KeyCryptogram cryptogram) => _bench.Import(new ImportKeyMaterial { As2805KeyCryptogram = cryptogram });

        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = kbpk }), KeyUsage.Tr31K1KeyBlockProtectionKey, KeyUsage.Tr31K0KeyEncryptionKey);
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = aes }), KeyAlgorithm.Aes128, "key encryption keys are TDES");
        string encryptOnly = _bench.Place(Convert.FromHexString(Kek), KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "E");
        string decryptOnly = _bench.Place(Convert.FromHexString(Kek), KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Tdes2Key, "D");
        await _bench.Refused(() => Import(good with { WrappingKeyIdentifier = encryptOnly }), encryptOnly, "Unwrap");
        Key pin = await _bench.Service.CreateKey();
        await _bench.Refused(
            () => _bench.Export(pin.KeyArn!,
                new ExportKeyMaterial
                {
                    As2805KeyCryptogram = new ExportAs2805KeyCryptogram { WrappingKeyIdentifier = decryptOnly, As2805KeyVariant = Variant },
                }),
            decryptOnly,
            "Wrap");
        await _bench.Refused(() => Import(good with { KeyAlgorithm = KeyAlgorithm.Tdes3Key }), "AS 2805", KeyAlgorithm.Tdes3Key, KeyAlgorithm.Tdes2Key);
        await _bench.Refused(() => Import(good with { KeyAlgorithm = KeyAlgorithm.Aes128 }), "AS 2805", KeyAlgorithm.Aes128);
        await _bench.Refused(() => Import(good with { WrappedKeyCryptogram = new string('A', 48) }), "24", "16");
        await _bench.Refused(() => Import(good with { WrappedKeyCryptogram = new string('A', 33) }), "WrappedKeyCryptogram", "33");
        await _bench.Refused(() => Import(good with { WrappedKeyCryptogram = new string('A', 34) }), "17", "16 or 24");
        await _bench.Refused(() => Import(good with { KeyModesOfUse = KeyCalls.Modes("C") }), "Generate + Verify", KeyUsage.Tr31P0PinEncryptionKey);
        Key mac = await _bench.Service.CreateKey(KeyUsage.Tr31M3Iso97973MacKey, KeyAlgorithm.Tdes2Key, "C");
        await _bench.Refused(
            () => _bench.Export(mac.KeyArn!, new ExportKeyMaterial
            {
                As2805KeyCryptogram = new ExportAs2805KeyCryptogram
                {
                    WrappingKeyIdentifier = kek,
                    As2805KeyVariant = As2805KeyVariant.MessageAuthenticationKeyVariant24
                }
            }),
            KeyUsage.Tr31M0Iso16609MacKey,
            KeyUsage.Tr31M3Iso97973MacKey);
        Key strong = await _bench.Service.CreateKey(algorithm: KeyAlgorithm.Tdes3Key);
        await _bench.Refused(
            () => _bench.Export(strong.KeyArn!,
                new ExportKeyMaterial { As2805KeyCryptogram = new ExportAs2805KeyCryptogram { WrappingKeyIdentifier = kek, As2805KeyVariant = Variant } }),
            KeyAlgorithm.Tdes3Key,
            KeyAlgorithm.Tdes2Key);
    }

    private static ImportAs2805KeyCryptogram Cryptogram(string kek, string variant, string modes, string cryptogram) => new()
    {
        WrappingKeyIdentifier = kek,
        As2805KeyVariant = variant,
        KeyAlgorithm = KeyAlgorithm.Tdes2Key,
        KeyModesOfUse = KeyCalls.Modes(modes),
        Exportable = true,
        WrappedKeyCryptogram = cryptogram,
    };

    private static byte[] UnderVariant(byte[] mask, byte[] key)
    {
        using var cipher = TripleDES.Create();
        byte[] masked = [.. Convert.FromHexString(Kek).Select((value, index) => (byte)(value ^ mask[index % 2]))];
        cipher.Key = [.. masked, .. masked[..8]];
        return cipher.EncryptCbc(key, new byte[8], PaddingMode.None);
    }
}
