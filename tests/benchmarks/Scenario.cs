namespace PaymentCrypto.Benchmarks;

/// <summary>Something that is measured end to end, with its yardstick in the same run.</summary>
internal abstract class Scenario
{
    /// <summary>The word on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Measures and reports.</summary>
    public abstract Task RunAsync(Report report);
}
