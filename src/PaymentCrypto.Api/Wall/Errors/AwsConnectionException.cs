namespace PaymentCrypto.Api;

/// <summary>
/// No usable answer came from AWS. Unless no connection was made at all, the service may have carried out the request, and with
/// several attempts more than once.
/// </summary>
public sealed class AwsConnectionException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id, the kind and the advice.</param>
    /// <param name="message">Which endpoint, and what happened. Nothing of a request or an answer's body.</param>
    /// <param name="innerException">The cause, if any; it must not hold a body either.</param>
    public AwsConnectionException(AwsConnectionFailure failure, string message, Exception? innerException = null)
        : base("PcAws" + failure, failure is AwsConnectionFailure.Unreachable or AwsConnectionFailure.Timeout ? ErrorKind.Unreachable : ErrorKind.Internal,
            message, innerException)
    {
        Failure = failure;
        RecommendedAction = AdviceFor(failure);
    }

    /// <summary>Which failure.</summary>
    public AwsConnectionFailure Failure { get; }

    /// <summary>The HTTP status of what answered; null when nothing did.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The request id of what answered; null when it gave none.</summary>
    public string? RequestId { get; init; }

    private static string AdviceFor(AwsConnectionFailure failure) => failure switch
    {
        AwsConnectionFailure.Unreachable =>
            "Check the region and the endpoint, the network, HTTPS_PROXY and NO_PROXY, and whether the service is offered in that region.",
        AwsConnectionFailure.Timeout => "Look whether the request took effect before you send it again; a longer timeout may help.",
        AwsConnectionFailure.AnswerUnreadable => "Check -EndpointUrl, the AWS_ENDPOINT_URL variables and any proxy between here and the endpoint.",
        _ => "Look whether the request took effect before you send it again.",
    };
}
