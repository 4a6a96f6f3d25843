using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>What a PIN is verified by. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PinVerificationAttributes : ApiStructure
{
    /// <summary>A PVV.</summary>
    public VisaPinVerification? VisaPin { get; init; }

    /// <summary>An IBM 3624 PIN with its offset.</summary>
    public Ibm3624PinVerification? Ibm3624Pin { get; init; }
}

/// <summary>What a PVV is verified by.</summary>
public sealed record VisaPinVerification : ApiStructure
{
    /// <summary>The PIN verification key index (PVKI), 0 to 6.</summary>
    [MemberRequired]
    [MemberRange(0, 6)]
    public int? PinVerificationKeyIndex { get; init; }

    /// <summary>The PIN verification value (PVV): 4 to 12 digits.</summary>
    [MemberRequired]
    [MemberLength(4, 12)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? VerificationValue { get; init; }
}

/// <summary>What an IBM 3624 PIN is verified by.</summary>
public sealed record Ibm3624PinVerification : ApiStructure
{
    /// <summary>The decimalisation table: 16 digits, the ones for 0 to F.</summary>
    [MemberRequired]
    [MemberLength(16, 16)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? DecimalizationTable { get; init; }

    /// <summary>The pad character: one upper-case hex digit.</summary>
    [MemberRequired]
    [MemberLength(1, 1)]
    [MemberPattern("[0-9A-F]+")]
    public string? PinValidationDataPadCharacter { get; init; }

    /// <summary>The validation data, mostly a part of the PAN: 4 to 16 digits.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PinValidationData { get; init; }

    /// <summary>The PIN offset: 4 to 12 digits.</summary>
    [MemberRequired]
    [MemberLength(4, 12)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PinOffset { get; init; }
}

/// <summary>The DUKPT key of a PIN block that is verified.</summary>
public sealed record DukptAttributes : ApiStructure
{
    /// <summary>The key serial number (KSN): 16 or 20 (TDES) or 24 (AES) hex digits.</summary>
    [MemberRequired]
    [MemberLength(16, 24)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{20}|[0-9a-fA-F]{24})")]
    public string? KeySerialNumber { get; init; }

    /// <summary>The algorithm of the derived key; one of <see cref="Api.DukptDerivationType"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(DukptDerivationType))]
    public string? DukptDerivationType { get; init; }
}
