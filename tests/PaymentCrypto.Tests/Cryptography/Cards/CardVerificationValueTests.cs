using System.Security.Cryptography;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Cards;

namespace PaymentCrypto.Tests.Cryptography.Cards;

public class CardVerificationValueTests
{
    private static readonly byte[] Key = Convert.FromHexString("99999999999999998888888888888888");

    // psec, test_cvv::test_generate_cvv
    [Fact]
    public void APublishedValueIsReproduced()
    {
        Span<char> value = stackalloc char[3];
        CardVerificationValue.Generate(Key, "2222222222222222", "3333", "111", value);
        Assert.Equal("361", value.ToString());
    }

    [Theory]
    [InlineData("361", true)]
    [InlineData("362", false)]
    public void OnlyTheValueOfTheCardVerifies(string value, bool verifies)
        => Assert.Equal(verifies, CardVerificationValue.Verify(Key, "2222222222222222", "3333", "111", value));

    [Theory]
    [InlineData("22222222222A2222", "3333", "111", "361")]
    [InlineData("2222222222222222", "333", "111", "361")]
    [InlineData("2222222222222222", "3333", "", "361")]
    [InlineData("2222222222222222", "3333", "111", "")]
    public void AMalformedFieldIsRefusedWithoutShowingThePan(string pan, string expiry, string serviceCode, string value)
    {
        CryptographyException refusal = Assert.Throws<CryptographyException>(() => CardVerificationValue.Verify(Key, pan, expiry, serviceCode, value));
        Assert.Equal(CryptographyError.InvalidArgument, refusal.Error);
        Assert.DoesNotContain(pan, refusal.Message, StringComparison.Ordinal);
    }

    // The platform's ciphers, by the definition: the first block under A, the second under the whole key.
    [Fact]
    public void AKeyOfThreePartsIsTaken()
    {
        byte[] key = [.. Key, 1, 2, 4, 7, 8, 11, 13, 14];
        byte[] data = Convert.FromHexString("2222222222222222" + "33331110".PadRight(16, '0'));
        using var single = DES.Create();
        single.Key = key[..8];
        using var triple = TripleDES.Create();
        triple.Key = key;
        byte[] first = single.EncryptEcb(data.AsSpan(0, 8), PaddingMode.None);
        for (int i = 0; i < 8; i++)
        {
            first[i] ^= data[8 + i];
        }

        string hex = Convert.ToHexString(triple.EncryptEcb(first, PaddingMode.None));
        string digits = string.Concat(hex.Where(char.IsAsciiDigit)) + string.Concat(hex.Where(char.IsAsciiLetter).Select(letter => letter - 'A'));
        Span<char> value = stackalloc char[3];
        CardVerificationValue.Generate(key, "2222222222222222", "3333", "111", value);
        Assert.Equal(digits[..3], value.ToString());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(32)]
    public void AKeyOfAnotherLengthIsRefused(int length)
        => Assert.Equal(
            CryptographyError.InvalidKey,
            Assert.Throws<CryptographyException>(() => CardVerificationValue.Verify(new byte[length], "2222222222222222", "3333", "111", "361")).Error);
}
