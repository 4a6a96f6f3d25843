using PaymentCrypto.Api;

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
            static async (connection, cancel) => (await connection.SendAsync(new ListTokensRequest { MaxResults = MostTokens }, cancel).ConfigureAwait(false)).Tokens) ?? [];
        return from token in tokens
               where Fits(request, token)
               select new CompletionValue(
                   token.Token,
                   $"{token.Direction}, {token.KeyMaterialType}, {token.KeyAlgorithm}, {(token.Expired ? "expired" : "until")} {DisplayText.Date(token.ParametersValidUntilTimestamp.UtcDateTime)}");
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
