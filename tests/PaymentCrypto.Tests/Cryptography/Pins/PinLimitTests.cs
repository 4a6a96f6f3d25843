using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using static PaymentCrypto.Tests.Cryptography.Limits;
using Pvv = PaymentCrypto.Cryptography.Pins.VisaPinVerificationValue;

namespace PaymentCrypto.Tests.Cryptography.Pins;

/// <summary>What a PIN, a block and what is made of them may be (ISO 9564-1), from both sides of each limit.</summary>
public sealed class PinLimitTests : IDisposable
{
    private const string Pan = "4111111111111111";
    private const string Table = "0123456789012345";

    private readonly BlockCipher _tdes = BlockCipher.CreateTdes(Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
    private readonly BlockCipher _aes = BlockCipher.CreateAes(Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));

    [Theory]
    [InlineData(PinBlockFormat.Iso0)]
    [InlineData(PinBlockFormat.Iso1)]
    [InlineData(PinBlockFormat.Iso2)]
    [InlineData(PinBlockFormat.Iso3)]
    [InlineData(PinBlockFormat.Iso4)]
    public void A_PIN_has_4_to_12_digits_and_a_PAN_12_to_19(PinBlockFormat format)
    {
        BlockCipher key = format == PinBlockFormat.Iso4 ? _aes : _tdes;
        int length = EncipheredPinBlock.LengthOf(format);
        Assert.Equal(format == PinBlockFormat.Iso4 ? 16 : 8, length);
        void Encrypt(int pin, int pan) => EncipheredPinBlock.Encrypt(key, format, Digits(pin), Digits(pan), new byte[length]);
        void Decrypt(int block, int pan) => EncipheredPinBlock.Decrypt(key, format, new byte[block], Digits(pan), new char[12]);
        foreach ((int pin, int pan) in new[] { (4, 12), (4, 19), (12, 12), (12, 19), (5, 16) })
        {
            byte[] block = new byte[length];
            char[] back = new char[12];
            EncipheredPinBlock.Encrypt(key, format, Digits(pin), Digits(pan), block);
            Assert.Equal(Digits(pin), new string(back, 0, EncipheredPinBlock.Decrypt(key, format, block, Digits(pan), back)));
            Assert.All(back[pin..], digit => Assert.Equal('\0', digit));
        }

        InvalidArgument(() => Encrypt(3, 16), () => Encrypt(13, 16), () => Decrypt(length - 1, 16), () => Decrypt(length + 1, 16));
        if (format is PinBlockFormat.Iso0 or PinBlockFormat.Iso3 or PinBlockFormat.Iso4)
        {
            InvalidArgument(() => Encrypt(4, 11), () => Encrypt(4, 20), () => Decrypt(length, 11), () => Decrypt(length, 20));
        }

        InvalidKey(
            () => EncipheredPinBlock.Encrypt(format == PinBlockFormat.Iso4 ? _tdes : _aes, format, "1234", Pan, new byte[length]),
            () => EncipheredPinBlock.Decrypt(format == PinBlockFormat.Iso4 ? _tdes : _aes, format, new byte[length], Pan, new char[12]));
    }

    [Fact]
    public void A_block_of_eight_bytes_is_of_format_0_1_2_or_3()
        => InvalidArgument(
            () => PinBlock.Encode(PinBlockFormat.Iso4, "1234", Pan, new byte[16]),
            () => PinBlock.Decode(PinBlockFormat.Iso4, new byte[8], Pan, new char[12]),
            () => PinBlock.Decode(PinBlockFormat.Iso0, new byte[7], Pan, new char[12]),
            () => PinBlock.Decode(PinBlockFormat.Iso0, new byte[9], Pan, new char[12]));

    // The control, the length, every digit and the whole fill: one that is wrong makes it no block of the format (ISO 9564-1, 9.3).
    [Theory]
    [InlineData(PinBlockFormat.Iso2, "241234FFFFFFFFFF", "1234")]
    [InlineData(PinBlockFormat.Iso2, "2C123456789012FF", "123456789012")]
    [InlineData(PinBlockFormat.Iso2, "23123FFFFFFFFFFF", null)]
    [InlineData(PinBlockFormat.Iso2, "2D1234567890123F", null)]
    [InlineData(PinBlockFormat.Iso2, "141234FFFFFFFFFF", null)]
    [InlineData(PinBlockFormat.Iso2, "24A234FFFFFFFFFF", null)]
    [InlineData(PinBlockFormat.Iso2, "24123AFFFFFFFFFF", null)]
    [InlineData(PinBlockFormat.Iso2, "2412349FFFFFFFFF", null)]
    [InlineData(PinBlockFormat.Iso2, "241234FFFFFFFFFE", null)]
    [InlineData(PinBlockFormat.Iso1, "1412340000000000", "1234")]
    [InlineData(PinBlockFormat.Iso1, "141234FFFFFFFFFF", "1234")]
    [InlineData(PinBlockFormat.Iso3, "341234AAAAAAAAAA", "1234")]
    [InlineData(PinBlockFormat.Iso3, "341234FFFFFFFFFF", "1234")]
    [InlineData(PinBlockFormat.Iso3, "3412349AAAAAAAAA", null)]
    [InlineData(PinBlockFormat.Iso3, "341234AAAAAAAAA9", null)]
    public void Every_half_byte_of_a_block_counts(PinBlockFormat format, string block, string? pin)
    {
        // The PAN field of zeros changes nothing.
        char[] read = new char[12];
        int Decode() => PinBlock.Decode(format, Convert.FromHexString(block), "0000000000000", read);
        if (pin is null)
        {
            Refused(CryptographyError.PinBlock, () => Decode());
            Assert.All(read, digit => Assert.Equal('\0', digit));
        }
        else
        {
            Assert.Equal(pin, new string(read, 0, Decode()));
        }
    }

    // API reference of TranslatePinData: older devices put the twelve rightmost digits without the check digit into a block of format 4.
    [Fact]
    public void A_block_of_format_4_with_the_older_PAN_field_is_read()
    {
        byte[] block = new byte[16];
        char[] pin = new char[12];
        AesPinBlock.Encrypt(_aes, "1234", Pan.AsSpan(^13..^1), block);
        Assert.Equal(4, AesPinBlock.Decrypt(_aes, block, Pan, pin));
        Refused(CryptographyError.PinBlock, () => AesPinBlock.Decrypt(_aes, block, "123456789012", pin));
        Refused(CryptographyError.PinBlock, () => AesPinBlock.Decrypt(_aes, new byte[16], Pan, pin));
    }

    [Fact]
    public void The_parameters_of_IBM_3624_have_their_lengths()
    {
        _ = new Ibm3624Parameters(Table, "1", '0');
        _ = new Ibm3624Parameters(Table, Digits(16), 'f');
        InvalidArgument(
            () => _ = new Ibm3624Parameters(Table.AsSpan(1..), "1", '0'),
            () => _ = new Ibm3624Parameters(Table + "0", "1", '0'),
            () => _ = new Ibm3624Parameters(Table[1..] + "A", "1", '0'),
            () => _ = new Ibm3624Parameters(Table, string.Empty, '0'),
            () => _ = new Ibm3624Parameters(Table, Digits(17), '0'),
            () => _ = new Ibm3624Parameters(Table, "1", 'G'));
    }

    [Fact]
    public void An_offset_is_as_long_as_its_PIN_or_shorter()
    {
        Ibm3624.NaturalPin(_tdes, Parameters(), new char[4]);
        Ibm3624.NaturalPin(_tdes, Parameters(), new char[12]);
        Ibm3624.Offset(_tdes, Parameters(), Digits(6), new char[4]);
        Ibm3624.Offset(_tdes, Parameters(), Digits(6), new char[6]);
        Ibm3624.PinFromOffset(_tdes, Parameters(), Digits(4), new char[4]);
        Ibm3624.PinFromOffset(_tdes, Parameters(), Digits(12), new char[12]);
        InvalidArgument(
            () => Ibm3624.NaturalPin(_tdes, Parameters(), new char[3]),
            () => Ibm3624.NaturalPin(_tdes, Parameters(), new char[13]),
            () => Ibm3624.Offset(_tdes, Parameters(), Digits(3), new char[3]),
            () => Ibm3624.Offset(_tdes, Parameters(), Digits(6), new char[3]),
            () => Ibm3624.Offset(_tdes, Parameters(), Digits(6), new char[7]),
            () => Ibm3624.PinFromOffset(_tdes, Parameters(), Digits(3), new char[4]),
            () => Ibm3624.PinFromOffset(_tdes, Parameters(), Digits(13), new char[13]),
            () => Ibm3624.PinFromOffset(_tdes, Parameters(), Digits(5), new char[4]),
            () => Ibm3624.Verify(_tdes, Parameters(), Digits(3), Digits(4), 3),
            () => Ibm3624.Verify(_tdes, Parameters(), Digits(4), Digits(3), 4),
            () => Ibm3624.Verify(_tdes, Parameters(), Digits(6), Digits(6), 3),
            () => Ibm3624.Verify(_tdes, Parameters(), Digits(6), Digits(6), 7));
        InvalidKey(() => Ibm3624.NaturalPin(_aes, Parameters(), new char[4]), () => Ibm3624.Offset(_aes, Parameters(), "1234", new char[4]));
    }

    [Fact]
    public void A_check_compares_the_last_digits_and_no_PIN_that_is_shorter()
    {
        char[] pin = new char[6];
        Ibm3624.PinFromOffset(_tdes, Parameters(), "111111", pin);
        string right = new(pin);
        string wrongAtFirst = (char)('0' + ((right[0] - '0' + 1) % 10)) + right[1..];
        Assert.True(Ibm3624.Verify(_tdes, Parameters(), "111111", right, 6));
        Assert.False(Ibm3624.Verify(_tdes, Parameters(), "111111", wrongAtFirst, 6));
        Assert.True(Ibm3624.Verify(_tdes, Parameters(), "111111", wrongAtFirst, 5));
        Assert.False(Ibm3624.Verify(_tdes, Parameters(), "111111", right.AsSpan(2..), 5));
        Assert.True(Ibm3624.Verify(_tdes, Parameters(), "111111", right.AsSpan(2..), 4));
    }

    [Fact]
    public void A_PVV_has_an_index_of_one_digit()
    {
        void Generate(int pan, int index, int pin) => Pvv.Generate(_tdes, Digits(pan), index, Digits(pin), new char[4]);
        Generate(12, 0, 4);
        Generate(19, 9, 12);
        InvalidArgument(
            () => Generate(11, 1, 4),
            () => Generate(20, 1, 4),
            () => Generate(16, -1, 4),
            () => Generate(16, 10, 4),
            () => Generate(16, 1, 3),
            () => Generate(16, 1, 13),
            () => Pvv.Verify(_tdes, Pan, 1, "1234", "123"),
            () => Pvv.Verify(_tdes, Pan, 1, "1234", "12345"));
        InvalidKey(() => Pvv.Generate(_aes, Pan, 1, "1234", new char[4]));
        char[] value = new char[4];
        Pvv.Generate(_tdes, Pan, 1, "1234", value);
        Assert.True(Pvv.Verify(_tdes, Pan, 1, "1234", value));
        Assert.False(Pvv.Verify(_tdes, Pan, 2, "1234", value));
        Assert.False(Pvv.Verify(_tdes, Pan, 1, "1235", value));
    }

    [Fact]
    public void A_new_PIN_has_4_to_12_digits_of_all_ten()
    {
        InvalidArgument(() => RandomPin.Generate(new char[3]), () => RandomPin.Generate(new char[13]));
        var seen = new HashSet<char>();
        for (int i = 0; i < 100; i++)
        {
            char[] pin = new char[i % 2 == 0 ? 4 : 12];
            RandomPin.Generate(pin);
            seen.UnionWith(pin);
        }

        Assert.Equal("0123456789", string.Concat(seen.Order()));
    }

    [Fact]
    public void The_PIN_key_of_a_transaction_is_of_a_trace_number_and_an_amount()
    {
        void Derive(BlockCipher key, int trace, int amount) => As2805PinKey.Derive(key, Digits(trace), Digits(amount)).Dispose();
        Derive(_tdes, 6, 12);
        InvalidArgument(
            () => Derive(_tdes, 5, 12), () => Derive(_tdes, 7, 12), () => Derive(_tdes, 6, 11), () => Derive(_tdes, 6, 13));
        InvalidKey(() => Derive(_aes, 6, 12));
    }

    public void Dispose()
    {
        _tdes.Dispose();
        _aes.Dispose();
    }

    private static Ibm3624Parameters Parameters() => new(Table, Digits(16), 'F');
}
