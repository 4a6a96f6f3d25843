using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>What a key is and what it may do; fixed when it is made.</summary>
public sealed record KeyAttributes : ApiStructure
{
    /// <summary>The TR-31 key usage; one of <see cref="Api.KeyUsage"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyUsage))]
    public string? KeyUsage { get; init; }

    /// <summary>Symmetric, key pair or public key; one of <see cref="Api.KeyClass"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyClass))]
    public string? KeyClass { get; init; }

    /// <summary>The key's algorithm and length; one of <see cref="Api.KeyAlgorithm"/>.</summary>
    [MemberRequired]
    [MemberValues(typeof(KeyAlgorithm))]
    public string? KeyAlgorithm { get; init; }

    /// <summary>The modes of use.</summary>
    [MemberRequired]
    public KeyModesOfUse? KeyModesOfUse { get; init; }
}
