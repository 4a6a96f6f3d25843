namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>
/// Whether the times of two classes differ, as dudect asks it (Reparaz, Balasch, Verbauwhede 2017): Welch's t over all times, and over those below
/// percentiles of both classes together, because what is slow has waited for something else and hides what is looked for.
/// </summary>
internal static class CroppedTest
{
    /// <summary>Beyond it, in either direction, two classes can be told apart (TVLA; one chance in 100,000 when they are the same).</summary>
    public const double Threshold = 4.5;

    private static readonly double[] Kept = [1, 0.99, 0.95, 0.9, 0.75, 0.5];

    /// <summary>The t that is farthest from zero.</summary>
    public static double FarthestT(double[] one, double[] other)
    {
        double[] all = [.. one, .. other];
        Array.Sort(all);
        double farthest = 0;
        foreach (double share in Kept)
        {
            double limit = all[(int)Math.Ceiling(share * all.Length) - 1];
            double t = WelchTest.T(Array.FindAll(one, time => time <= limit), Array.FindAll(other, time => time <= limit));

            // No t at all where every time that is left is the same.
            farthest = Math.Abs(t) > Math.Abs(farthest) ? t : farthest;
        }

        return farthest;
    }
}
