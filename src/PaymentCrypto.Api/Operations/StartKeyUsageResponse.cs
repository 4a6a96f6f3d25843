using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The key, enabled.</summary>
public sealed record StartKeyUsageResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
