namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>
/// Collects findings in the order in which the checks are made. Unlike a reader it does not end with the first failure: a check that an
/// earlier failure hides is said to be unknown.
/// </summary>
public sealed class Examination
{
    private readonly List<ExchangeFinding> _findings = [];

    /// <summary>The failures in the order of the checks, so that the first is the first cause; then what is unknown, then what passed.</summary>
    public IReadOnlyList<ExchangeFinding> Findings => [.. _findings.OrderBy(static finding => finding.Outcome)];

    /// <summary>Whether anything failed.</summary>
    public bool HasFailed => _findings.Exists(static finding => finding.Outcome == FindingOutcome.Fail);

    /// <summary>Takes over what another examination has found.</summary>
    /// <param name="findings">Its findings.</param>
    public void Add(IEnumerable<ExchangeFinding> findings) => _findings.AddRange(findings);

    /// <summary>A check that passed.</summary>
    /// <param name="check">Its name.</param>
    /// <param name="found">What was found.</param>
    public void Pass(string check, string found) => Add(check, FindingOutcome.Pass, found);

    /// <summary>A check that could not be made.</summary>
    /// <param name="check">Its name.</param>
    /// <param name="why">What is missing.</param>
    public void Unknown(string check, string why) => Add(check, FindingOutcome.Unknown, why);

    /// <summary>A check that failed.</summary>
    /// <param name="check">Its name.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What would be right.</param>
    /// <param name="action">What to do; what <see cref="CheckGuide"/> says unless given.</param>
    /// <param name="side">Whose part it is; what <see cref="CheckGuide"/> says unless given.</param>
    public void Fail(string check, string found, string? expected = null, string? action = null, FindingSide? side = null)
    {
        CheckAdvice? guide = CheckGuide.Of(check);
        _findings.Add(new ExchangeFinding
        {
            Check = check,
            Outcome = FindingOutcome.Fail,
            Found = found,
            Expected = expected,
            Clause = guide?.Clause,
            Action = action ?? guide?.Action,
            Side = side ?? guide?.Side,
        });
    }

    /// <summary>A check that a reader has refused.</summary>
    /// <param name="error">Its refusal.</param>
    public void Fail(CryptographyException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        Fail(error.Error.ToString(), error.Message);
    }

    /// <summary>Makes a check of the readers.</summary>
    /// <param name="check">The name under which it passes.</param>
    /// <param name="passed">What is said then.</param>
    /// <param name="work">The check.</param>
    /// <returns>Whether it passed.</returns>
    public bool Try(CryptographyError check, string passed, Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            work();
            Pass(check.ToString(), passed);
            return true;
        }
        catch (CryptographyException error)
        {
            Fail(error);
            return false;
        }
    }

    private void Add(string check, FindingOutcome outcome, string found) => _findings.Add(new ExchangeFinding
    {
        Check = check,
        Outcome = outcome,
        Found = found,
        Clause = CheckGuide.Of(check)?.Clause,
    });
}
