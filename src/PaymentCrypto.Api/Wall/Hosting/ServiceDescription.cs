namespace PaymentCrypto.Api.Hosting;

/// <summary>What a service is that runs behind an endpoint. Nothing secret.</summary>
public sealed record ServiceDescription
{
    /// <summary>The version of PaymentCrypto.</summary>
    public required string Version { get; init; }

    /// <summary>The account of requests that name none.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>Where the keys are: <c>memory</c>, <c>directory</c> or <c>backup</c>. No path.</summary>
    public required string Store { get; init; }

    /// <summary>Whether it refuses whatever would change something.</summary>
    public bool ReadOnly { get; init; }
}
