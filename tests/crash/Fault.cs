namespace PaymentCrypto.Crash;

/// <summary>What happens to a call.</summary>
/// <param name="How"><see cref="Kill"/> and so on, as the library reads it.</param>
/// <param name="At">The number of the call, from 1.</param>
internal sealed record Fault(string How, int At)
{
    /// <summary>The process dies before it.</summary>
    public const string Kill = "kill";

    /// <summary>Half of its bytes are written, and the process dies.</summary>
    public const string Torn = "torn";

    /// <summary>It fails, once, with an error of the device.</summary>
    public const string IoError = "EIO";

    /// <summary>It fails, once, for want of room.</summary>
    public const string NoSpace = "ENOSPC";

    /// <summary>It fails for want of room, and so does everything after it that needs some.</summary>
    public const string Full = "full";

    /// <summary>Nothing happens; the calls are only counted.</summary>
    public static readonly Fault None = new("none", 0);

    /// <summary>Whether the process ends by it.</summary>
    public bool IsDeadly => How is Kill or Torn;

    /// <inheritdoc/>
    public override string ToString() => $"{How} at {At}";
}
