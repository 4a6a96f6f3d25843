using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The key, disabled.</summary>
public sealed record StopKeyUsageResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
