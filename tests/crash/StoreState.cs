using System.Security;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Stores;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Crash;

/// <summary>Everything a store says: its rows, and the secrets behind them.</summary>
/// <param name="Rows">Table, then the columns as SQL literals; sorted.</param>
/// <param name="Secrets">What may be in no file: key materials, the data key.</param>
internal sealed record StoreState(IReadOnlyList<string[]> Rows, IReadOnlyList<byte[]> Secrets)
{
    private const int LongestSymmetric = 64;
    private const int LongestCurve = 600;
    private const int SliceLength = 32;

    /// <summary>A directory without a store.</summary>
    public static readonly StoreState Missing = new([], []);

    /// <summary>Every value.</summary>
    public IEnumerable<string> Values => Rows.SelectMany(static row => row);

    /// <summary>Opens a store as the next process would, which undoes what was begun, and reads it.</summary>
    public static StoreState Read(CrashRoot root, SecureString? passphrase)
    {
        if (!File.Exists(root.Location.DatabasePath))
        {
            return Missing;
        }

        using var store = LocalStore.Open(root.Options with { Passphrase = passphrase });
        return store.Database.ReadConsistently(connection => new StoreState(RowsOf(connection), SecretsOf(connection, store.Vault)));
    }

    /// <summary>
    /// The rows with every value that another run would not have, such as the id of a new key, replaced by its kind.
    /// </summary>
    /// <param name="known">The values that every run has.</param>
    /// <param name="isIncluded">Says of the name of a table, as an SQL literal, whether its rows count.</param>
    public string Canonical(HashSet<string> known, Func<string, bool>? isIncluded = null) => string.Join('\n', Rows
        .Where(row => isIncluded?.Invoke(row[0]) ?? true)
        .Select(row => string.Join('|', row.Select(value => known.Contains(value) ? value : KindOf(value))))
        .Order(StringComparer.Ordinal));

    private static string KindOf(string literal) => literal[0] switch { 'X' => "<bytes>", '\'' => "<text>", _ => "<number>" };

    private static List<string[]> RowsOf(StoreConnection connection)
    {
        List<string[]> rows = [];
        foreach (string table in connection.All("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", static row => row.GetString(0)))
        {
            List<string> columns = connection.All($"SELECT name FROM pragma_table_info('{table}')", static row => row.GetString(0));
            string quoted = string.Join(", ", columns.Select(static column => $"quote(\"{column}\")"));
            rows.AddRange(connection.All($"SELECT {quoted} FROM \"{table}\"", row => (string[])[$"'{table}'", .. Values(row)]));
        }

        return rows;

        static IEnumerable<string> Values(SqliteDataReader row)
        {
            for (int column = 0; column < row.FieldCount; column++)
            {
                yield return row.GetString(column);
            }
        }
    }

    private static List<byte[]> SecretsOf(StoreConnection connection, SecretVault vault)
    {
        List<byte[]> secrets = [vault.DataKeyBytes.ToArray()];
        foreach ((string account, string region, string id) in connection.All(
            "SELECT account_id, region, key_id FROM key WHERE material_sealed IS NOT NULL AND key_class <> 'PUBLIC_KEY'",
            static row => (row.GetString(0), row.GetString(1), row.GetString(2))))
        {
            KeyRecord key = KeyTable.Find(connection, new AccountScope(account, region), id)!;
            using SecretBuffer material = vault.Open(key.MaterialSealed, key.Identity, id);
            secrets.Add(SliceOf(material.Span));
        }

        return secrets;
    }

    /// <summary>A part of a key that gives it away. A key pair begins with its public half, which certificates show.</summary>
    public static byte[] SliceOf(ReadOnlySpan<byte> material) => material.Length switch
    {
        <= LongestSymmetric => material.ToArray(),
        // PKCS#8 of a curve: the private number stands behind at most 36 bytes of headers.
        <= LongestCurve => material.Slice(40, 24).ToArray(),
        _ => material.Slice(material.Length * 6 / 10, SliceLength).ToArray(),
    };
}
