using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using Amazon.Runtime;
using PaymentCrypto.Api;

namespace PaymentCrypto.Aws.Errors;

/// <summary>What the SDK and the network throw, in the contract's words.</summary>
internal static class Failures
{
    /// <summary>The typed form of a failed request; null when it is none of the SDK's or the network's exceptions.</summary>
    /// <param name="exception">What came out of the pipeline.</param>
    /// <param name="operation">The service's name of the operation.</param>
    /// <param name="endpoint">Where it went.</param>
    internal static PaymentCryptographyException? Translate(Exception exception, string operation, Uri endpoint)
    {
        if (Find<PaymentCryptographyException>(exception) is { } typed)
        {
            return typed;
        }

        // The adaptive mode wraps the last answer when it has no capacity for another attempt.
        if (Find<WireServiceException>(exception) is { } answer)
        {
            return answer.ToTyped();
        }

        return Network(exception, operation, endpoint)
            ?? (exception is AmazonClientException or AmazonServiceException
                ? new AwsConnectionException(AwsConnectionFailure.RequestFailed, $"The AWS SDK could not carry out {operation}: {Say(exception)}")
                : null);
    }

    /// <summary>The typed form of a failure to connect or to hear an answer; null when it is none.</summary>
    internal static AwsConnectionException? Network(Exception exception, string what, Uri? endpoint)
    {
        string host = endpoint is null ? "the other side" : endpoint.Authority;
        if (IsTimeout(exception))
        {
            return new AwsConnectionException(AwsConnectionFailure.Timeout, $"{what}: {host} did not answer in time.");
        }

        // The chain of a network exception holds names and codes, never a body.
        return IsNetwork(exception)
            ? new AwsConnectionException(AwsConnectionFailure.Unreachable, $"{what}: {host} cannot be reached: {NetworkReason(exception)}.", exception)
            : null;
    }

    /// <summary>Why an attempt failed, in a few words for a verbose message.</summary>
    internal static string Reason(Exception exception) => exception switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => code,
        AmazonServiceException answer => string.Create(CultureInfo.InvariantCulture, $"HTTP status {(int)answer.StatusCode}"),
        _ when IsTimeout(exception) => "no answer in time",
        _ when IsNetwork(exception) => NetworkReason(exception),
        _ => exception.GetType().Name,
    };

    // This one's message repeats the body.
    private static string Say(Exception exception) => exception is AmazonUnmarshallingException ? "it could not read the answer." : exception.Message;

    // A connect timeout is a timeout inside an HttpRequestException.
    private static bool IsTimeout(Exception exception) => Find<TimeoutException>(exception) is not null && Find<HttpRequestException>(exception) is null;

    private static bool IsNetwork(Exception exception) =>
        Find<HttpRequestException>(exception) is not null || Find<SocketException>(exception) is not null
        || Find<IOException>(exception) is not (null or FileNotFoundException or DirectoryNotFoundException);

    private static string NetworkReason(Exception exception) => Find<SocketException>(exception) switch
    {
        { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => "its name does not resolve",
        { SocketErrorCode: SocketError.ConnectionRefused } => "the connection was refused",
        { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown } => "the connection was cut",
        { SocketErrorCode: SocketError.NetworkUnreachable or SocketError.HostUnreachable } => "there is no route to it",
        { } socket => socket.Message,
        null when Find<AuthenticationException>(exception) is { } tls => $"TLS failed: {tls.Message.TrimEnd('.')}",
        null when Find<TimeoutException>(exception) is not null => "no connection in time",
        null when Find<HttpRequestException>(exception) is { HttpRequestError: HttpRequestError.ProxyTunnelError } proxy =>
            $"the proxy refused: {proxy.Message.TrimEnd('.')}",
        null => "the connection was cut",
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}
