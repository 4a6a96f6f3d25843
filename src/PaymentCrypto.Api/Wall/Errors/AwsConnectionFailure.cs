namespace PaymentCrypto.Api;

/// <summary>Why no usable answer came from AWS. The error id is <c>PcAws</c> and the name here.</summary>
public enum AwsConnectionFailure
{
    /// <summary>No connection: the name does not resolve, the port is closed, TLS fails, or the connection was cut.</summary>
    Unreachable,

    /// <summary>Connected, but the answer did not come in time.</summary>
    Timeout,

    /// <summary>Something answered, but not the service: a proxy's page, a redirect, or damaged JSON.</summary>
    AnswerUnreadable,

    /// <summary>The AWS SDK gave up for another reason.</summary>
    RequestFailed,
}
