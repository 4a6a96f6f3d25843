namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>Welch's t of two samples whose variances differ (B. L. Welch, Biometrika 34, 1947).</summary>
internal static class WelchTest
{
    /// <summary>
    /// The difference of the means in standard errors; negative when the first mean is the smaller one, NaN when a sample has fewer than two values.
    /// </summary>
    public static double T(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        (double mean, double error) first = Moments(one);
        (double mean, double error) second = Moments(other);
        return (first.mean - second.mean) / Math.Sqrt(first.error + second.error);
    }

    // The mean and its squared standard error, in one pass that does not lose digits (Welford 1962).
    private static (double Mean, double Error) Moments(ReadOnlySpan<double> sample)
    {
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < sample.Length; i++)
        {
            double difference = sample[i] - mean;
            mean += difference / (i + 1);
            squares += difference * (sample[i] - mean);
        }

        return (mean, squares / (sample.Length - 1) / sample.Length);
    }
}
