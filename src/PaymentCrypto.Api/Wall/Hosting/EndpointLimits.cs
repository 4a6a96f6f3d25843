namespace PaymentCrypto.Api.Hosting;

/// <summary>What one client, or all of them together, may ask of an endpoint.</summary>
public sealed record EndpointLimits
{
    /// <summary>Connections at one time. One more takes the place of the one that has been idle for longest, or is refused.</summary>
    public int MaxConnections { get; init; } = 256;

    /// <summary>The longest request body in bytes. The largest request that the service model allows has about 200,000.</summary>
    public int MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>The request line and all headers together, in bytes.</summary>
    public int MaxHeadBytes { get; init; } = 32 * 1024;

    /// <summary>How long a connection may lie idle between requests, or before the first.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>How long a client may take from the first byte of a request to the end of its headers.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to send the body.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a client may take to receive a response.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the requests in hand may take to finish when the endpoint stops.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How far the date of a signature may lie from the clock, either way. AWS has 5 minutes.</summary>
    public TimeSpan SignatureWindow { get; init; } = TimeSpan.FromMinutes(5);
}
