using PaymentCrypto.Api.Constraints;

namespace PaymentCrypto.Api;

/// <summary>Import of a key under RSA-OAEP. The cryptogram says nothing about the key, so the attributes come beside it.</summary>
public sealed record ImportKeyCryptogram : ApiStructure
{
    /// <summary>What the key is and may do.</summary>
    [MemberRequired]
    public KeyAttributes? KeyAttributes { get; init; }

    /// <summary>Whether ExportKey may ever wrap it.</summary>
    [MemberRequired]
    public bool? Exportable { get; init; }

    /// <summary>The wrapped key as upper-case hex.</summary>
    [MemberRequired]
    [MemberLength(16, 4096)]
    [MemberPattern("[0-9A-F]+")]
    [Sensitive]
    public string? WrappedKeyCryptogram { get; init; }

    /// <summary>The token of GetParametersForImport. An empty string means absent.</summary>
    [MemberRequired]
    [MemberPattern("(import-token-[0-9a-zA-Z]{16,64})?")]
    public string? ImportToken { get; init; }

    /// <summary>The padding and its hash; one of <see cref="Api.WrappingKeySpec"/>.</summary>
    [MemberValues(typeof(WrappingKeySpec))]
    public string? WrappingSpec { get; init; }
}
