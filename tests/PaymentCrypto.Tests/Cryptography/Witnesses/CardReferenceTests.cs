using System.Globalization;
using PaymentCrypto.Cryptography.Cards;
using static PaymentCrypto.Tests.Cryptography.Witnesses.Other;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>Card values by their formulas over BouncyCastle's ciphers.</summary>
public sealed class CardReferenceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Card_values_agree(int seed)
    {
        Random random = new(seed);
        byte[] key = random.Bytes(seed % 2 == 0 ? 16 : 24);
        string pan = random.Digits(12 + (seed * 2));
        string expiry = random.Digits(4);
        string service = random.Digits(3);
        byte[] counter = random.Bytes(2);
        char[] value = new char[3];

        string track = (pan + expiry + service).PadRight(32, '0');
        CardVerificationValue.Generate(key, pan, expiry, service, value);
        Assert.Equal(Cvv(key, track)[..3], new string(value));
        Assert.True(CardVerificationValue.Verify(key, pan, expiry, service, value));

        DynamicCardVerificationValue.Generate(key, pan, expiry, service, counter, value);
        Assert.Equal(Cvv(key, Convert.ToHexString(counter) + track[4..])[..3], new string(value));

        string factor = service[..2];
        CardholderAuthenticationValue.Generate(key, pan, expiry, seed, factor, value);
        Assert.Equal(Cvv(key, $"{pan}{expiry}{seed}{factor}".PadRight(32, '0'))[..3], new string(value));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Codes_of_American_Express_agree(int length)
    {
        Random random = new(length);
        byte[] key = random.Bytes(16);
        string pan = random.Digits(15);
        string expiry = random.Digits(4);
        string service = random.Digits(3);
        byte[] first = Tdes(key, Convert.FromHexString(expiry + pan[2..14]));
        byte[] second = Tdes(key, Xor(first, Convert.FromHexString(service.PadRight(16, '0'))));
        int start = length switch { 5 => 0, 4 => 5, _ => 9 };
        char[] code = new char[length];
        AmexCardSecurityCode.GenerateVersion1(key, pan, expiry, code);
        Assert.Equal(Decimalise(first, 1).Substring(start, length), new string(code));
        AmexCardSecurityCode.GenerateVersion2(key, pan, expiry, service, code);
        Assert.Equal(Decimalise(second, 1).Substring(start, length), new string(code));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_CVC3_agrees(int length)
    {
        Random random = new(length);
        byte[] key = random.Bytes(16);
        byte[] track = random.Bytes(19);
        byte[] number = random.Bytes(4);
        byte[] counter = random.Bytes(2);
        byte[] block = Tdes(key, [.. RetailMac(key, track)[6..], .. number, .. counter]);
        string digits = ((block[6] << 8) | block[7]).ToString("D5", CultureInfo.InvariantCulture);
        char[] code = new char[length];
        DynamicCardVerificationCode.Generate(key, track, number, counter, code);
        Assert.Equal(digits[^length..], new string(code));
    }

    private static string Cvv(byte[] key, string track)
    {
        byte[] data = Convert.FromHexString(track);
        return Decimalise(Tdes(key, Xor(Des(key[..8], data[..8]), data[8..])), 0);
    }
}
