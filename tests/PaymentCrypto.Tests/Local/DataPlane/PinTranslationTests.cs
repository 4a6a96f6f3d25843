using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Exchange;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>Translation of PIN blocks: there and back between all keys and formats, and what ISO 9564-1 and PCI PIN do not permit.</summary>
public sealed class PinTranslationTests : IDisposable
{
    private const string Ksn = "FFFF9876543210E00001";
    private const string AesKsn = "123456789012345600000001";
    private readonly ExchangeBench _bench = new();

    [Fact]
    public async Task A_PIN_goes_to_every_kind_of_key_and_format_and_back()
    {
        byte[] first = _bench.RandomSecret(24);
        string start = _bench.Place(first, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes3Key, "B");
        (string Key, DukptDerivationAttributes? Dukpt, bool IsAes)[] stations =
        [
            (_bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B"), null, false),
            (_bench.Place(_bench.RandomSecret(32), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes256, "N"), null, true),
            (_bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31B0BaseDerivationKey, KeyAlgorithm.Tdes2Key, "X"), new() { KeySerialNumber = Ksn }, false),
            (_bench.Place(_bench.RandomSecret(32), KeyUsage.Tr31B0BaseDerivationKey, KeyAlgorithm.Aes256, "X"),
                new() { KeySerialNumber = AesKsn, DukptKeyDerivationType = DukptDerivationType.Tdes3Key }, false),
            (_bench.Place(_bench.RandomSecret(24), KeyUsage.Tr31B0BaseDerivationKey, KeyAlgorithm.Aes192, "N"),
                new() { KeySerialNumber = AesKsn, DukptKeyDerivationType = DukptDerivationType.Aes128 }, true),
        ];
        Random random = new(9564);
        foreach ((string key, DukptDerivationAttributes? dukpt, bool isAes) in stations)
        {
            foreach (string format in isAes ? ["4"] : new[] { "0", "3" })
            {
                string pin = string.Concat(Enumerable.Range(0, random.Next(4, 13)).Select(_ => random.Next(10)));
                string pan = string.Concat(Enumerable.Range(0, random.Next(12, 20)).Select(_ => random.Next(10)));
                string block = Iso0(first, pin, pan);
                string away = await Translate(start, block, Format("0", pan), key, Format(format, pan), outgoingDukpt: dukpt);
                Assert.Equal(isAes ? 32 : 16, away.Length);
                Assert.NotEqual(block, away);
                Assert.Equal(block, await Translate(key, away, Format(format, pan), start, Format("0", pan), incomingDukpt: dukpt));
            }
        }
    }

    [Fact]
    public async Task What_would_bind_a_PIN_to_another_card_or_to_none_is_refused()
    {
        byte[] material = _bench.RandomSecret(16);
        string key = _bench.Place(material, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        const string Pan = "4111111111111111";
        const string Other = "4111111111111129";
        string block = Iso0(material, "1234", Pan);
        await Refuse(() => Translate(key, block, Format("0", Pan), key, Format("1", Pan)), "ISO format 1", Pan);
        await Refuse(() => Translate(key, block, Format("0", Pan), key, Format("0", Other)), "PrimaryAccountNumber must be the same", Other);
        await Refuse(() => Translate(key, block, Format("0", Pan), key, Format("4", Pan)), "ISO_FORMAT_4", Pan);

        // From format 1, which has no PAN, to one that has.
        byte[] free = new byte[8];
        PinBlock.Encode(PinBlockFormat.Iso1, "1234", default, free);
        string bound = await Translate(key, Encrypt(material, free), Format("1", Pan), key, Format("0", Pan));
        Assert.Equal(block, bound);

        // Another PAN, another format, another key: one text.
        string stranger = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        const string Text = "Pin block provided is invalid. Please check your input to ensure all field values are correct.";
        await Refuse(() => Translate(key, block, Format("3", Pan), key, Format("3", Pan)), Text, Pan);
        await Refuse(() => Translate(stranger, block, Format("0", Pan), key, Format("0", Pan)), Text, Pan);
        await Refuse(() => Translate(key, block, Format("0", "4000000000000002"), key, Format("0", "4000000000000002")), Text, Pan);
        await Refuse(() => Translate(key, block + block, Format("0", Pan), key, Format("0", Pan)), "EncryptedPinBlock has 32 hex digits", block);
    }

    [Theory]
    [InlineData(KeyAlgorithm.Tdes2Key, "123456789012345600000001", null, "20")]
    [InlineData(KeyAlgorithm.Aes128, "FFFF9876543210E00001", null, "24")]
    [InlineData(KeyAlgorithm.Aes128, "9876543210E00001", null, "24")]
    [InlineData(KeyAlgorithm.Tdes2Key, "FFFF9876543210E00000", null, "1 to 10")]
    [InlineData(KeyAlgorithm.Tdes2Key, "FFFF9876543210FFFFFF", null, "1 to 10")]
    [InlineData(KeyAlgorithm.Aes128, "123456789012345600000000", null, "1 to 16")]
    [InlineData(KeyAlgorithm.Tdes2Key, "FFFF9876543210E00001", DukptDerivationType.Aes128, "TDES_2KEY")]
    [InlineData(KeyAlgorithm.Tdes2Key, "FFFF9876543210E00001", DukptDerivationType.Tdes3Key, "TDES_2KEY")]
    [InlineData(KeyAlgorithm.Aes128, "123456789012345600000001", DukptDerivationType.Aes256, "no stronger")]
    public async Task A_serial_number_or_type_that_does_not_go_with_the_base_key_is_refused(string algorithm, string ksn, string? type, string says)
    {
        byte[] material = _bench.RandomSecret(16);
        string key = _bench.Place(material, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");
        string bdk = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31B0BaseDerivationKey, algorithm, "X");
        const string Pan = "4111111111111111";
        await Refuse(
            () => Translate(key, Iso0(material, "1234", Pan), Format("0", Pan), bdk, Format("0", Pan),
                outgoingDukpt: new() { KeySerialNumber = ksn, DukptKeyDerivationType = type }),
            says,
            Pan);
    }

    [Fact]
    public async Task The_key_of_an_AS_2805_transaction_is_derived_from_trace_number_and_amount()
    {
        // SPEC 6.4.9, with the platform's cipher: D is the trace number and the amount, m the last block of its CBC under the key.
        byte[] material = _bench.RandomSecret(16);
        byte[] data = Convert.FromHexString("0000420000000000" + "0000000000012345");
        using var platform = TripleDES.Create();
        platform.Key = [.. material, .. material[..8]];
        byte[] m = platform.EncryptCbc(data, new byte[8], PaddingMode.None)[8..];
        byte[] derived = platform.EncryptCbc(data, m, PaddingMode.None);
        Bytes.Xor(derived, data);
        string terminal = _bench.Place(material, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "D");
        byte[] switchKey = _bench.RandomSecret(16);
        string outgoing = _bench.Place(switchKey, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "E");
        const string Pan = "4111111111111111";
        TranslatePinDataRequest request = new()
        {
            IncomingKeyIdentifier = terminal,
            IncomingTranslationAttributes = new() { As2805Format0 = new() { PrimaryAccountNumber = Pan } },
            IncomingAs2805Attributes = new() { SystemTraceAuditNumber = "000042", TransactionAmount = "000000012345" },
            EncryptedPinBlock = Iso0(derived, "1234", Pan),
            OutgoingKeyIdentifier = outgoing,
            OutgoingTranslationAttributes = Format("0", Pan),
        };
        Assert.Equal(Iso0(switchKey, "1234", Pan), (await _bench.Service.Send(request)).PinBlock);
        await Refuse(() => _bench.Service.Send(request with
        {
            IncomingAs2805Attributes = new()
            {
                SystemTraceAuditNumber = "000043",
                TransactionAmount = "000000012345"
            }
        }), "Pin block provided is invalid", Pan);
        string aes = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "D");
        await Refuse(() => _bench.Service.Send(request with { IncomingKeyIdentifier = aes }), "KeyAlgorithm not allowed", Pan);
    }

    public void Dispose() => _bench.Dispose();

    private async Task Refuse(Func<Task> call, string says, string hides)
    {
        ValidationException refusal = await _bench.Refused(call, says);
        Assert.DoesNotContain(hides, refusal.Message, StringComparison.Ordinal);
    }

    private async Task<string> Translate(
        string incoming,
        string block,
        TranslationIsoFormats incomingFormat,
        string outgoing,
        TranslationIsoFormats outgoingFormat,
        DukptDerivationAttributes? incomingDukpt = null,
        DukptDerivationAttributes? outgoingDukpt = null) => (await _bench.Service.Send(new TranslatePinDataRequest
        {
            IncomingKeyIdentifier = incoming,
            IncomingTranslationAttributes = incomingFormat,
            IncomingDukptAttributes = incomingDukpt,
            EncryptedPinBlock = block,
            OutgoingKeyIdentifier = outgoing,
            OutgoingTranslationAttributes = outgoingFormat,
            OutgoingDukptAttributes = outgoingDukpt,
        })).PinBlock!;

    private static TranslationIsoFormats Format(string format, string pan) => format switch
    {
        "0" => new() { IsoFormat0 = new() { PrimaryAccountNumber = pan } },
        "1" => new() { IsoFormat1 = new() },
        "3" => new() { IsoFormat3 = new() { PrimaryAccountNumber = pan } },
        _ => new() { IsoFormat4 = new() { PrimaryAccountNumber = pan } },
    };

    private static string Iso0(byte[] key, string pin, string pan)
    {
        byte[] block = new byte[8];
        PinBlock.Encode(PinBlockFormat.Iso0, pin, pan, block);
        return Encrypt(key, block);
    }

    private static string Encrypt(byte[] key, byte[] block)
    {
        using var platform = TripleDES.Create();
        platform.Key = key.Length == 16 ? [.. key, .. key[..8]] : key;
        return Convert.ToHexString(platform.EncryptEcb(block, PaddingMode.None));
    }
}
