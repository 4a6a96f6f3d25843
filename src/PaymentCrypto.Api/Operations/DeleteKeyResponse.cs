using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The key, now awaiting deletion.</summary>
public sealed record DeleteKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
