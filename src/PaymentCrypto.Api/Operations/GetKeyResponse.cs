using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The key's metadata.</summary>
public sealed record GetKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
