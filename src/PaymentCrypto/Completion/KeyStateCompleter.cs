using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the states of keys.</summary>
public sealed class KeyStateCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public KeyStateCompleter()
        : base(
            new CompletionValue(KeyState.CreateComplete, "There, enabled or disabled"),
            new CompletionValue(KeyState.DeletePending, "Waiting for its destruction: Restore-PcKey calls it off"),
            new CompletionValue(KeyState.DeleteComplete, "Destroyed"),
            new CompletionValue(KeyState.CreateInProgress, "Being made, or waiting for approval"))
    {
    }
}
