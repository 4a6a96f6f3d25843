using PaymentCrypto.Cryptography.Cards;

namespace PaymentCrypto.Tests.Cryptography.Cards;

public class OtherCardValueTests
{
    private static readonly byte[] AmexKey = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    // BP-Tools, published captures.
    [Theory]
    [InlineData(5, "61247", "21334")]
    [InlineData(4, "8720", "5068")]
    [InlineData(3, "552", "221")]
    public void TheSecurityCodesOfAmericanExpressAreReproduced(int length, string version1, string version2)
    {
        Span<char> code = stackalloc char[length];
        AmexCardSecurityCode.GenerateVersion1(AmexKey, "371234567890123", "9912", code);
        Assert.Equal(version1, code.ToString());
        AmexCardSecurityCode.GenerateVersion2(AmexKey, "371234567890123", "9912", "702", code);
        Assert.Equal(version2, code.ToString());
        Assert.True(AmexCardSecurityCode.VerifyVersion1(AmexKey, "371234567890123", "9912", version1));
        Assert.False(AmexCardSecurityCode.VerifyVersion1(AmexKey, "371234567890123", "9912", version2));
        Assert.True(AmexCardSecurityCode.VerifyVersion2(AmexKey, "371234567890123", "9912", "702", version2));
        Assert.False(AmexCardSecurityCode.VerifyVersion2(AmexKey, "371234567890123", "9912", "702", version1));
    }

    // pyemv, values of an HSM.
    [Theory]
    [InlineData("5123456789012345D35121010000000000000F", "29488")]
    [InlineData("42353132333435363738393031323334355E4B454E4F42492F4F424957414E5E33353132313031303030303030303030303030303030303030303030303030", "33419")]
    public void TheDynamicCodeOfMastercardIsReproduced(string track, string expected)
    {
        Span<char> code = stackalloc char[5];
        DynamicCardVerificationCode.Generate(
            Convert.FromHexString("6D6425FB9401C21AA1F80451AB85DA3B"), Convert.FromHexString(track), [0, 0, 8, 0x99], [0, 0x5E], code);
        Assert.Equal(expected, code.ToString());
    }

    // jPOS.
    [Theory]
    [InlineData(0, "204")]
    [InlineData(1, "439")]
    public void TheDigitsOfACavvAreReproduced(int result, string expected)
    {
        Span<char> value = stackalloc char[3];
        CardholderAuthenticationValue.Generate(Convert.FromHexString("12345678123456781234567812345678"), "123456789012", "1108", result, "00", value);
        Assert.Equal(expected, value.ToString());
    }
}
