using Amazon.Runtime;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Aws.Settings;

/// <summary>Everything that the client needs beside credentials, settled.</summary>
internal sealed record ClientSettings
{
    internal required string Region { get; init; }

    /// <summary>Where the requests of each service go.</summary>
    internal required IReadOnlyDictionary<Service, Uri> Endpoints { get; init; }

    internal required RequestRetryMode RetryMode { get; init; }

    internal required int MaxAttempts { get; init; }

    /// <summary>For one attempt, from connecting to the last byte.</summary>
    internal required TimeSpan Timeout { get; init; }

    /// <summary>The longest pause between attempts; the SDK's own limit.</summary>
    internal TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>In attempts per second, what the adaptive mode never goes below; the SDK's own limit.</summary>
    internal double SlowestRate { get; init; } = 0.5;

    /// <summary>The clock of the timeouts.</summary>
    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal Action<AwsRetry>? OnRetry { get; init; }

    internal Uri EndpointOf(Service service) => Endpoints[service];
}
