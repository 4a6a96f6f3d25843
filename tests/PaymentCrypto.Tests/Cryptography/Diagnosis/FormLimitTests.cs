using System.Text;
using PaymentCrypto.Cryptography.Diagnosis.Forms;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>What the doctor takes a text for, sign by sign.</summary>
public sealed class FormLimitTests
{
    // The platform's code page 037 is the other witness.
    [Fact]
    public void Each_byte_of_EBCDIC_is_what_the_platform_says()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var ibm037 = Encoding.GetEncoding("IBM037");
        for (int value = 0; value < 256; value++)
        {
            string theirs = ibm037.GetString([(byte)value]);
            string? expected = char.IsAsciiLetterOrDigit(theirs[0]) ? theirs : value is 0x40 or 0x0D or 0x15 or 0x25 ? string.Empty : null;
            Assert.True(expected == Ebcdic.AsText([(byte)value]), $"{value:X2}: {theirs}");
        }
    }

    // X9.143 table 2, each place at the ends of what it may hold. Two that do not fit are forgiven, three are not.
    [Theory]
    [InlineData(0, "AE", "@FZ0")]
    [InlineData(1, "09", "/:A")]
    [InlineData(4, "09", "/:A")]
    [InlineData(5, "AZ", "@[0")]
    [InlineData(6, "AZ09", "@[/:")]
    [InlineData(7, "ADEHIJRST", "BCFGU0")]
    [InlineData(8, "BCDEGNSTVXY", "AFZ0")]
    [InlineData(9, "AZ09", "@[/:")]
    [InlineData(10, "AZ09", "@[/:")]
    [InlineData(11, "ENS", "DFX0")]
    [InlineData(12, "09", "/:A")]
    [InlineData(13, "09", "/:A")]
    [InlineData(14, "012", "/3A")]
    [InlineData(15, "0", "/1A")]
    public void A_header_is_recognised_by_its_places(int position, string fitting, string others)
    {
        // Two places are wrong already, so that one more decides.
        char[] text = "B0080P0TE00E0000".ToCharArray();
        int[] wrong = position is 3 or 2 ? [9, 10] : [2, 3];
        Array.ForEach(wrong, place => text[place] = '*');
        foreach (char c in fitting)
        {
            text[position] = c;
            Assert.True(KeyBlockShape.IsLike(text), new string(text));
            Assert.True(KeyBlockShape.IsLike(new string(text).ToLowerInvariant()), new string(text));
        }

        foreach (char c in others)
        {
            text[position] = c;
            Assert.False(KeyBlockShape.IsLike(text), new string(text));
        }
    }

    [Theory]
    [InlineData("B0080P0TE00E000", false)]
    [InlineData("B0080P0TE00E0000", true)]
    [InlineData("", false)]
    public void A_header_has_sixteen_characters(string text, bool isLike) => Assert.Equal(isLike, KeyBlockShape.IsLike(text));

    [Theory]
    [InlineData("B0080", 80)]
    [InlineData("B9999rest", 9999)]
    [InlineData("B008", null)]
    [InlineData("B 080", null)]
    [InlineData("B-080", null)]
    [InlineData("B00A0", null)]
    public void The_length_field_is_read_where_it_is_one(string text, int? length) => Assert.Equal(length, KeyBlockShape.LengthOf(text));
}
