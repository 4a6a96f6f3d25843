using PaymentCrypto.Api.Tools;
using PaymentCrypto.Local.Diagnosis;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>An exchange as somebody would bring it to the doctor.</summary>
/// <param name="Class">What was done to it; empty for a good one.</param>
/// <param name="Evidence">What is given.</param>
/// <param name="Causes">The checks that name what was done: one cause each.</param>
internal sealed record ExchangeCase(string Class, ExchangeEvidence Evidence, params string[] Causes)
{
    /// <summary>What the store would add.</summary>
    public Action<ExchangeFacts>? Stored { get; init; }

    public IReadOnlyList<ExchangeCheckResult> Examine()
    {
        using var facts = ExchangeFacts.Of(Evidence);
        Stored?.Invoke(facts);
        return ExchangeDiagnosis.Examine(Evidence, ExchangeDiagnosis.Recognise(Evidence), facts);
    }

    public override string ToString() => $"{Class} ({string.Join(", ", Causes)}): {Evidence.Material}";
}
