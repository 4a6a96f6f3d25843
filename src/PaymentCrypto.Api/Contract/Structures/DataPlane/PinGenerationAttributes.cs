using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The PIN data to generate. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PinGenerationAttributes : ApiStructure
{
    /// <summary>A PVV.</summary>
    public VisaPin? VisaPin { get; init; }

    /// <summary>The PVV of a PIN that is given.</summary>
    public VisaPinVerificationValue? VisaPinVerificationValue { get; init; }

    /// <summary>The offset of a PIN that is given.</summary>
    public Ibm3624PinOffset? Ibm3624PinOffset { get; init; }

    /// <summary>The natural PIN.</summary>
    public Ibm3624NaturalPin? Ibm3624NaturalPin { get; init; }

    /// <summary>A random PIN and its offset.</summary>
    public Ibm3624RandomPin? Ibm3624RandomPin { get; init; }

    /// <summary>The PIN of an offset.</summary>
    public Ibm3624PinFromOffset? Ibm3624PinFromOffset { get; init; }
}

/// <summary>A random PIN and its PVV.</summary>
public sealed record VisaPin : ApiStructure
{
    /// <summary>The PIN verification key index (PVKI), 0 to 6.</summary>
    [MemberRequired]
    [MemberRange(0, 6)]
    public int? PinVerificationKeyIndex { get; init; }
}

/// <summary>The PVV of a PIN that is given.</summary>
public sealed record VisaPinVerificationValue : ApiStructure
{
    /// <summary>The encrypted PIN block: 8 (TDES) or 16 (AES) bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 32)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? EncryptedPinBlock { get; init; }

    /// <summary>The PIN verification key index (PVKI), 0 to 6.</summary>
    [MemberRequired]
    [MemberRange(0, 6)]
    public int? PinVerificationKeyIndex { get; init; }
}

/// <summary>What the offset of a given PIN is made from.</summary>
public sealed record Ibm3624PinOffset : ApiStructure
{
    /// <summary>The encrypted PIN block: 8 (TDES) or 16 (AES) bytes as hex.</summary>
    [MemberRequired]
    [MemberLength(16, 32)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? EncryptedPinBlock { get; init; }

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
}

/// <summary>What a natural PIN is made from.</summary>
public sealed record Ibm3624NaturalPin : ApiStructure
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
}

/// <summary>What a random PIN and its offset are made from.</summary>
public sealed record Ibm3624RandomPin : ApiStructure
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
}

/// <summary>What a PIN is made from when its offset is known.</summary>
public sealed record Ibm3624PinFromOffset : ApiStructure
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

/// <summary>What is kept for the verification of a PIN. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PinData : ApiStructure
{
    /// <summary>The PIN offset: 4 to 12 digits.</summary>
    [MemberLength(4, 12)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? PinOffset { get; init; }

    /// <summary>The PIN verification value (PVV): 4 to 12 digits.</summary>
    [MemberLength(4, 12)]
    [MemberPattern("[0-9]+")]
    [Sensitive]
    public string? VerificationValue { get; init; }
}
