using PaymentCrypto.Local.Storage.Schema;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// The tables of the store, as a list of forward migrations: entry n brings a store from version n to n + 1. An entry that has been
/// released is never edited.
/// </summary>
internal static class StoreSchema
{
    /// <summary>Marks the file as ours in SQLite's header ("PCST").</summary>
    public const int ApplicationId = 0x50435354;

    /// <summary>The version that this code reads and writes, kept in SQLite's <c>user_version</c>.</summary>
    public static int CurrentVersion => Migrations.Count;

    /// <summary>The statements of each step.</summary>
    public static IReadOnlyList<string> Migrations { get; } =
    [
        Version1.Sql,
        Version2.Sql,
    ];
}
