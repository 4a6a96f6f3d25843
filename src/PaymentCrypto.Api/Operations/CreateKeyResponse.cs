using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The new key.</summary>
public sealed record CreateKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
