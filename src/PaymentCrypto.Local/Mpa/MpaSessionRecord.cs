using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Mpa;

/// <summary>One approval session as it is stored.</summary>
internal sealed record MpaSessionRecord
{
    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its account and region.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>One of <see cref="MpaSessionSubject"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>The protected operation; one of <see cref="MpaOperation"/>.</summary>
    public required string Action { get; init; }

    /// <summary>Its state.</summary>
    public required MpaStatus Status { get; init; }

    /// <summary>What the requester wrote for the approvers.</summary>
    public string? Comment { get; init; }

    /// <summary>The key that waits for approval.</summary>
    public string? KeyId { get; init; }

    /// <summary>The team that is to take over.</summary>
    public string? TeamArn { get; init; }
}
