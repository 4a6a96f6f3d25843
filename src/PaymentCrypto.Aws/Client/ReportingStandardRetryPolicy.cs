using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace PaymentCrypto.Aws.Client;

/// <summary>The SDK's standard retries, with a report of each.</summary>
internal sealed class ReportingStandardRetryPolicy(IClientConfig config, RetryReporter reporter) : StandardRetryPolicy(config)
{
    public override void NotifyError(IExecutionContext executionContext, Exception exception)
    {
        RetryReporter.Remember(executionContext, exception);
        base.NotifyError(executionContext, exception);
    }

    public override Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        reporter.Report(executionContext, MaxRetries);
        return base.WaitBeforeRetryAsync(executionContext);
    }
}
