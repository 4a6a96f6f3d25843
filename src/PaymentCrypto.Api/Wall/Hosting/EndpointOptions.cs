using System.Net;
using System.Net.Security;

namespace PaymentCrypto.Api.Hosting;

/// <summary>Where an endpoint listens, whom it trusts and for which accounts it speaks.</summary>
public sealed record EndpointOptions
{
    /// <summary>The address to bind. Beyond loopback at least one of <see cref="AccessKeys"/> is needed.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The TCP port; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// The access keys that may sign requests (AWS Signature Version 4). Empty: signatures are not looked at, and every program on
    /// this machine may call.
    /// </summary>
    public IReadOnlyList<EndpointAccessKey> AccessKeys { get; init; } = [];

    /// <summary>
    /// The account of each access key id. An access key id of 12 digits is its own account; any other key that is not listed here
    /// belongs to <see cref="DefaultAccountId"/>. What an <see cref="EndpointAccessKey"/> says of itself comes first.
    /// </summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();

    /// <summary>The account of requests whose access key names none.</summary>
    public string DefaultAccountId { get; init; } = AccountScope.DefaultAccountId;

    /// <summary>The region of unsigned requests; a signed request carries its own.</summary>
    public string DefaultRegion { get; init; } = AccountScope.DefaultRegion;

    /// <summary>Bounds on size, number and time.</summary>
    public EndpointLimits Limits { get; init; } = new();

    /// <summary>The clock, for signatures, timeouts and the log.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The certificate with its private key that the endpoint shows (TLS 1.2 and 1.3); null for HTTP without TLS.</summary>
    public SslStreamCertificateContext? Certificate { get; init; }

    /// <summary>What is managed under <c>/_paymentcrypto/</c>; null: nothing is, and the path does not exist.</summary>
    public IServiceControl? Control { get; init; }

    /// <summary>
    /// The bearer token of who manages it. Null: without access keys every program on this machine may, as it may call; with access keys
    /// nobody may, beyond asking for its health.
    /// </summary>
    public string? ManagementToken { get; init; }

    /// <summary>
    /// Whether the latest requests are kept until somebody takes them (<see cref="IEndpoint.TakeLog"/>). Where nobody does, ten thousand of them are memory for
    /// nothing.
    /// </summary>
    public bool KeepsLog { get; init; } = true;

    /// <summary>The type's name only: the options hold secrets.</summary>
    public override string ToString() => nameof(EndpointOptions);
}
