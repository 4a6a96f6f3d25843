using System.Text.Json.Serialization;
using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>The algorithm of a MAC. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record MacAttributes : ApiStructure
{
    /// <summary>A MAC under a static key; one of <see cref="Api.MacAlgorithm"/>.</summary>
    [MemberValues(typeof(MacAlgorithm))]
    public string? Algorithm { get; init; }

    /// <summary>A MAC of secure messaging under an EMV session key.</summary>
    public MacAlgorithmEmv? EmvMac { get; init; }

    /// <summary>ISO 9797-1 algorithm 1 under a DUKPT key.</summary>
    public MacAlgorithmDukpt? DukptIso9797Algorithm1 { get; init; }

    /// <summary>ISO 9797-1 algorithm 3 (retail MAC) under a DUKPT key.</summary>
    public MacAlgorithmDukpt? DukptIso9797Algorithm3 { get; init; }

    /// <summary>CMAC under a DUKPT key.</summary>
    public MacAlgorithmDukpt? DukptCmac { get; init; }
}

/// <summary>The DUKPT key of a MAC.</summary>
public sealed record MacAlgorithmDukpt : ApiStructure
{
    /// <summary>The key serial number (KSN): 16 or 20 (TDES) or 24 (AES) hex digits.</summary>
    [MemberRequired]
    [MemberLength(16, 24)]
    [MemberPattern("(?:[0-9a-fA-F]{16}|[0-9a-fA-F]{20}|[0-9a-fA-F]{24})")]
    public string? KeySerialNumber { get; init; }

    /// <summary>The direction that the derived key is for; one of <see cref="Api.DukptKeyVariant"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(DukptKeyVariant))]
    public string? DukptKeyVariant { get; init; }

    /// <summary>The algorithm of the derived key; one of <see cref="Api.DukptDerivationType"/>.</summary>
    [MemberValues(typeof(DukptDerivationType))]
    public string? DukptDerivationType { get; init; }
}

/// <summary>The EMV session key of a MAC.</summary>
public sealed record MacAlgorithmEmv : ApiStructure
{
    /// <summary>How the card key comes from the issuer's; one of <see cref="Api.MajorKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(MajorKeyDerivationMode))]
    public string? MajorKeyDerivationMode { get; init; }

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

    /// <summary>How the session key is derived; one of <see cref="Api.SessionKeyDerivationMode"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(SessionKeyDerivationMode))]
    public string? SessionKeyDerivationMode { get; init; }

    /// <summary>What the session key is derived from.</summary>
    [MemberRequired]
    public SessionKeyDerivationValue? SessionKeyDerivationValue { get; init; }
}

/// <summary>What a session key of a MAC is derived from. Exactly one member is set.</summary>
[Union]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SessionKeyDerivationValue : ApiStructure
{
    /// <summary>The application cryptogram: 8 bytes as hex.</summary>
    [MemberLength(16, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    [Sensitive]
    public string? ApplicationCryptogram { get; init; }

    /// <summary>The application transaction counter (ATC) as hex.</summary>
    [MemberLength(4, 4)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? ApplicationTransactionCounter { get; init; }
}
