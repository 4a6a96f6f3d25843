using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>
/// Offers the tokens of the local store, newest first, with what they are for and how long: those that the command can use. The
/// service cannot list tokens.
/// </summary>
public sealed class TokenCompleter : PcCompleter
{
    private const int MostTokens = 200;

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        IReadOnlyList<TokenSummary> tokens = ProviderQuery.Run<IReadOnlyList<TokenSummary>>(
            request,
            nameof(ListTokensRequest),
            static async (connection, cancel) =>
                (await connection.SendAsync(new ListTokensRequest { MaxResults = MostTokens }, cancel).ConfigureAwait(false)).Tokens) ?? [];
        return from token in tokens
               where Fits(request, token)
               select new CompletionValue(
                   token.Token,
                   $"{token.Direction}, {token.KeyMaterialType}, {token.KeyAlgorithm}, {(token.Expired ? "expired" : "until")} "
                       + $"{DisplayText.Date(token.ParametersValidUntilTimestamp.UtcDateTime)}");
    }

    private static bool Fits(CompletionRequest request, TokenSummary token) => request.ParameterName switch
    {
        "ExportToken" => token.Direction == TokenDirection.Export && !token.Expired,
        "ImportToken" => token.Direction == TokenDirection.Import && !token.Expired && (Material(request) ?? token.KeyMaterialType) == token.KeyMaterialType,
        _ => request.Text("Direction") is not { } direction || string.Equals(direction, token.Direction, StringComparison.OrdinalIgnoreCase),
    };

    private static string? Material(CompletionRequest request) => request switch
    {
        { CommandName: "New-PcKeyCryptogram" } => KeyMaterialType.KeyCryptogram,
        { CommandName: "New-PcTr34KeyBlock" } => KeyMaterialType.Tr34KeyBlock,
        _ when request.Has("WrappedKeyCryptogram") || request.Has("WrappingSpec") => KeyMaterialType.KeyCryptogram,
        _ when request.Has("WrappedKeyBlock") || request.Has("SigningKeyCertificate") => KeyMaterialType.Tr34KeyBlock,
        _ => null,
    };
}

/// <summary>Offers the two kinds of token.</summary>
public sealed class DirectionCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DirectionCompleter()
        : base(
            new CompletionValue(TokenDirection.Import, "Tokens from Get-PcImportParameters"),
            new CompletionValue(TokenDirection.Export, "Tokens from Get-PcExportParameters"))
    {
    }
}

/// <summary>Offers the kinds of key material that are imported with a token.</summary>
public sealed class ImportMaterialCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ImportMaterialCompleter()
        : base(
            new CompletionValue(KeyMaterialType.Tr34KeyBlock, "A TR-34 key token, signed by the sender"),
            new CompletionValue(KeyMaterialType.KeyCryptogram, "A key under RSA-OAEP"))
    {
    }
}

/// <summary>Offers the kinds of key material that are exported with a token.</summary>
public sealed class ExportMaterialCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ExportMaterialCompleter()
        : base(new CompletionValue(KeyMaterialType.Tr34KeyBlock, "A TR-34 key token, signed by the service"))
    {
    }
}

/// <summary>Offers the RSA keys that a key to import can be wrapped under, for the material that is on the command line.</summary>
public sealed class WrappingKeyCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyAlgorithm.Rsa2048, "RSA with 2048 bits: carries TDES keys"),
        new(KeyAlgorithm.Rsa3072, "RSA with 3072 bits: carries TDES and AES-128 keys"),
        new(KeyAlgorithm.Rsa4096, "RSA with 4096 bits: carries TDES and AES-128 keys"),
    ];

    // For TR-34 the documentation has one algorithm; AWS's own samples use others, as the engine does unless it is told not to.
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        string.Equals(request.Text("KeyMaterialType") ?? KeyMaterialType.Tr34KeyBlock, KeyMaterialType.Tr34KeyBlock, StringComparison.OrdinalIgnoreCase)
        && PcSession.Current.Settings(ProviderQuery.ProviderOf(request)?.ProviderName) is
        {
            Name: ProviderName.Local,
            Local.Conformance: Conformance.Documented
        }
            ? Known.Take(1)
            : Known;
}

/// <summary>Offers the RSA key that the service signs an exported TR-34 token with.</summary>
public sealed class SigningKeyCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public SigningKeyCompleter()
        : base(new CompletionValue(KeyAlgorithm.Rsa2048, "RSA with 2048 bits"))
    {
    }
}
