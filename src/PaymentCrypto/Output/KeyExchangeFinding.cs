using PaymentCrypto.Api.Tools;
using PaymentCrypto.Errors;

namespace PaymentCrypto;

/// <summary>What one check of a key exchange has found. It never holds key material.</summary>
public sealed class KeyExchangeFinding
{
    /// <summary>Creates an empty description.</summary>
    public KeyExchangeFinding()
    {
    }

    internal KeyExchangeFinding(ExchangeCheckResult result)
    {
        Check = result.Check;
        Outcome = result.Outcome;
        Found = CmdletNames.Of(result.Found);
        Expected = result.Expected;
        Clause = result.Clause;
        Action = result.Action;
        Side = result.Side;
    }

    /// <summary>The stable name of the check, listed in the reference of errors.</summary>
    public string? Check { get; set; }

    /// <summary><c>Fail</c>: the exchange is refused for this. <c>Unknown</c>: it could not be checked. <c>Pass</c>: as it should be.</summary>
    public string? Outcome { get; set; }

    /// <summary>What was found.</summary>
    public string? Found { get; set; }

    /// <summary>What would be right; null when <see cref="Found"/> says it.</summary>
    public string? Expected { get; set; }

    /// <summary>The clause of the standard, or the rule of the service.</summary>
    public string? Clause { get; set; }

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? Action { get; set; }

    /// <summary>Whose part that is: <c>Sender</c>, <c>Receiver</c> or <c>Transport</c>; null when there is nothing to do.</summary>
    public string? Side { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Outcome} {Check}: {Found}";
}
