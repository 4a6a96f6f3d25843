using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>A label on a key.</summary>
public sealed record Tag : ApiStructure
{
    /// <summary>The tag's key, 1 to 128 characters; case matters.</summary>
    [MemberRequired]
    [MemberLength(1, 128)]
    public string? Key { get; init; }

    /// <summary>The value, 1 to 256 characters.</summary>
    [MemberRequired]
    [MemberLength(1, 256)]
    public string? Value { get; init; }
}
