using PaymentCrypto.Providers;

namespace PaymentCrypto.Sessions;

/// <summary>What AWS has answered to completion a short while ago, so that it is not asked at every press of a key.</summary>
/// <param name="clock">Tells how long ago it was.</param>
internal sealed class KeptAnswers(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Dictionary<(AwsSettings Caller, string Question), (long Since, object? Answer)> _answers = [];

    /// <summary>The answer, if there is one that is still good.</summary>
    public bool TryGet<T>(AwsSettings caller, string question, out T? answer)
    {
        lock (_gate)
        {
            if (_answers.TryGetValue((caller, question), out (long Since, object? Answer) kept) && clock.GetElapsedTime(kept.Since) < Lifetime)
            {
                answer = (T?)kept.Answer;
                return true;
            }
        }

        answer = default;
        return false;
    }

    /// <summary>Keeps an answer.</summary>
    public void Keep(AwsSettings caller, string question, object? answer)
    {
        lock (_gate)
        {
            _answers[(caller, question)] = (clock.GetTimestamp(), answer);
        }
    }

    /// <summary>Something has changed: every answer may be wrong now.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _answers.Clear();
        }
    }
}
