using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

/// <summary>Short forms of the calls that many tests make.</summary>
internal static class Engines
{
    public static IPaymentCryptography Default(this ILocalEngine engine) =>
        engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion));

    public static Task<GetParametersForImportResponse> ImportParameters(
        this IPaymentCryptography service, bool reuse = false, string type = KeyMaterialType.Tr34KeyBlock, string algorithm = KeyAlgorithm.Rsa2048) =>
        service.SendAsync(
            new GetParametersForImportRequest { KeyMaterialType = type, WrappingKeyAlgorithm = algorithm, ReuseLastGeneratedToken = reuse },
            TestContext.Current.CancellationToken);

    public static Task<GetParametersForExportResponse> ExportParameters(
        this IPaymentCryptography service, bool reuse = false, string type = KeyMaterialType.Tr34KeyBlock, string algorithm = KeyAlgorithm.Rsa2048) =>
        service.SendAsync(
            new GetParametersForExportRequest { KeyMaterialType = type, SigningKeyAlgorithm = algorithm, ReuseLastGeneratedToken = reuse },
            TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<TokenSummary>> Tokens(this IPaymentCryptography service) =>
        (await service.SendAsync(new ListTokensRequest { MaxResults = 1000 }, TestContext.Current.CancellationToken)).Tokens;
}
