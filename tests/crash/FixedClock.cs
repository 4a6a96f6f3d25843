namespace PaymentCrypto.Crash;

/// <summary>The same moment always, so that two runs write the same times. How long something takes is measured as ever.</summary>
internal sealed class FixedClock : TimeProvider
{
    /// <summary>The clock.</summary>
    public static readonly FixedClock Instance = new();

    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, 535, TimeSpan.Zero);

    private FixedClock()
    {
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;
}
