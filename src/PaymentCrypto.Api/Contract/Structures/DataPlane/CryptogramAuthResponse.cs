using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The method of the response cryptogram. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CryptogramAuthResponse : ApiStructure
{
    /// <summary>ARPC by method 1 of EMV book 2: 8 bytes from the response code.</summary>
    public CryptogramVerificationArpcMethod1? ArpcMethod1 { get; init; }

    /// <summary>ARPC by method 2 of EMV book 2: 4 bytes from the card status update.</summary>
    public CryptogramVerificationArpcMethod2? ArpcMethod2 { get; init; }
}

/// <summary>What an ARPC by method 1 is made from.</summary>
public sealed record CryptogramVerificationArpcMethod1 : ApiStructure
{
    /// <summary>The authorisation response code (ARC): two bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? AuthResponseCode { get; init; }
}

/// <summary>What an ARPC by method 2 is made from.</summary>
public sealed record CryptogramVerificationArpcMethod2 : ApiStructure
{
    /// <summary>The card status update (CSU): four bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(8, 8)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? CardStatusUpdate { get; init; }

    /// <summary>Proprietary authentication data, at most 8 bytes as hex.</summary>
    [MemberLength(1, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? ProprietaryAuthenticationData { get; init; }
}
