using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.As2805;

public sealed class As2805CryptogramTests
{
    private const string Kek = "79ADAEF3212AADCE312ACE422ACCFEFB";
    private const string Key = "0123456789ABCDEFFEDCBA9876543210";

    // KEK of AWS's samples; cryptograms by Python cryptography: TDES-CBC under KEK xor mask, zero IV.
    [Theory]
    [InlineData(Kek, As2805KeyVariant.TerminalMajorKey, Key, "38BB78A0934E645B97C5FE02E586112F")]
    [InlineData(Kek, As2805KeyVariant.DataEncryptionKey, Key, "41D9EE41A49AB1890D7BCBD8DA2B92AE")]
    [InlineData(Kek, As2805KeyVariant.MessageAuthenticationKey, Key, "1D92FE3FC2CC0F3F82198E6F2AC86905")]
    [InlineData(Kek, As2805KeyVariant.PinEncryptionKey, Key, "31E6101FD6E2DA77CFD53B9FE84B19C9")]
    [InlineData(Kek, As2805KeyVariant.PinEncryptionKey, "27D43AA69D27D1B1BDD1E0D272392E1F1934E7B3DD352D09", "C03F20E8DBECDDC29DDC0ECF4DA9D6E435FE617854661620")]
    [InlineData("27D43AA69D27D1B1BDD1E0D272392E1F1934E7B3DD352D09", As2805KeyVariant.PinEncryptionKey, Key, "58F76203207790D69B6CA9F22FE5BFFA")]
    public void A_key_is_wrapped_under_the_variant_and_comes_back(string kek, As2805KeyVariant variant, string key, string cryptogram)
    {
        byte[] wrapped = As2805Cryptogram.Wrap(Convert.FromHexString(kek), variant, Convert.FromHexString(key));
        Assert.Equal(cryptogram, Convert.ToHexString(wrapped));
        using SecretBuffer unwrapped = As2805Cryptogram.Unwrap(Convert.FromHexString(kek), variant, wrapped);
        Assert.Equal(key, Convert.ToHexString(unwrapped.Span));
    }

    [Theory]
    [InlineData(8, 16)]
    [InlineData(16, 8)]
    [InlineData(16, 17)]
    [InlineData(16, 0)]
    public void Other_lengths_are_refused(int kekLength, int keyLength)
    {
        CryptographyException wrap =
            Assert.Throws<CryptographyException>(() => As2805Cryptogram.Wrap(new byte[kekLength], As2805KeyVariant.PinEncryptionKey, new byte[keyLength]));
        CryptographyException unwrap =
            Assert.Throws<CryptographyException>(() => As2805Cryptogram.Unwrap(new byte[kekLength], As2805KeyVariant.PinEncryptionKey, new byte[keyLength]));
        Assert.Equal((CryptographyError.InvalidKey, CryptographyError.InvalidKey), (wrap.Error, unwrap.Error));
    }

    [Fact]
    public void A_variant_that_does_not_exist_is_refused()
        => Assert.Equal(
            CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => As2805Cryptogram.Wrap(new byte[16], (As2805KeyVariant)0x1234, new byte[16])).Error);
}
