using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The half of an AS2805 key encryption key validation. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record As2805KekValidationType : ApiStructure
{
    /// <summary>Makes a new random key to be sent.</summary>
    public KekValidationRequest? KekValidationRequest { get; init; }

    /// <summary>Answers with the inverse of a random key that was received.</summary>
    public KekValidationResponse? KekValidationResponse { get; init; }
}

/// <summary>The first half: a new random key.</summary>
public sealed record KekValidationRequest : ApiStructure
{
    /// <summary>The algorithm of the derived key; one of <see cref="Api.SymmetricKeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(SymmetricKeyAlgorithm))]
    public string? DeriveKeyAlgorithm { get; init; }

    /// <summary>The length of the random key; one of <see cref="Api.RandomKeyMaxLength"/>.</summary>
    [MemberValues(typeof(RandomKeyMaxLength))]
    public string? RandomKeyMaxLength { get; init; }
}

/// <summary>The second half: the inverse of a received random key.</summary>
public sealed record KekValidationResponse : ApiStructure
{
    /// <summary>The random key to send (KRs), encrypted: 8, 16 or 24 bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 48)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{32}|[0-9a-fA-F]{48})")]
    [Sensitive]
    public string? RandomKeySend { get; init; }
}
