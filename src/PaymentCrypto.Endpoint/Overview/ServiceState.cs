using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Overview;

/// <summary>Everything that the page shows.</summary>
internal sealed record ServiceState
{
    /// <summary>Whose keys.</summary>
    internal required AccountScope Scope { get; init; }

    /// <summary>What is in the account.</summary>
    internal required AccountContents Contents { get; init; }

    /// <summary>What the service is.</summary>
    internal required ServiceDescription Service { get; init; }

    /// <summary>How far its clock is ahead of the real one.</summary>
    internal required TimeSpan ClockOffset { get; init; }

    /// <summary>The real time.</summary>
    internal required DateTimeOffset Now { get; init; }

    /// <summary>What it has done.</summary>
    internal required EndpointStatistics Statistics { get; init; }

    /// <summary>The faults to come.</summary>
    internal required IReadOnlyList<EndpointFault> Faults { get; init; }

    /// <summary>The latest calls of all accounts, newest first.</summary>
    internal required IReadOnlyList<EndpointLogEntry> Calls { get; init; }

    /// <summary>Whether the page loads itself anew every few seconds.</summary>
    internal bool Updates { get; init; } = true;
}
