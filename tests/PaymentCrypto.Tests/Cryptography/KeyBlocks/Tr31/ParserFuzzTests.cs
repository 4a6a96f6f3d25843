using FsCheck.Xunit;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>Whatever text comes in, only <see cref="CryptographyException"/> comes out, with little memory. Damaged blocks are in FuzzTargetTests.</summary>
public sealed class ParserFuzzTests
{
    private const int MaxBytesPerParse = 200_000;

    [Property(MaxTest = 500)]
    public void Any_text_at_all_is_read_or_refused(string? text)
    {
        Try(() => Tr31KeyBlock.Parse(text ?? string.Empty));
        Try(() => Tr31KeyBlockHeader.Parse("D0000P0AE00E0200" + text));
    }

    [Fact]
    public void Ninety_nine_ambiguous_blocks_do_not_multiply_the_work()
    {
        // Each length fits both readings; trying every combination would never end.
        string blocks = string.Concat(Enumerable.Range(0, 99).Select(i => $"{(char)('A' + (i / 10))}{i % 10}00020A0A"));
        Assert.Equal(CryptographyError.Tr31Length,
            Assert.Throws<CryptographyException>(() => Tr31KeyBlockHeader.Parse("D0000P0AE00E9900" + blocks + "!")).Error);
    }

    [Fact]
    public void A_text_of_a_megabyte_is_refused_without_being_copied()
    {
        string text = "D9999P0AE00E0000" + new string('0', 1 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(CryptographyError.Tr31Length, Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Parse(text)).Error);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytesPerParse);
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (CryptographyException error)
        {
            Assert.NotEmpty(error.Message);
        }
    }

}
