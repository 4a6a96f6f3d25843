using PaymentCrypto.Local.Steps;

namespace PaymentCrypto.Tests.Local.Steps;

/// <summary>Of a card number at most the first six and the last four digits are shown (PCI DSS 3.4.1), however a step has cut it.</summary>
public sealed class CardNumberMaskTests
{
    [Theory]
    [InlineData("9137631040001422", "9137631040001422", "913763******1422")]
    [InlineData("9137631040001422", "913763104000142201", "913763******142201")]

    // The rightmost 16 digits of number and sequence number, and their complement (EMV book 2, A1.4.1).
    [InlineData("9137631040001422", "3763104000142201C89CEFBFFFEBDDFE", "3763******142201C89C******EBDDFE")]

    // The PAN field of a PIN block, and PVV's parameter (eleven digits without the check digit).
    [InlineData("9137631040001422", "0000763104000142", "0000763******142")]
    [InlineData("4123456789012345", "5678901234", "5******234")]
    [InlineData("371234567890123", "9912123456789012", "99121234*****012")]

    // Data that only looks like part of it.
    [InlineData("9137631040001422", "1040001040001040", "1040001040001040")]
    [InlineData("9137631040001422", "D791093C8A921769", "D791093C8A921769")]
    [InlineData(null, "9137631040001422", "9137631040001422")]
    [InlineData("", "9137631040001422", "9137631040001422")]
    public void The_middle_is_masked_wherever_it_stands(string? number, string text, string expected) =>
        Assert.Equal(expected, CardNumberMask.Apply(text, number));
}
