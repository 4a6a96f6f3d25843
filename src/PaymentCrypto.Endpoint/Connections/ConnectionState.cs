namespace PaymentCrypto.Endpoint.Connections;

/// <summary>What a connection is doing; it decides whether it may be closed to make room.</summary>
internal enum ConnectionState
{
    /// <summary>Waiting for the first byte of a request: it may be closed, and is after some time.</summary>
    Waiting,

    /// <summary>In the middle of receiving a request: it may be closed.</summary>
    Receiving,

    /// <summary>A request is in hand: it is let finish.</summary>
    Answering,

    /// <summary>Closed.</summary>
    Closed,
}
