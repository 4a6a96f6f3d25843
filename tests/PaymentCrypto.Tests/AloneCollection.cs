namespace PaymentCrypto.Tests;

/// <summary>The tests that look at the whole process, such as its memory: one at a time, and with no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
