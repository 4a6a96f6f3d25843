using PaymentCrypto.Providers;

namespace PaymentCrypto.Sessions;

/// <summary>What completion has asked AWS a short while ago, so that it is not asked at every press of a key.</summary>
/// <param name="clock">Tells how long ago it was.</param>
internal sealed class KeptAnswers(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Dictionary<(AwsSettings Caller, string Question), (long Since, Task Answer)> _answers = [];

    /// <summary>The answer, perhaps still on its way: to the question that was asked lately, or else asked now.</summary>
    /// <typeparam name="T">The answer's type; the same for the same question.</typeparam>
    /// <param name="caller">Who asks.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="ask">Asks.</param>
    public Task<T> Get<T>(AwsSettings caller, string question, Func<Task<T>> ask)
    {
        lock (_gate)
        {
            if (_answers.TryGetValue((caller, question), out (long Since, Task Answer) kept) && clock.GetElapsedTime(kept.Since) < Lifetime)
            {
                return (Task<T>)kept.Answer;
            }

            Task<T> answer = ask();
            _answers[(caller, question)] = (clock.GetTimestamp(), answer);
            return answer;
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
