namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>Something that must take as long for one class of inputs as for the other.</summary>
/// <param name="Name">What is compared with what.</param>
/// <param name="Prepare">Puts an input of class 0 or 1 where the call finds it; not measured. The same memory, steps and branches for both classes.</param>
/// <param name="Call">What is measured.</param>
/// <param name="Cost">By what the number of samples is divided, because one call takes so long.</param>
internal sealed record TimingSubject(string Name, Action<int> Prepare, Action Call, int Cost = 1)
{
    /// <summary>Whether it is planted, to be found.</summary>
    public bool IsPlanted { get; init; }
}
