using PaymentCrypto.Crash.Scenarios;

namespace PaymentCrypto.Crash;

/// <summary>Every scenario there is.</summary>
internal static class CrashScenarios
{
    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<CrashScenario> All { get; } =
        [.. KeyScenarios.All, .. TokenScenarios.All, .. ExchangeScenarios.All, .. RegionAndTeamScenarios.All, .. StoreScenarios.All];

    /// <summary>Operations of the engine that write nothing; everything else has a scenario.</summary>
    public static IReadOnlyList<string> ReadOnly { get; } =
    [
        "DiagnoseExchange", "GetAlias", "GetCertificateSigningRequest", "GetDefaultKeyReplicationRegions", "GetKey", "GetMpaTeamAssociation",
        "GetResourcePolicy", "ListAliases", "ListKeys", "ListMpaSessions", "ListTagsForResource", "ListTokens",
    ];

    /// <summary>One of them.</summary>
    public static CrashScenario Of(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name)
        ?? throw new ArgumentException($"There is no scenario '{name}'. Those there are: {string.Join(", ", All)}.");
}
