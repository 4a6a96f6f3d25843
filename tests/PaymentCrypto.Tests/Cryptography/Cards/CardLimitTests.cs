using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using static PaymentCrypto.Tests.Cryptography.Limits;

namespace PaymentCrypto.Tests.Cryptography.Cards;

/// <summary>The lengths that fields of a card have (ISO/IEC 7812-1, 7813), from both sides of each limit.</summary>
public sealed class CardLimitTests
{
    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
    private static readonly byte[] TripleKey = [.. Key, 1, 2, 4, 7, 8, 11, 13, 14];

    [Fact]
    public void A_CVV_has_the_fields_of_its_track()
    {
        void Generate(byte[] key, int pan, int expiry, int service, int value)
            => CardVerificationValue.Generate(key, Digits(pan), Digits(expiry), Digits(service), new char[value]);
        Generate(Key, 12, 4, 3, 1);
        Generate(TripleKey, 19, 4, 3, 5);
        InvalidArgument(
            () => Generate(Key, 11, 4, 3, 3),
            () => Generate(Key, 20, 4, 3, 3),
            () => Generate(Key, 16, 3, 3, 3),
            () => Generate(Key, 16, 5, 3, 3),
            () => Generate(Key, 16, 4, 2, 3),
            () => Generate(Key, 16, 4, 4, 3),
            () => Generate(Key, 16, 4, 3, 0),
            () => Generate(Key, 16, 4, 3, 6),
            () => CardVerificationValue.Verify(Key, Digits(16), "2512", "101", Digits(6)),
            () => CardVerificationValue.Verify(Key, Digits(16), "2512", "101", "12/"),
            () => CardVerificationValue.Verify(Key, Digits(16), "2512", "101", "12:"));
        InvalidKey(() => Generate(new byte[8], 16, 4, 3, 3), () => Generate(new byte[32], 16, 4, 3, 3));
    }

    [Fact]
    public void The_refusal_says_which_field_has_which_length()
    {
        Assert.Equal(
            "The PAN must be 12 to 19 decimal digits.",
            Assert.Throws<CryptographyException>(() => CardVerificationValue.Generate(Key, Digits(11), "2512", "101", new char[3])).Message);
        Assert.Equal(
            "The expiry date must be 4 decimal digits.",
            Assert.Throws<CryptographyException>(() => CardVerificationValue.Generate(Key, Digits(12), "251", "101", new char[3])).Message);
    }

    [Fact]
    public void A_dynamic_CVV_has_those_and_a_counter_of_two_bytes()
    {
        void Generate(byte[] key, int pan, int counter, int value)
            => DynamicCardVerificationValue.Generate(key, Digits(pan), "2512", "101", new byte[counter], new char[value]);
        Generate(Key, 12, 2, 1);
        Generate(Key, 19, 2, 5);
        InvalidArgument(
            () => Generate(Key, 11, 2, 3), () => Generate(Key, 16, 1, 3), () => Generate(Key, 16, 3, 3), () => Generate(Key, 16, 2, 6));
        InvalidKey(() => Generate(new byte[8], 16, 2, 3));
    }

    [Fact]
    public void A_CVC3_has_five_digits_at_most()
    {
        void Generate(int key, int track, int number, int counter, int code)
            => DynamicCardVerificationCode.Generate(new byte[key], new byte[track], new byte[number], new byte[counter], new char[code]);
        Generate(16, 1, 4, 2, 1);
        Generate(16, 40, 4, 2, 5);
        InvalidArgument(
            () => Generate(16, 0, 4, 2, 3),
            () => Generate(16, 8, 3, 2, 3),
            () => Generate(16, 8, 5, 2, 3),
            () => Generate(16, 8, 4, 1, 3),
            () => Generate(16, 8, 4, 3, 3),
            () => Generate(16, 8, 4, 2, 0),
            () => Generate(16, 8, 4, 2, 6));
        InvalidKey(() => Generate(15, 8, 4, 2, 3), () => Generate(24, 8, 4, 2, 3));
    }

    [Fact]
    public void A_CVC3_is_the_end_of_the_number()
    {
        Span<char> five = stackalloc char[5];
        Span<char> three = stackalloc char[3];
        DynamicCardVerificationCode.Generate(Key, new byte[8], new byte[4], new byte[2], five);
        DynamicCardVerificationCode.Generate(Key, new byte[8], new byte[4], new byte[2], three);
        Assert.Equal(five[2..].ToString(), three.ToString());
    }

    [Fact]
    public void A_code_of_American_Express_is_of_a_PAN_of_15_digits()
    {
        void Version1(byte[] key, int pan, int expiry, int code) => AmexCardSecurityCode.GenerateVersion1(key, Digits(pan), Digits(expiry), new char[code]);
        void Version2(int service) => AmexCardSecurityCode.GenerateVersion2(Key, Digits(15), Digits(4), Digits(service), new char[3]);
        Version1(Key, 15, 4, 3);
        Version1(TripleKey, 15, 4, 5);
        Version2(3);
        InvalidArgument(
            () => Version1(Key, 14, 4, 3),
            () => Version1(Key, 16, 4, 3),
            () => Version1(Key, 15, 3, 3),
            () => Version1(Key, 15, 5, 3),
            () => Version1(Key, 15, 4, 2),
            () => Version1(Key, 15, 4, 6),
            () => Version2(0),
            () => Version2(2),
            () => Version2(4),
            () => AmexCardSecurityCode.VerifyVersion1(Key, Digits(15), "2512", "12"),
            () => AmexCardSecurityCode.VerifyVersion1(Key, Digits(15), "2512", "123456"),
            () => AmexCardSecurityCode.VerifyVersion1(Key, Digits(15), "2512", "12A"),
            () => AmexCardSecurityCode.VerifyVersion2(Key, Digits(15), "2512", "101", "12"),
            () => AmexCardSecurityCode.VerifyVersion2(Key, Digits(15), "2512", "101", "12A"));
        InvalidKey(() => Version1(new byte[8], 15, 4, 3), () => Version1(new byte[32], 15, 4, 3));
    }

    [Fact]
    public void A_CAVV_has_a_result_of_one_digit()
    {
        void Generate(int number, int result, int factor)
            => CardholderAuthenticationValue.Generate(Key, Digits(16), Digits(number), result, Digits(factor), new char[3]);
        Generate(4, 0, 2);
        Generate(4, 9, 2);
        InvalidArgument(
            () => Generate(3, 0, 2),
            () => Generate(5, 0, 2),
            () => Generate(4, -1, 2),
            () => Generate(4, 10, 2),
            () => Generate(4, 0, 1),
            () => Generate(4, 0, 3));

        // By its own name, not by that of the field of a CVV where it goes.
        void Named(string field, Action call) => Assert.Contains(field, Assert.Throws<CryptographyException>(call).Message, StringComparison.Ordinal);
        Named("unpredictable number", () => Generate(3, 0, 2));
        Named("second factor", () => Generate(4, 0, 1));
        Named("result code is one digit, not 10", () => Generate(4, 10, 2));
    }
}
