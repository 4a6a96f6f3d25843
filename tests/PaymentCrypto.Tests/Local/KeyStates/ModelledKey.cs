using PaymentCrypto.Api;

namespace PaymentCrypto.Tests.Local.KeyStates;

/// <summary>
/// The state machine of a key as the user guide tells it (SPEC 4.1), apart from the engine: what a key shows after each event, or that the event is
/// refused. A key is made with <see cref="Made"/>; everything else happens to it with <see cref="After"/>.
/// </summary>
internal sealed record ModelledKey(
    string State, bool IsEnabled, DateTimeOffset? Start, DateTimeOffset? Stop, DateTimeOffset? PendingUntil, DateTimeOffset? Deleted)
{
    /// <summary>How many days a deletion waits here: the least that the service takes.</summary>
    public const int DeletionDays = 3;

    /// <summary>What can happen to a key.</summary>
    public static readonly string[] Events = ["start", "stop", "delete", "restore", "a day passes", "four days pass", "use"];

    /// <summary>A new key.</summary>
    public static ModelledKey Made(bool isEnabled, DateTimeOffset now) =>
        new(KeyState.CreateComplete, isEnabled, isEnabled ? now : null, isEnabled ? null : now, PendingUntil: null, Deleted: null);

    /// <summary>How long an event takes.</summary>
    public static TimeSpan TimeOf(string happens) => TimeSpan.FromDays(happens switch { "a day passes" => 1, "four days pass" => 4, _ => 0 });

    /// <summary>The key after an event; null if the event is refused, and the key as it was.</summary>
    /// <param name="happens">One of <see cref="Events"/>.</param>
    /// <param name="now">The moment, what passes included.</param>
    public ModelledKey? After(string happens, DateTimeOffset now) => (State, happens) switch
    {
        (KeyState.DeletePending, "a day passes" or "four days pass") when PendingUntil <= now =>
            this with { State = KeyState.DeleteComplete, PendingUntil = null, Deleted = now },
        (_, "a day passes" or "four days pass") => this,
        (KeyState.CreateComplete, "start") => IsEnabled ? this : this with { IsEnabled = true, Start = now, Stop = null },
        (KeyState.CreateComplete, "stop") => IsEnabled ? this with { IsEnabled = false, Start = null, Stop = now } : this,
        (KeyState.CreateComplete, "delete") =>
            this with { State = KeyState.DeletePending, IsEnabled = false, Start = null, Stop = now, PendingUntil = now.AddDays(DeletionDays) },
        (KeyState.DeletePending, "restore") => this with { State = KeyState.CreateComplete, PendingUntil = null },
        (KeyState.CreateComplete, "use") => IsEnabled ? this : null,
        _ => null,
    };
}
