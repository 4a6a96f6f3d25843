namespace PaymentCrypto.Api.Calculators;

/// <summary>What a session key is derived by.</summary>
/// <param name="Mode">One of <see cref="SessionKeyDerivationMode"/>.</param>
public sealed record EmvSession(string Mode)
{
    /// <summary>The application transaction counter: 2 bytes; empty where only the cryptogram counts.</summary>
    public byte[] Counter { get; init; } = [];

    /// <summary>The terminal's unpredictable number: 4 bytes, for MASTERCARD_SESSION_KEY and cryptograms.</summary>
    public byte[] UnpredictableNumber { get; init; } = [];

    /// <summary>The application cryptogram: 8 bytes, for secure messaging by EMV_COMMON_SESSION_KEY and MASTERCARD_SESSION_KEY.</summary>
    public byte[] Cryptogram { get; init; } = [];

    /// <summary>Whether the key is for scripts (secure messaging) and not for cryptograms.</summary>
    public bool IsForScripts { get; init; }
}
