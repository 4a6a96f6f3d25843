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
        var refusal = Assert.Throws<CryptographyException>(() => CardVerificationValue.Verify(Key, pan, expiry, serviceCode, value));
        Assert.Equal(CryptographyError.InvalidArgument, refusal.Error);
        Assert.DoesNotContain(pan, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AKeyOfAnotherLengthIsRefused()
        => Assert.Equal(
            CryptographyError.InvalidKey,
            Assert.Throws<CryptographyException>(() => CardVerificationValue.Verify(new byte[24], "2222222222222222", "3333", "111", "361")).Error);
}
