using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the states of an approval session.</summary>
public sealed class MpaSessionStatusCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public MpaSessionStatusCompleter()
        : base(
            new CompletionValue(SessionStatus.Pending, "Waits for a decision"),
            new CompletionValue(SessionStatus.Approved, "Approved"),
            new CompletionValue(SessionStatus.Failed, "Denied, or its time ran out"),
            new CompletionValue(SessionStatus.Cancelled, "Taken back"))
    {
    }
}
