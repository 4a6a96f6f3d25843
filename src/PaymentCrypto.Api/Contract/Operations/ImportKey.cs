using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Imports a key or a public key certificate, in the format of the one set member of <see cref="KeyMaterial"/>.</summary>
public sealed record ImportKeyRequest() : ApiRequest<ImportKeyResponse>("ImportKey")
{
    /// <summary>The import format and its material.</summary>
    [MemberRequired]
    public ImportKeyMaterial? KeyMaterial { get; init; }

    /// <summary>
    /// How the key check value is computed; absent leaves the choice to the key's algorithm. One of
    /// <see cref="Api.KeyCheckValueAlgorithm"/>.
    /// </summary>
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }

    /// <summary>Whether the key is ready for use; absent means true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Labels, at most 200.</summary>
    [MemberLength(0, 200)]
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>AWS region names.</summary>
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? ReplicationRegions { get; init; }

    /// <summary>A note for the approvers, at most 200 characters.</summary>
    [MemberLength(0, 200)]
    [Sensitive]
    public string? RequesterComment { get; init; }
}

/// <summary>The imported key.</summary>
public sealed record ImportKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
