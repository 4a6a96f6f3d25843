namespace PaymentCrypto.Fuzzing;

/// <summary>
/// Looks for new ways through instrumented code: an input that takes one becomes a seed itself. It needs neither AFL nor libFuzzer,
/// which find more in the same time.
/// </summary>
internal static class ExploringRun
{
    private const int ReportEvery = 10_000;

    /// <summary>Tries a number of inputs.</summary>
    /// <exception cref="FuzzFailureException">An input that the target could not take.</exception>
    /// <exception cref="InvalidOperationException">The code is not instrumented.</exception>
    public static void Run(FuzzTarget target, int inputs, int seed, CoverageMap coverage, TextWriter log)
    {
        var random = new Random(seed);
        List<byte[]> corpus = [.. target.Seeds];
        foreach (byte[] input in target.Seeds)
        {
            coverage.IsNew(() => target.Try(input));
        }

        if (coverage.Branches == 0)
        {
            throw new InvalidOperationException("The code is not instrumented, so new ways through it cannot be seen. Instrument it first.");
        }

        for (int number = 1; number <= inputs; number++)
        {
            byte[] input = Mutator.Mutate(corpus[random.Next(corpus.Count)], random.Next());
            if (coverage.IsNew(() => target.Check(input)))
            {
                corpus.Add(input);
            }

            if (number % ReportEvery == 0 || number == inputs)
            {
                log.WriteLine($"{target.Name}: {number} inputs, {corpus.Count} of them kept, {coverage.Branches} branches");
            }
        }
    }
}
