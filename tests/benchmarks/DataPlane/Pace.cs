using System.Diagnostics;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>
/// How long one call takes when nothing else is in the way: the best of many short batches. What is compared is run in turns, so that a machine with
/// other work to do is as slow for one as for the other.
/// </summary>
internal static class Pace
{
    private const int Rounds = 200;
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(1.5);

    /// <summary>Nanoseconds of a call of each.</summary>
    public static double[] Of(params Action[] calls)
    {
        int[] batches = [.. calls.Select(BatchOf)];
        double[] best = [.. calls.Select(_ => double.MaxValue)];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < calls.Length; i++)
            {
                best[i] = Math.Min(best[i], Run(calls[i], batches[i]).TotalNanoseconds / batches[i]);
            }
        }

        return best;
    }

    private static int BatchOf(Action call)
    {
        // Long enough for the compiler to have done its best.
        long end = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 2);
        int calls = 0;
        while (Stopwatch.GetTimestamp() < end)
        {
            call();
            calls++;
        }

        double best = Enumerable.Range(0, 20).Min(_ => Run(call, 10).TotalNanoseconds / 10);
        return (int)Math.Clamp(BatchTime.TotalNanoseconds / best, 1, 100_000);
    }

    private static TimeSpan Run(Action call, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            call();
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
