using Amazon.Runtime;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws.Errors;

namespace PaymentCrypto.Aws.Client;

/// <summary>Remembers why an attempt failed and reports the next one before its pause.</summary>
internal sealed class RetryReporter(Action<AwsRetry>? onRetry)
{
    private const string ReasonKey = "PaymentCrypto.RetryReason";

    internal static void Remember(IExecutionContext context, Exception exception) =>
        context.RequestContext.ContextAttributes[ReasonKey] = Failures.Reason(exception);

    /// <param name="context">Its count of retries includes the one that follows.</param>
    /// <param name="maxRetries">Without the first attempt.</param>
    internal void Report(IExecutionContext context, int maxRetries)
    {
        if (onRetry is not null)
        {
            var request = (WireRequest)context.RequestContext.OriginalRequest;
            string reason = context.RequestContext.ContextAttributes.TryGetValue(ReasonKey, out object? value) ? (string)value : "unknown";
            onRetry(new AwsRetry(request.Operation.Name, context.RequestContext.Retries + 1, maxRetries + 1, reason));
        }
    }
}
