namespace PaymentCrypto.Endpoint.Connections;

/// <summary>What a connection is doing; it decides whether it may be closed to make room.</summary>
internal enum ConnectionState
{
    /// <summary>Waiting for a request, or in the middle of receiving one: it may be closed.</summary>
    Receiving,

    /// <summary>A request is in hand: it is let finish.</summary>
    Answering,

    /// <summary>Closed.</summary>
    Closed,
}
