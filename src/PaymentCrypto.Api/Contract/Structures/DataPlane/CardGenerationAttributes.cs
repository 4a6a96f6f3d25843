using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The card validation data to generate. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CardGenerationAttributes : ApiStructure
{
    /// <summary>The American Express card security code, version 1.</summary>
    public AmexCardSecurityCodeVersion1? AmexCardSecurityCodeVersion1 { get; init; }

    /// <summary>The American Express card security code, version 2.</summary>
    public AmexCardSecurityCodeVersion2? AmexCardSecurityCodeVersion2 { get; init; }

    /// <summary>CVV or CVC of the magnetic stripe.</summary>
    public CardVerificationValue1? CardVerificationValue1 { get; init; }

    /// <summary>CVV2 or CVC2 printed on the card.</summary>
    public CardVerificationValue2? CardVerificationValue2 { get; init; }

    /// <summary>The cardholder verification value.</summary>
    public CardHolderVerificationValue? CardHolderVerificationValue { get; init; }

    /// <summary>The dynamic CVC3.</summary>
    public DynamicCardVerificationCode? DynamicCardVerificationCode { get; init; }

    /// <summary>The dynamic dCVV.</summary>
    public DynamicCardVerificationValue? DynamicCardVerificationValue { get; init; }
}

/// <summary>The card validation data to verify. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CardVerificationAttributes : ApiStructure
{
    /// <summary>The American Express card security code, version 1.</summary>
    public AmexCardSecurityCodeVersion1? AmexCardSecurityCodeVersion1 { get; init; }

    /// <summary>The American Express card security code, version 2.</summary>
    public AmexCardSecurityCodeVersion2? AmexCardSecurityCodeVersion2 { get; init; }

    /// <summary>CVV or CVC of the magnetic stripe.</summary>
    public CardVerificationValue1? CardVerificationValue1 { get; init; }

    /// <summary>CVV2 or CVC2 printed on the card.</summary>
    public CardVerificationValue2? CardVerificationValue2 { get; init; }

    /// <summary>The cardholder verification value.</summary>
    public CardHolderVerificationValue? CardHolderVerificationValue { get; init; }

    /// <summary>The dynamic CVC3.</summary>
    public DynamicCardVerificationCode? DynamicCardVerificationCode { get; init; }

    /// <summary>The dynamic dCVV.</summary>
    public DynamicCardVerificationValue? DynamicCardVerificationValue { get; init; }

    /// <summary>The dynamic code of Discover.</summary>
    public DiscoverDynamicCardVerificationCode? DiscoverDynamicCardVerificationCode { get; init; }
}

/// <summary>What an American Express card security code of version 1 is made from.</summary>
public sealed record AmexCardSecurityCodeVersion1 : ApiStructure
{
    /// <summary>The expiry date as four digits, in the order that the card's code was made with (MMYY or YYMM).</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? CardExpiryDate { get; init; }
}

/// <summary>What an American Express card security code of version 2 is made from.</summary>
public sealed record AmexCardSecurityCodeVersion2 : ApiStructure
{
    /// <summary>The expiry date as four digits, in the order that the card's code was made with (MMYY or YYMM).</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? CardExpiryDate { get; init; }

    /// <summary>The service code: three digits.</summary>
    [MemberRequired]
    [MemberLength(3, 3)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? ServiceCode { get; init; }
}

/// <summary>What a CVV or CVC of the magnetic stripe is made from.</summary>
public sealed record CardVerificationValue1 : ApiStructure
{
    /// <summary>The expiry date as four digits, in the order that the card's code was made with (MMYY or YYMM).</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? CardExpiryDate { get; init; }

    /// <summary>The service code: three digits.</summary>
    [MemberRequired]
    [MemberLength(3, 3)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? ServiceCode { get; init; }
}

/// <summary>What a CVV2 or CVC2 is made from.</summary>
public sealed record CardVerificationValue2 : ApiStructure
{
    /// <summary>The expiry date as four digits, in the order that the card's code was made with (MMYY or YYMM).</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? CardExpiryDate { get; init; }
}

/// <summary>What a cardholder verification value is made from.</summary>
public sealed record CardHolderVerificationValue : ApiStructure
{
    /// <summary>The unpredictable number of the terminal as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 8)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? UnpredictableNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}

/// <summary>What a CVC3 is made from.</summary>
public sealed record DynamicCardVerificationCode : ApiStructure
{
    /// <summary>The unpredictable number of the terminal as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 8)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? UnpredictableNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }

    /// <summary>The track data as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 160)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? TrackData { get; init; }
}

/// <summary>What a dCVV is made from.</summary>
public sealed record DynamicCardVerificationValue : ApiStructure
{
    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The expiry date as four digits, in the order that the card's code was made with (MMYY or YYMM).</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? CardExpiryDate { get; init; }

    /// <summary>The service code: three digits.</summary>
    [MemberRequired]
    [MemberLength(3, 3)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? ServiceCode { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}

/// <summary>What a dynamic code of Discover is made from.</summary>
public sealed record DiscoverDynamicCardVerificationCode : ApiStructure
{
    /// <summary>The expiry date as four digits, in the order that the card's code was made with (MMYY or YYMM).</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? CardExpiryDate { get; init; }

    /// <summary>The unpredictable number of the terminal as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 8)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? UnpredictableNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(2, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}
