using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Export of the initial key (IPEK or IK) of one terminal instead of the base derivation key.</summary>
public sealed record ExportDukptInitialKey : ApiStructure
{
    /// <summary>The terminal's initial key serial number: 20 (TDES) or 24 (AES) upper-case hex digits.</summary>
    [MemberRequired]
    [MemberLength(20, 24)]
    [MemberPattern("[0-9A-F]{20}$|^[0-9A-F]{24}")]
    public string? KeySerialNumber { get; init; }
}
