namespace PaymentCrypto.Api.Hosting;

/// <summary>An access key that may sign requests to an endpoint.</summary>
public sealed record EndpointAccessKey
{
    /// <summary>The access key id.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The secret access key.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The session token that has to come with it; null for a long-term key.</summary>
    public string? SessionToken { get; init; }

    /// <summary>
    /// The account that the key belongs to. Null: the id itself if it has 12 digits, else <see cref="EndpointOptions.DefaultAccountId"/>.
    /// </summary>
    public string? AccountId { get; init; }

    /// <summary>The access key id only.</summary>
    public override string ToString() => AccessKeyId;
}
