using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>What ListKeys tells about a key.</summary>
public sealed record KeySummary : ApiStructure
{
    /// <summary>The full ARN of the key.</summary>
    [MemberRequired]
    [MemberLength(70, 150)]
    [MemberPattern("arn:aws:payment-cryptography:[a-z]{2}-[a-z]{1,16}-[0-9]+:[0-9]{12}:key/[0-9a-zA-Z]{16,64}")]
    public string? KeyArn { get; init; }

    /// <summary>The key's state; one of <see cref="Api.KeyState"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyState))]
    public string? KeyState { get; init; }

    /// <summary>What the key is and may do.</summary>
    [MemberRequired]
    public KeyAttributes? KeyAttributes { get; init; }

    /// <summary>The key check value: 4 to 16 hex digits, written in upper case.</summary>
    [MemberRequired]
    [MemberLength(4, 16)]
    [MemberPattern("[0-9a-fA-F]+")]
    public string? KeyCheckValue { get; init; }

    /// <summary>Whether ExportKey may wrap it.</summary>
    [MemberRequired]
    public bool? Exportable { get; init; }

    /// <summary>Whether the key is ready for use.</summary>
    [MemberRequired]
    public bool? Enabled { get; init; }

    /// <summary>Primary or replica; absent on a key of one region. One of <see cref="Api.MultiRegionKeyType"/>.</summary>
    [MemberValues(typeof(MultiRegionKeyType))]
    public string? MultiRegionKeyType { get; init; }

    /// <summary>The region of the primary key; absent on a key of one region.</summary>
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+")]
    public string? PrimaryRegion { get; init; }
}
