using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Asn1;

/// <summary>Lengths as X.690 8.1.3 encodes them, and what is refused before anything is read.</summary>
public sealed class Asn1FrameTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("30", null)]
    [InlineData("3000", 2L)]
    [InlineData("3001", 3L)]
    [InlineData("307F", 129L)]
    [InlineData("3080", null)] // indefinite
    [InlineData("3081", null)] // the length itself is cut off
    [InlineData("308105", 8L)]
    [InlineData("3082FF", null)]
    [InlineData("30820102", 262L)]
    [InlineData("308301020300", 66056L)]
    [InlineData("3084FFFFFFFF", 4294967301L)]
    [InlineData("3084FFFFFF", null)]
    [InlineData("30850000000001", null)] // no input is that long
    public void The_whole_length_of_the_first_element_is_told(string hex, long? expected) =>
        Assert.Equal(expected, Asn1Frame.AnnouncedLength(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("3103020100")] // a SET
    [InlineData("A003020100")]
    public void What_is_no_sequence_is_malformed(string hex) => Refused(CryptographyError.Tr34Malformed, hex);

    [Theory]
    [InlineData("30030201", CryptographyError.Tr34Truncated)]
    [InlineData("3003020100", null)]
    [InlineData("300302010000", CryptographyError.Tr34TrailingData)]
    [InlineData("30800201000000", null)]
    [InlineData("30", null)] // whoever reads it finds out
    public void Cut_off_and_followed_by_something_are_told_apart(string hex, CryptographyError? error)
    {
        if (error is { } expected)
        {
            Refused(expected, hex);
        }
        else
        {
            Check(hex, 100);
        }
    }

    [Fact]
    public void The_longest_input_is_taken_and_one_byte_more_is_not()
    {
        Check("3003020100", 5);
        Tr34Fixture.Refused(CryptographyError.Tr34TooLarge, () => Check("3003020100", 4));
    }

    private static void Refused(CryptographyError error, string hex) => Tr34Fixture.Refused(error, () => Check(hex, 100));

    private static void Check(string hex, int maximumLength) => Asn1Frame.Check(Convert.FromHexString(hex), maximumLength, "token", FrameErrors.Tr34);
}
