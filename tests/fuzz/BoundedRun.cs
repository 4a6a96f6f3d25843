namespace PaymentCrypto.Fuzzing;

/// <summary>Damaged copies of the seeds, the same in every run. What CI does.</summary>
internal static class BoundedRun
{
    /// <summary>Checks the seeds themselves and a number of damaged copies.</summary>
    /// <exception cref="FuzzFailureException">An input that the target could not take.</exception>
    public static void Run(FuzzTarget target, int inputs)
    {
        foreach (byte[] seed in target.Seeds)
        {
            // Once for what is made on first use, which is no input's doing.
            target.Try(seed);
            target.Check(seed);
        }

        for (int number = 0; number < inputs; number++)
        {
            target.Check(Mutator.Mutate(target.Seeds[number % target.Seeds.Count], number));
        }
    }
}
