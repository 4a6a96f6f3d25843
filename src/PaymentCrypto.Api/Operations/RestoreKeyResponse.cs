using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The key, restored and disabled.</summary>
public sealed record RestoreKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
