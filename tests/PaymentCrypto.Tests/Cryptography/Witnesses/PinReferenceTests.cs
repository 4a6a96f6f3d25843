using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using static PaymentCrypto.Tests.Cryptography.Witnesses.Other;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>PIN blocks and what verifies a PIN, by their formulas over BouncyCastle's ciphers.</summary>
public sealed class PinReferenceTests
{
    [Theory]
    [InlineData(4, 12)]
    [InlineData(7, 16)]
    [InlineData(12, 19)]
    public void Blocks_of_others_are_read_and_of_format_0_written_alike(int pinLength, int panLength)
    {
        Random random = new(pinLength);
        byte[] key = random.Bytes(16);
        using var tdes = BlockCipher.CreateTdes(key);
        using var aes = BlockCipher.CreateAes(key);
        string pin = random.Digits(pinLength);
        string pan = random.Digits(panLength);
        byte[] panField = Convert.FromHexString(pan[..^1].PadLeft(16, '0')[^12..].PadLeft(16, '0'));

        byte[] format0 = Tdes(key, Xor(Field(0, pin, 16, 'F'), panField));
        byte[] block = new byte[8];
        EncipheredPinBlock.Encrypt(tdes, PinBlockFormat.Iso0, pin, pan, block);
        Assert.Equal(format0, block);

        byte[] panField4 = Convert.FromHexString($"{panLength - 12}{pan}".PadRight(32, '0'));
        byte[] pinField4 = [.. Field(4, pin, 16, 'A'), .. random.Bytes(8)];
        byte[] format4 = Aes(key, Xor(Aes(key, pinField4), panField4));
        foreach ((BlockCipher cipher, PinBlockFormat format, byte[] theirs) in new[]
        {
            (tdes, PinBlockFormat.Iso0, format0),
            (tdes, PinBlockFormat.Iso1, Tdes(key, Field(1, pin, 16, '7'))),
            (tdes, PinBlockFormat.Iso2, Tdes(key, Field(2, pin, 16, 'F'))),
            (tdes, PinBlockFormat.Iso3, Tdes(key, Xor(Field(3, pin, 16, 'C'), panField))),
            (aes, PinBlockFormat.Iso4, format4),
        })
        {
            char[] read = new char[12];
            Assert.Equal((format, pin), (format, new string(read, 0, EncipheredPinBlock.Decrypt(cipher, format, theirs, pan, read))));
        }
    }

    // ISO 9564-1, 9.3.3: the rest of format 1 makes each block another.
    [Fact]
    public void Two_blocks_of_format_1_differ()
    {
        byte[] one = new byte[8];
        byte[] other = new byte[8];
        PinBlock.Encode(PinBlockFormat.Iso1, "1234", default, one);
        PinBlock.Encode(PinBlockFormat.Iso1, "1234", default, other);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_PVV_and_a_natural_PIN_agree(int seed)
    {
        Random random = new(seed);
        byte[] key = random.Bytes(16);
        using var tdes = BlockCipher.CreateTdes(key);
        string pan = random.Digits(16);
        string pin = random.Digits(4);
        char[] four = new char[4];
        VisaPinVerificationValue.Generate(tdes, pan, seed, pin, four);
        Assert.Equal(Decimalise(Tdes(key, Convert.FromHexString($"{pan[4..15]}{seed}{pin}")), 0)[..4], new string(four));

        string table = string.Concat(Enumerable.Range(0, 16).Select(i => (char)('0' + ((i * seed) % 10))));
        string validation = random.Digits(11);
        string encrypted = Convert.ToHexString(Tdes(key, Convert.FromHexString(validation.PadRight(16, 'D'))));
        string natural = string.Concat(encrypted[..4].Select(digit => table[Convert.ToInt32(digit.ToString(), 16)]));
        Ibm3624.NaturalPin(tdes, new Ibm3624Parameters(table, validation, 'D'), four);
        Assert.Equal(natural, new string(four));
        string offset = string.Concat(pin.Zip(natural, (p, n) => (char)('0' + ((p - n + 10) % 10))));
        Ibm3624.Offset(tdes, new Ibm3624Parameters(table, validation, 'D'), pin, four);
        Assert.Equal(offset, new string(four));
        Ibm3624.PinFromOffset(tdes, new Ibm3624Parameters(table, validation, 'D'), offset, four);
        Assert.Equal(pin, new string(four));
    }

    private static byte[] Field(int format, string pin, int length, char fill)
        => Convert.FromHexString($"{format}{pin.Length:X}{pin}".PadRight(length, fill));
}
