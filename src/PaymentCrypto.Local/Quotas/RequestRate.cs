using System.Collections.Concurrent;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Quotas;

/// <summary>
/// The service's limit of requests per second of an account in a region, as a token bucket that holds one second's worth. Off unless
/// asked for: it is there to rehearse how a runbook copes with throttling. Each engine counts for itself.
/// </summary>
internal sealed class RequestRate(int? requestsPerSecond, TimeProvider clock)
{
    private readonly ConcurrentDictionary<AccountScope, Bucket> _buckets = new();

    /// <summary>Counts a request; refuses it when the second's worth is used up.</summary>
    public void Count(AccountScope scope)
    {
        if (requestsPerSecond is int rate && !_buckets.GetOrAdd(scope, _ => new Bucket(rate, clock.GetTimestamp())).TryTake(rate, clock))
        {
            throw new ThrottlingException($"Rate exceeded: account {scope.AccountId} may make {rate} requests a second in {scope.Region}. Wait and try again.");
        }
    }

    private sealed class Bucket(double tokens, long filledAt)
    {
        private readonly object _gate = new();

        public bool TryTake(int rate, TimeProvider clock)
        {
            lock (_gate)
            {
                long now = clock.GetTimestamp();
                tokens = Math.Min(rate, tokens + (clock.GetElapsedTime(filledAt, now).TotalSeconds * rate));
                filledAt = now;
                if (tokens < 1)
                {
                    return false;
                }

                tokens--;
                return true;
            }
        }
    }
}
