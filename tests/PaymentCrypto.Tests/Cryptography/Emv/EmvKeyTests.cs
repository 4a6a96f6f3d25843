using System.Numerics;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Tests.Cryptography.Emv;

// Values recorded from pyemv's test suite, some of them made by an HSM.
public class EmvKeyTests
{
    private const string Master = "0123456789ABCDEFFEDCBA9876543210";
    private const string Card = "94F867167C64EF3EEAB0CB627A7A3480";

    [Theory]
    [InlineData(Master, "9901234567890123", "45", "F84315C7B95BD3B0C74694922C3808B0")]
    [InlineData(Master, "12345678901234567", "45", "946DC1A8C78A624519BC4645CB073737")]
    [InlineData(Master, "12345678901234567", "00", "8357F1866492A1C8D657132AABF25789")]
    [InlineData("11111111111111112222222222222222", "1234567890123456", "01", "52E0E0B69202802A9170C7B6D3BCB5D0")]
    public void OptionAIsReproduced(string masterKey, string pan, string sequence, string expected)
    {
        using SecretBuffer key = EmvCardKey.DeriveOptionA(Convert.FromHexString(masterKey), pan, sequence);
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Theory]
    [InlineData("1234567890123456", "00", "154F349D8585CB7F6B0798E9839B10C1")]
    [InlineData("12345678901234567", "45", "F767ECC2263B2C543775CB62AB6B57D6")]
    [InlineData("12345678901234567", "00", "1C13AE23B54AF7BA49FBE09192C87983")]
    [InlineData("123456789012345679", "00", "1083E9C8A72AA26BDC9B10570B73BACB")]
    [InlineData("000000000000000005", "23", "2608BAA2378C92DAE0948A97E0CD230B")]
    public void OptionBIsReproduced(string pan, string sequence, string expected)
    {
        using SecretBuffer key = EmvCardKey.DeriveOptionB(Convert.FromHexString(Master), pan, sequence);
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Theory]
    [InlineData("F84315C7B95BD3B0C74694922C3808B0", "1234567890123456", "3E736BF8D37664348A04E3ABE00DEFC1")]
    [InlineData("154F349D8585CB7F6B0798E9839B10C1", "001C000000000000", "436B942AD637E08564B532B0EC97CB26")]
    [InlineData(Card, "24CCF3DEE3158C70", "AD2043F20ECE92760D454A585815B61F")]
    public void TheCommonSessionKeyIsReproduced(string cardKey, string diversifier, string expected)
    {
        using SecretBuffer key = EmvSessionKey.Common(Convert.FromHexString(cardKey), Convert.FromHexString(diversifier));
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Fact]
    public void TheSessionKeyOfMastercardIsReproduced()
    {
        using SecretBuffer key = EmvSessionKey.Mastercard(Convert.FromHexString("154F349D8585CB7F6B0798E9839B10C1"), [0x00, 0x1C], [0xAB, 0xCD, 0xEF, 0x12]);
        Assert.Equal("5D8F37BCD9E5DA68048CDFA2EA255D9E", Convert.ToHexString(key.Span));
    }

    [Fact]
    public void TheSessionKeyOfVisaIsReproduced()
    {
        using SecretBuffer key = EmvSessionKey.Visa(Convert.FromHexString(Card), [0x00, 0x1C]);
        Assert.Equal("94F867167C64EF23EAB0CB627A7ACB62", Convert.ToHexString(key.Span));
    }

    [Theory]
    [InlineData("0000", "80BF3145AECB948A5201DAB9EF469875")]
    [InlineData("00FF", "981F9D208AE6132CBC8A7C97F42A5445")]
    [InlineData("FFFF", "D93D7A6B70F867615D4AAB79BF235B62")]
    public void ALeafOfTheTreeOfEmv2000IsReproduced(string counter, string expected)
    {
        using SecretBuffer key = EmvSessionKey.Emv2000(Convert.FromHexString("0123456789ABCDEF0123456789ABCDEF"), Convert.FromHexString(counter));
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Fact]
    public void EveryDerivedKeyHasOddParity()
    {
        var random = new Random(4);
        for (int round = 0; round < 200; round++)
        {
            byte[] master = new byte[16];
            random.NextBytes(master);
            byte[] counter = [(byte)random.Next(256), (byte)random.Next(256)];
            using SecretBuffer a = EmvCardKey.DeriveOptionA(master, "123456789012", "00");
            using SecretBuffer b = EmvCardKey.DeriveOptionB(master, "1234567890123456789", "99");
            using SecretBuffer common = EmvSessionKey.Common(a.Span, [.. counter, 0, 0, 0, 0, 0, 0]);
            using SecretBuffer mastercard = EmvSessionKey.Mastercard(a.Span, counter, [1, 2, 3, 4]);
            using SecretBuffer visa = EmvSessionKey.Visa(b.Span, counter);
            using SecretBuffer unionPay = EmvSessionKey.UnionPay(b.Span, counter);
            using SecretBuffer tree = EmvSessionKey.Emv2000(b.Span, counter);
            foreach (SecretBuffer key in new[] { a, b, common, mastercard, visa, unionPay, tree })
            {
                Assert.All(key.Span.ToArray(), part => Assert.Equal(1, BitOperations.PopCount(part) % 2));
            }
        }
    }

    [Theory]
    [InlineData(16, "12345678901", "00")]
    [InlineData(16, "12345678901234567890", "00")]
    [InlineData(16, "1234567890123A56", "00")]
    [InlineData(16, "1234567890123456", "0")]
    [InlineData(16, "1234567890123456", "")]
    [InlineData(16, "1234567890123456", "0A")]
    [InlineData(24, "1234567890123456", "00")]
    [InlineData(0, "1234567890123456", "00")]
    public void AMalformedInputIsRefusedWithoutShowingThePan(int keyLength, string pan, string sequence)
    {
        CryptographyError expected = keyLength == 16 ? CryptographyError.InvalidArgument : CryptographyError.InvalidKey;
        foreach (Action derive in new Action[] { () => EmvCardKey.DeriveOptionA(new byte[keyLength], pan, sequence),
            () => EmvCardKey.DeriveOptionB(new byte[keyLength], pan, sequence) })
        {
            CryptographyException refusal = Assert.Throws<CryptographyException>(derive);
            Assert.Equal(expected, refusal.Error);
            Assert.DoesNotContain(pan, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void ACounterHasTwoBytes(int length)
    {
        byte[] key = new byte[16];
        Assert.All(
            new Action[]
            {
                () => EmvSessionKey.Mastercard(key, new byte[length], new byte[4]),
                () => EmvSessionKey.Mastercard(key, new byte[2], new byte[length]),
                () => EmvSessionKey.Common(key, new byte[length]),
                () => EmvSessionKey.Visa(key, new byte[length]),
                () => EmvSessionKey.Amex(key, new byte[length]),
                () => EmvSessionKey.UnionPay(key, new byte[length]),
                () => EmvSessionKey.Emv2000(key, new byte[length]),
            },
            derive => Assert.Equal(CryptographyError.InvalidArgument, Assert.Throws<CryptographyException>(derive).Error));
    }

    [Fact]
    public void TheStepsEndInTheKey()
    {
        using var steps = new CalculationSteps();
        using SecretBuffer key = EmvSessionKey.Emv2000(Convert.FromHexString(Card), [0x00, 0xFF], steps);
        Assert.Equal(8, steps.Count);
        Assert.Equal(Convert.ToHexString(key.Span), steps[7].RevealOutput());
    }
}
