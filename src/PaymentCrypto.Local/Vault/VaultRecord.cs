using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>The vault's one row in the store: the sealed data key and how to come by its master key.</summary>
internal sealed record VaultRecord
{
    /// <summary>The store's id, 32 hex digits.</summary>
    public required string StoreId { get; init; }

    /// <summary>One of <see cref="VaultProtection"/>.</summary>
    public required string Protection { get; init; }

    /// <summary>The master key's id, 32 hex digits.</summary>
    public required string MasterKeyId { get; init; }

    /// <summary>When the master key was made.</summary>
    public required DateTimeOffset MasterKeyCreated { get; init; }

    /// <summary>How the master key is derived; null unless it comes from a passphrase.</summary>
    public Argon2Parameters? Argon2 { get; init; }

    /// <summary>The data key under the master key; empty in memory, where nobody could open it.</summary>
    public required byte[] DataKeySealed { get; init; }

    /// <summary>The row of a store in memory.</summary>
    public static VaultRecord InMemory(SecretVault vault, DateTimeOffset now) => new()
    {
        StoreId = vault.StoreId,
        Protection = VaultProtection.Memory,
        MasterKeyId = vault.MasterKeyId,
        MasterKeyCreated = now,
        DataKeySealed = [],
    };

    /// <summary>Reads the row; null in a store that is not complete.</summary>
    public static VaultRecord? Read(StoreConnection connection) => connection.First(
        """
        SELECT store_id, protection, master_key_id, master_created_at, argon2_memory_kib, argon2_iterations, argon2_lanes, argon2_salt, data_key_sealed
        FROM vault
        """,
        row => new VaultRecord
        {
            StoreId = row.GetString(0),
            Protection = row.GetString(1),
            MasterKeyId = row.GetString(2),
            MasterKeyCreated = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            Argon2 = row.IsDBNull(7) ? null : new Argon2Parameters(row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), (byte[])row[7]),
            DataKeySealed = (byte[])row[8],
        });

    /// <summary>Writes the row, in place of any other.</summary>
    public void Write(StoreConnection connection) => connection.Execute(
        """
        INSERT OR REPLACE INTO vault
            (id, store_id, protection, master_key_id, master_created_at, argon2_memory_kib, argon2_iterations, argon2_lanes, argon2_salt, data_key_sealed)
        VALUES (1, $store, $protection, $master, $created, $memory, $iterations, $lanes, $salt, $sealed)
        """,
        ("$store", StoreId),
        ("$protection", Protection),
        ("$master", MasterKeyId),
        ("$created", MasterKeyCreated.ToUnixTimeMilliseconds()),
        ("$memory", Argon2?.MemoryKib),
        ("$iterations", Argon2?.Iterations),
        ("$lanes", Argon2?.Lanes),
        ("$salt", Argon2?.Salt),
        ("$sealed", DataKeySealed));

    /// <summary>The associated data of the data key's seal.</summary>
    public static SecretIdentity DataKeyIdentity(string storeId, string masterKeyId) => SecretIdentity.Of("vault.data_key", storeId, masterKeyId);
}
