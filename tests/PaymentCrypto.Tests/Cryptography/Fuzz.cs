using PaymentCrypto.Cryptography;
using PaymentCrypto.Fuzzing;

namespace PaymentCrypto.Tests.Cryptography;

/// <summary>
/// Damaged binary input for parsers: a value or the typed error comes out, with bounded memory. Every run does a bounded number of
/// mutants; more with the environment variable PAYMENTCRYPTO_FUZZ_ROUNDS.
/// </summary>
internal static class Fuzz
{
    private const int MaximumBytesPerRead = 1_000_000;

    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PAYMENTCRYPTO_FUZZ_ROUNDS"), out int rounds) ? rounds : 1;

    public static void Mutants(byte[] input, int seed, Action<byte[]> read)
    {
        for (int round = 0; round < Rounds; round++)
        {
            byte[] mutant = Mutator.Mutate(input, unchecked((seed * 7919) + round));
            OnlyTyped(() => read(mutant));
        }
    }

    public static void OnlyTyped(Action read)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            read();
        }
        catch (CryptographyException error)
        {
            Assert.NotEmpty(error.Message);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaximumBytesPerRead);
    }

    /// <summary>One of the inputs, by seed.</summary>
    public static T Pick<T>(IReadOnlyList<T> inputs, int seed) => inputs[(int)((uint)seed % inputs.Count)];
}
