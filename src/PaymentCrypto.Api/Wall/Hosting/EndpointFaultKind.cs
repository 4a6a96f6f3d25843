namespace PaymentCrypto.Api.Hosting;

/// <summary>What a rehearsed fault does to a call.</summary>
public enum EndpointFaultKind
{
    /// <summary>Answers ThrottlingException; the operation is not carried out.</summary>
    Throttling,

    /// <summary>Answers InternalServerException; the operation is not carried out.</summary>
    InternalServer,

    /// <summary>Carries the operation out after a delay.</summary>
    Delay,

    /// <summary>Drops the connection before the operation is carried out.</summary>
    DropConnection,

    /// <summary>Carries the operation out and drops the connection in place of the answer: the client can't know what happened.</summary>
    DropResponse,
}
