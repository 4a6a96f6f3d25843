using PaymentCrypto.Api;
using PaymentCrypto.Local;

namespace PaymentCrypto.Crash.Scenarios;

/// <summary>Import and export tokens.</summary>
internal static class TokenScenarios
{
    private static readonly TimeSpan Later = TimeSpan.FromDays(60);

    private static readonly GetParametersForImportRequest Import =
        new() { KeyMaterialType = KeyMaterialType.Tr34KeyBlock, WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048 };

    /// <summary>All of them.</summary>
    public static IEnumerable<CrashScenario> All =>
    [
        new("import-token", "GetParametersForImport", static stage => stage.Send(Import)),
        new("first-token", "GetParametersForImport", static stage => stage.Send(Import, "eu-west-1")) { MakesFirst = "certificate_authority" },
        new("export-token", "GetParametersForExport", static stage => stage.Send(
            new GetParametersForExportRequest { KeyMaterialType = KeyMaterialType.Tr34KeyBlock, SigningKeyAlgorithm = KeyAlgorithm.Rsa2048 })),
        new("revoke-token", "RevokeToken", static stage => stage.Send(new RevokeTokenRequest { Token = stage.Facts["import-token"] })),
        new("purge-tokens", "PurgeExpiredTokens", static stage => stage.Send(new PurgeExpiredTokensRequest()))
        {
            Options = static options => options with { TimeProvider = new MovedClock(Later) },
            // What falls due by then goes beforehand.
            Prepare = static root => new LocalEngineFactory().Open(root.Options with { TimeProvider = new MovedClock(Later) }).Dispose(),
        },
    ];
}
