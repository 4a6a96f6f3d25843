using System.Net;
using Amazon.Runtime;
using PaymentCrypto.Api;
using PaymentCrypto.Aws.Errors;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>Why credentials could not be obtained. The SDK's exceptions are not chained: some hold the answer, and with it keys.</summary>
internal static class CredentialFailures
{
    internal static PaymentCryptographyException Translate(CredentialSource source, Exception exception)
    {
        // What our own callbacks say comes back in the SDK's wrapping.
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PaymentCryptographyException typed)
            {
                return typed;
            }
        }

        if (source.WhenAbsent is { } absent)
        {
            return absent;
        }

        if (Failures.Network(exception, $"Credentials from {source.Description}", null) is { } network)
        {
            return network;
        }

        if (source.SsoProfile is { } profile && IsLoginOver(exception))
        {
            return new AwsConfigurationException(
                AwsConfigurationFailure.SsoExpired, $"The IAM Identity Center login of the profile '{profile}' has expired, or there was none.")
            {
                RecommendedAction = $"Sign in with 'aws sso login --profile {profile}', and repeat the command.",
            };
        }

        return new AwsConfigurationException(
            AwsConfigurationFailure.CredentialsUnusable, $"The credentials from {source.Description} could not be obtained: {Say(exception)}");
    }

    // Without a token the SDK throws its own exception; a token that the service no longer accepts is answered with 401.
    private static bool IsLoginOver(Exception exception) => Answer(exception) is { } answer
        ? answer.StatusCode == HttpStatusCode.Unauthorized || answer.ErrorCode is "InvalidGrantException"
        : exception is AmazonClientException;

    // What a credential process writes is not ours to show.
    private static string Say(Exception exception) => exception is ProcessAWSCredentialException
        ? "the credential_process failed, or its output is not what the AWS tools expect. Run it by itself to see what it says."
        : Answer(exception) is { } answer ? $"{answer.ErrorCode}: {answer.Message}" : exception.Message;

    private static AmazonServiceException? Answer(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is AmazonServiceException { ErrorCode.Length: > 0 } answer)
            {
                return answer;
            }
        }

        return null;
    }
}
