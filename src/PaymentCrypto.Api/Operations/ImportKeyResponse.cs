using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The imported key.</summary>
public sealed record ImportKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
