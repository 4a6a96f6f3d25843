using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The format of a PIN block that is translated. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TranslationIsoFormats : ApiStructure
{
    /// <summary>ISO 9564-1 format 0.</summary>
    public TranslationPinDataIsoFormat034? IsoFormat0 { get; init; }

    /// <summary>ISO 9564-1 format 1.</summary>
    public TranslationPinDataIsoFormat1? IsoFormat1 { get; init; }

    /// <summary>ISO 9564-1 format 3.</summary>
    public TranslationPinDataIsoFormat034? IsoFormat3 { get; init; }

    /// <summary>ISO 9564-1 format 4, under AES.</summary>
    public TranslationPinDataIsoFormat034? IsoFormat4 { get; init; }

    /// <summary>The PIN block of AS2805.</summary>
    public TranslationPinDataAs2805Format0? As2805Format0 { get; init; }
}

/// <summary>A PIN block with the PAN in it: ISO 9564-1 format 0, 3 or 4.</summary>
public sealed record TranslationPinDataIsoFormat034 : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }
}

/// <summary>A PIN block without a PAN: ISO 9564-1 format 1. It has no members.</summary>
public sealed record TranslationPinDataIsoFormat1 : ApiStructure;

/// <summary>A PIN block of AS2805.</summary>
public sealed record TranslationPinDataAs2805Format0 : ApiStructure
{
    /// <summary>The PAN: 12 to 19 digits.</summary>
    [MemberRequired]
    [MemberLength(12, 19)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PrimaryAccountNumber { get; init; }
}

/// <summary>The DUKPT key of a PIN block that is translated.</summary>
public sealed record DukptDerivationAttributes : ApiStructure
{
    /// <summary>The key serial number (KSN): 16 or 20 (TDES) or 24 (AES) hex digits.</summary>
    [MemberRequired]
    [MemberLength(16, 24)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{20}|[0-9a-fA-F]{24})")]
    public string? KeySerialNumber { get; init; }

    /// <summary>The algorithm of the derived key; absent leaves it to the base derivation key. One of <see cref="Api.DukptDerivationType"/>.</summary>
    [MemberValues(typeof(DukptDerivationType))]
    public string? DukptKeyDerivationType { get; init; }

    /// <summary>The direction that the derived key is for; one of <see cref="Api.DukptKeyVariant"/>.</summary>
    [MemberValues(typeof(DukptKeyVariant))]
    public string? DukptKeyVariant { get; init; }
}

/// <summary>The transaction that an AS2805 PIN encryption key is derived from.</summary>
public sealed record As2805PekDerivationAttributes : ApiStructure
{
    /// <summary>The system trace audit number (STAN): six digits.</summary>
    [MemberRequired]
    [MemberLength(6, 6)]
    [MemberPattern("[0-9]+")]
    public string? SystemTraceAuditNumber { get; init; }

    /// <summary>The amount: twelve digits.</summary>
    [MemberRequired]
    [MemberLength(12, 12)]
    [MemberPattern("[0-9]+")]
    public string? TransactionAmount { get; init; }
}
