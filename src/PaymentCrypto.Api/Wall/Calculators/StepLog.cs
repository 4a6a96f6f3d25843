namespace PaymentCrypto.Api.Calculators;

/// <summary>Where a calculator writes down its steps, when somebody asks for them.</summary>
public sealed class StepLog
{
    private readonly List<LoggedStep> _steps = [];

    /// <summary>Begins a log.</summary>
    /// <param name="isRevealing">
    /// Whether keys, PINs and the whole card number are written down: for test keys alone. Otherwise a key is there by its check value, a PIN not at all.
    /// </param>
    /// <param name="cardNumber">The card number whose middle digits are masked wherever they come up; null where there is none.</param>
    public StepLog(bool isRevealing, string? cardNumber)
    {
        IsRevealing = isRevealing;
        CardNumber = cardNumber;
    }

    /// <summary>Whether secrets are written down.</summary>
    public bool IsRevealing { get; }

    /// <summary>The card number to mask; null where there is none.</summary>
    public string? CardNumber { get; }

    /// <summary>What has happened so far.</summary>
    public IReadOnlyList<LoggedStep> Steps => _steps;

    /// <summary>Writes down a step.</summary>
    /// <param name="step">The step.</param>
    public void Add(LoggedStep step) => _steps.Add(step);
}
