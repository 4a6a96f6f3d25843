using System.Diagnostics;

namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>
/// What a clock tells of a secret: every comparison and refusal with two classes of inputs, drawn at random for each call. What is planted must be
/// found by the same test, or it proves nothing.
/// </summary>
internal sealed class TimingScenario(int samples) : Scenario
{
    /// <summary>How many calls of a cheap subject are measured.</summary>
    public const int Samples = 2_000_000;

    private const int WarmUp = 30_000;

    public override string Name => "timing";

    public override Task RunAsync(Report report)
    {
        // The clock is read around each call; whoever else wants the processor hits both classes alike.
        using LibrarySubjects library = new();
        using EngineSubjects engine = new();
        using RsaSubjects rsa = new();
        foreach (TimingSubject subject in library.All().Concat(engine.All()).Concat(rsa.All()))
        {
            double[][] times = Measure(subject, samples / subject.Cost);
            double t = CroppedTest.FarthestT(times[0], times[1]);
            string verdict = Math.Abs(t) < CroppedTest.Threshold ? "not told apart" : subject.IsPlanted ? "found" : "TOLD APART";
            report.Figure(
                subject.Name, $"{verdict}, t {t:0.0}; medians {Median(times[0]):0} and {Median(times[1]):0} ns; {samples / subject.Cost:#,0} samples");
        }

        return Task.CompletedTask;
    }

    private static double[][] Measure(TimingSubject subject, int count)
    {
        Random random = new();
        List<double>[] times = [new(count), new(count)];
        for (int i = -Math.Min(WarmUp, count); i < count; i++)
        {
            int kind = random.Next(2);
            subject.Prepare(kind);

            // What is still on its way into memory would be finished on the time of the call, sooner or later by where it stands.
            Interlocked.MemoryBarrier();
            long start = Stopwatch.GetTimestamp();
            subject.Call();
            long end = Stopwatch.GetTimestamp();
            if (i >= 0)
            {
                times[kind].Add(end - start);
            }
        }

        double nanoseconds = 1e9 / Stopwatch.Frequency;
        return [.. times.Select(kind => kind.Select(time => time * nanoseconds).ToArray())];
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);
}
