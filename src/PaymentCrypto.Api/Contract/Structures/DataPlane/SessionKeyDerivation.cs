using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The session key of a cryptogram. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionKeyDerivation : ApiStructure
{
    /// <summary>The common session key of EMV book 2, A1.3.1.</summary>
    public SessionKeyEmvCommon? EmvCommon { get; init; }

    /// <summary>Mastercard.</summary>
    public SessionKeyMastercard? Mastercard { get; init; }

    /// <summary>The EMV2000 tree of session keys.</summary>
    public SessionKeyEmv2000? Emv2000 { get; init; }

    /// <summary>American Express.</summary>
    public SessionKeyAmex? Amex { get; init; }

    /// <summary>Visa.</summary>
    public SessionKeyVisa? Visa { get; init; }

    /// <summary>UnionPay.</summary>
    public SessionKeyUnionPay? UnionPay { get; init; }
}

/// <summary>A common EMV session key.</summary>
public sealed record SessionKeyEmvCommon : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}

/// <summary>The session key of Mastercard.</summary>
public sealed record SessionKeyMastercard : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }

    /// <summary>The unpredictable number of the terminal as hex.</summary>
    [MemberRequired]
    [MemberLength(8, 8)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? UnpredictableNumber { get; init; }
}

/// <summary>An EMV2000 session key.</summary>
public sealed record SessionKeyEmv2000 : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}

/// <summary>The session key of American Express.</summary>
public sealed record SessionKeyAmex : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }
}

/// <summary>The session key of Visa.</summary>
public sealed record SessionKeyVisa : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }
}

/// <summary>The session key of UnionPay.</summary>
public sealed record SessionKeyUnionPay : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }

    /// <summary>The PAN sequence number: two digits.</summary>
    [MemberRequired]
    [MemberLength(2, 2)]
    [MemberPattern("[0-9]+")]
    public string? PanSequenceNumber { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberRequired]
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}
