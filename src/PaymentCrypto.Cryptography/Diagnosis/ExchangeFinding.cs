namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>What one check of a key exchange has found. Never holds key material.</summary>
public sealed record ExchangeFinding
{
    /// <summary>The check: the name of a <see cref="CryptographyError"/>, or one of <see cref="ExchangeCause"/>. Stable.</summary>
    public required string Check { get; init; }

    /// <summary>How it came out.</summary>
    public required FindingOutcome Outcome { get; init; }

    /// <summary>What was found.</summary>
    public required string Found { get; init; }

    /// <summary>What would be right; null when <see cref="Found"/> says it.</summary>
    public string? Expected { get; init; }

    /// <summary>The clause of the standard, or the rule of the service.</summary>
    public string? Clause { get; init; }

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? Action { get; init; }

    /// <summary>Whose part that is; null when there is nothing to do.</summary>
    public FindingSide? Side { get; init; }

    /// <summary>Outcome, check and what was found.</summary>
    /// <returns>For example <c>Fail Tr31Mac: The MAC …</c>.</returns>
    public override string ToString() => $"{Outcome} {Check}: {Found}";
}
