using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Makes a new key inside the service; its material never leaves except by ExportKey.</summary>
public sealed record CreateKeyRequest() : ApiRequest<CreateKeyResponse>("CreateKey")
{
    /// <summary>What the key is and may do.</summary>
    [MemberRequired]
    public KeyAttributes? KeyAttributes { get; init; }

    /// <summary>
    /// How the key check value is computed; absent leaves the choice to the key's algorithm. One of
    /// <see cref="Api.KeyCheckValueAlgorithm"/>.
    /// </summary>
    [MemberValues(typeof(KeyCheckValueAlgorithm))]
    public string? KeyCheckValueAlgorithm { get; init; }

    /// <summary>Whether ExportKey may ever wrap it.</summary>
    [MemberRequired]
    public bool? Exportable { get; init; }

    /// <summary>Whether the key is ready for use; absent means true.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Labels, at most 200.</summary>
    [MemberLength(0, 200)]
    public IReadOnlyList<Tag>? Tags { get; init; }

    /// <summary>
    /// The usage of the keys that will be derived; only for a key agreement key. One of <see cref="Api.DeriveKeyUsage"/>.
    /// </summary>
    [MemberValues(typeof(DeriveKeyUsage))]
    public string? DeriveKeyUsage { get; init; }

    /// <summary>AWS region names.</summary>
    [MemberPattern("[a-z]{2}-[a-z]{1,16}-[0-9]+", Part = MemberPart.Items)]
    public IReadOnlyList<string>? ReplicationRegions { get; init; }
}

/// <summary>The new key.</summary>
public sealed record CreateKeyResponse : ApiResponse
{
    /// <summary>The key.</summary>
    [MemberRequired]
    public Key? Key { get; init; }
}
