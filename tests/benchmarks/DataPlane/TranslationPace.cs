using System.Diagnostics;
using PaymentCrypto.Api;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>TranslatePinData in the engine, on one thread.</summary>
internal static class TranslationPace
{
    public static void Measure(Report report)
    {
        using TranslationBench bench = new();
        double[] best = Pace.Of(() => bench.Send(bench.Static), () => bench.Send(bench.Dukpt));
        report.Figure("TranslatePinData in the engine, static keys: a second and core", $"{1e9 / best[0]:0}");
        report.Figure("TranslatePinData in the engine, from DUKPT: a second and core", $"{1e9 / best[1]:0}");
        report.Figure("the same, bytes allocated by a call", $"{Allocated(bench, bench.Static)}; {Allocated(bench, bench.Dukpt)}");
    }

    /// <summary>The same request for some seconds: for a profiler.</summary>
    public static void Repeat(TimeSpan time)
    {
        using TranslationBench bench = new();
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            bench.Send(bench.Static);
        }
    }

    private static long Allocated(TranslationBench bench, TranslatePinDataRequest request)
    {
        const int Calls = 1000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
        {
            bench.Send(request);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
