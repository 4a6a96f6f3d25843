using FsCheck.Xunit;
using PaymentCrypto.KeyBlocks;
using PaymentCrypto.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.KeyBlocks.Tr31;

/// <summary>
/// Whatever comes in, only <see cref="KeyBlockException"/> comes out, with little memory. A bounded number of mutants in every run; more
/// with the environment variable PAYMENTCRYPTO_FUZZ_ROUNDS.
/// </summary>
public sealed class ParserFuzzTests
{
    private const int MaxBytesPerParse = 200_000;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PAYMENTCRYPTO_FUZZ_ROUNDS"), out var rounds) ? rounds : 20;

    private static readonly string[] Seeds =
    [
        "B0080P0TE00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E",
        "C0096B0TX12S0100KS1800604B120F9292800000BFB9B689CB567E66FC3FEE5AD5F52161FC6545B9D60989015D02155C",
        "E0084B0TV16N0000B2AE5E26BBA7F246E84D5EA24167E208A6B66EF2E27E55A52DB52F0AEACB94C57547",
        "D0208B3AX00E0500DA1001D2ABND3AENLB10My Great KeyPK10019876543210WP07003PB09AcsovCCFF2ACD2116AB1CD7923B7C1AC7DD614EAC0EB7B6FE94BE3576D985E9E2AD3AF493FCB1B5CA34C51AB7A84D2C98DEAB51C6C51F82BFAD1DD1A82EB14C8FEB85",
        "D0160D0TB00S0300TC152019071718192921ZTS152020081819203022ZPB063r3AFB97760D5C46D3EE774A00FA8C1393F259B5862F89AC477F66560B593A2CE20E",
        "D0192S0RS00N0200CT0004002C020000080AAAABBBB000008CCCCDDDDEEPB08abcd",
    ];

    [Property(MaxTest = 500)]
    public void Mutants_of_real_blocks_are_read_or_refused(int seed)
    {
        using var aes = KeyBlockProtectionKey.FromAes(new byte[16]);
        using var tdes = KeyBlockProtectionKey.FromTdes(Convert.FromHexString("DD7515F2BFC17F85CE48F3CA25CB21F6"));
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutate(Seeds[random.Next(Seeds.Length)], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Try(() => Tr31KeyBlockHeader.Parse(text));
            Try(() => Tr31KeyBlock.Unwrap(text, text.StartsWith('D') || text.StartsWith('E') ? aes : tdes).Dispose());
            Try(() => Tr31KeyBlock.Parse(text, Tr31ReadOptions.StrictX9143));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytesPerParse);
        }
    }

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
        var blocks = string.Concat(Enumerable.Range(0, 99).Select(i => $"{(char)('A' + (i / 10))}{i % 10}00020A0A"));
        Assert.Equal(KeyBlockError.Tr31Length, Assert.Throws<KeyBlockException>(() => Tr31KeyBlockHeader.Parse("D0000P0AE00E9900" + blocks + "!")).Error);
    }

    [Fact]
    public void A_text_of_a_megabyte_is_refused_without_being_copied()
    {
        var text = "D9999P0AE00E0000" + new string('0', 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(KeyBlockError.Tr31Length, Assert.Throws<KeyBlockException>(() => Tr31KeyBlock.Parse(text)).Error);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxBytesPerParse);
    }

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (KeyBlockException error)
        {
            Assert.NotEmpty(error.Message);
        }
    }

    private static string Mutate(string seed, Random random)
    {
        const string Interesting = "00010204FFPBKSCTHM0Z*\n\u00FF~ ";
        var text = seed.ToList();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var at = random.Next(text.Count);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = Interesting[random.Next(Interesting.Length)];
                    break;
                case 1:
                    text.RemoveRange(at, Math.Min(random.Next(1, 9), text.Count - at));
                    break;
                case 2:
                    text.InsertRange(at, Interesting.AsSpan(random.Next(Interesting.Length)).ToArray());
                    break;
                case 3:
                    text[Math.Min(12 + random.Next(2), text.Count - 1)] = (char)('0' + random.Next(10));
                    break;
                default:
                    text[at] = (char)('0' + random.Next(23));
                    break;
            }

            if (text.Count == 0)
            {
                break;
            }
        }

        var mutant = new string([.. text]);

        // Half of them with a true length field, so that they get past the second check.
        return random.Next(2) == 0 && mutant.Length >= 16 ? $"{mutant[0]}{mutant.Length % 10000:D4}{mutant[5..]}" : mutant;
    }
}
