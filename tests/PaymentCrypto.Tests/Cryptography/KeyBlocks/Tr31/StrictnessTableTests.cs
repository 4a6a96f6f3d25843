using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Cryptography.Package;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>docs/reference/key-blocks.md, row by row: what it says of strict and lenient readers is what they do.</summary>
public sealed class StrictnessTableTests
{
    private static readonly string Page = Path.Combine("docs", "reference", "key-blocks.md");

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        foreach (string line in File.ReadLines(Repository.File(Page)))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is ["", var what, ['`', .. var example, '`'], var lenient, var strict, ""])
            {
                rows.Add(what, example, lenient, strict);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Readers_do_what_the_page_says(string what, string example, string lenient, string strict)
    {
        Assert.Equal((what, lenient, strict), (what, Outcome(example, Tr31ReadOptions.Default), Outcome(example, Tr31ReadOptions.StrictX9143)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_strict_reader_refuses_for_the_reason_that_a_lenient_one_warns_of(string what, string example, string lenient, string strict)
    {
        if ((lenient, strict) is ("warns", "refuses"))
        {
            CryptographyException refusal = Assert.Throws<CryptographyException>(() => Read(example, Tr31ReadOptions.StrictX9143));
            CryptographyWarning warning = Read(example, Tr31ReadOptions.Default)[0];
            Assert.Equal((what, refusal.Error, refusal.Message), (what, warning.Check, warning.Message));
        }
    }

    [Fact]
    public void The_page_has_its_rows() => Assert.InRange(Rows().Count, 40, int.MaxValue);

    private static string Outcome(string text, Tr31ReadOptions options)
    {
        try
        {
            return Read(text, options).Count == 0 ? "takes" : "warns";
        }
        catch (CryptographyException)
        {
            return "refuses";
        }
    }

    /// <summary>A text with the length 0000 is a header alone.</summary>
    private static IReadOnlyList<CryptographyWarning> Read(string text, Tr31ReadOptions options)
    {
        if (text[1..5] != "0000")
        {
            return Tr31KeyBlock.Parse(text, options).Warnings;
        }

        Tr31KeyBlockHeader.Parse(text, out IReadOnlyList<CryptographyWarning> warnings, options);
        return warnings;
    }
}
