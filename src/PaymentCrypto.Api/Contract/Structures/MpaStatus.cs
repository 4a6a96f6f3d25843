using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The state of a multi-party approval session.</summary>
public sealed record MpaStatus : ApiStructure
{
    /// <summary>The ARN of the approval session.</summary>
    [MemberRequired]
    [MemberLength(20, 2048)]
    [MemberPattern("arn:aws(-[^:]+)?:mpa:[a-z0-9-]{1,20}:[0-9]{12}:session/[a-zA-Z0-9._-]+/[a-zA-Z0-9_-]+")]
    public string? MpaSessionArn { get; init; }

    /// <summary>The state; one of <see cref="Api.SessionStatus"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(SessionStatus))]
    public string? Status { get; init; }

    /// <summary>When approval was asked for.</summary>
    [MemberRequired]
    public DateTimeOffset? InitiationDate { get; init; }

    /// <summary>What there is to say about the state.</summary>
    [MemberLength(0, 1000)]
    public string? StatusMessage { get; init; }
}
