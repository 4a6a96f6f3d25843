using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace PaymentCrypto.Aws.Client;

/// <summary>The SDK's adaptive retries, with a report of each.</summary>
internal sealed class ReportingAdaptiveRetryPolicy : AdaptiveRetryPolicy
{
    private const int LongestWaitMilliseconds = 30_000;
    private const int StepMilliseconds = 100;

    private readonly RetryReporter _reporter;

    /// <param name="config">The number of attempts.</param>
    /// <param name="reporter">Hears of every retry.</param>
    /// <param name="slowestRate">Attempts per second that are always allowed.</param>
    internal ReportingAdaptiveRetryPolicy(IClientConfig config, RetryReporter reporter, double slowestRate)
        : base(config)
    {
        _reporter = reporter;

        // The others are the SDK's own values.
        TokenBucket = new TokenBucket(slowestRate, minCapacity: 1, beta: 0.7, scaleConstant: 0.4, smooth: 0.8);
    }

    public override void NotifyError(IExecutionContext executionContext, Exception exception)
    {
        RetryReporter.Remember(executionContext, exception);
        base.NotifyError(executionContext, exception);
    }

    /// <summary>
    /// Waits until the send rate allows an attempt. While the SDK's own method waits, it asks again and again without counting the
    /// time that has passed, so that it fails after half a minute whatever the rate; each new question counts it.
    /// </summary>
    public override async Task ObtainSendTokenAsync(IExecutionContext executionContext, Exception? exception)
    {
        CancellationToken cancel = executionContext.RequestContext.CancellationToken;
        for (int waited = 0; !await TokenBucket.TryAcquireTokenAsync(1, failFast: true, cancel).ConfigureAwait(false); waited += StepMilliseconds)
        {
            if (waited >= LongestWaitMilliseconds)
            {
                throw new AmazonClientException("The service throttles this client so much that no attempt was free in time.", exception);
            }

            await Task.Delay(StepMilliseconds, cancel).ConfigureAwait(false);
        }
    }

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        _reporter.Report(executionContext, MaxRetries);
        return base.WaitBeforeRetryAsync(executionContext);
    }
}
