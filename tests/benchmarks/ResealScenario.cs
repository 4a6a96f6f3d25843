using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Benchmarks;

/// <summary>A change of the master key, which seals every secret of the store anew, in a store of 20,000 keys on the disk.</summary>
internal sealed class ResealScenario : Scenario
{
    private const int Keys = 20_000;

    public override string Name => "reseal";

    public override async Task RunAsync(Report report)
    {
        using ScratchStore scratch = new();
        using ILocalEngine engine = scratch.Open(keyPairStock: 0, new ServiceQuotas { Keys = int.MaxValue, Aliases = int.MaxValue });
        IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
        CreateKeyRequest request = new()
        {
            Exportable = true,
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = KeyUsage.Tr31P0PinEncryptionKey,
                KeyClass = KeyClass.SymmetricKey,
                KeyAlgorithm = KeyAlgorithm.Aes128,
                KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
            },
        };
        for (int made = 0; made < Keys; made++)
        {
            await service.SendAsync(request, CancellationToken.None);
        }

        for (int round = 0; round < 7; round++)
        {
            double bare = BareLoop(scratch.DatabasePath);
            double rate = Rate(() => service.SendAsync(new RotateMasterKeyRequest(), CancellationToken.None).GetAwaiter().GetResult());
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Keys:N0} secrets sealed anew: {rate:N0} a second, {rate / 20_000:0.0} times the target; the bare loop {bare:N0}, ratio {rate / bare:0.00}"));
        }
    }

    private static double Rate(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Keys / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>
    /// The yardstick: every envelope of a copy of the store is read, ciphered twice with AES-256-GCM, which is what opening and sealing cost, and
    /// written, in one transaction with the settings of the store, to the disk.
    /// </summary>
    private static double BareLoop(string database)
    {
        string copy = database + "-bare";
        using (SqliteConnection source = new($"Data Source={database};Pooling=False"))
        {
            source.Open();
            using SqliteCommand vacuum = source.CreateCommand();
            vacuum.CommandText = "VACUUM INTO $copy";
            vacuum.Parameters.AddWithValue("$copy", copy);
            vacuum.ExecuteNonQuery();
        }

        using AesGcm cipher = new(RandomNumberGenerator.GetBytes(32), 16);
        byte[] other = new byte[4096];
        double rate;
        using (SqliteConnection store = new($"Data Source={copy};Pooling=False"))
        {
            store.Open();
            Execute(store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
            long start = Stopwatch.GetTimestamp();
            using SqliteTransaction transaction = store.BeginTransaction();
            using SqliteCommand read = store.CreateCommand();
            read.CommandText = "SELECT sequence, material_sealed FROM key WHERE sequence > $after ORDER BY sequence LIMIT 1024";
            SqliteParameter after = read.Parameters.AddWithValue("$after", 0L);
            using SqliteCommand write = store.CreateCommand();
            write.CommandText = "UPDATE key SET material_sealed = $material WHERE sequence = $sequence";
            SqliteParameter material = write.Parameters.Add("$material", SqliteType.Blob);
            SqliteParameter sequence = write.Parameters.Add("$sequence", SqliteType.Integer);
            List<(long Sequence, byte[] Envelope)> page = [];
            do
            {
                page.Clear();
                using (SqliteDataReader rows = read.ExecuteReader())
                {
                    while (rows.Read())
                    {
                        page.Add((rows.GetInt64(0), (byte[])rows[1]));
                    }
                }

                foreach ((long number, byte[] envelope) in page)
                {
                    for (int time = 0; time < 2; time++)
                    {
                        RandomNumberGenerator.Fill(envelope.AsSpan(1, 12));
                        cipher.Encrypt(envelope.AsSpan(1, 12), envelope.AsSpan(13..^16), other.AsSpan(0, envelope.Length - 29), envelope.AsSpan(^16..));
                    }

                    material.Value = envelope;
                    sequence.Value = number;
                    write.ExecuteNonQuery();
                    after.Value = number;
                }
            }
            while (page.Count > 0);
            transaction.Commit();
            Execute(store, "PRAGMA wal_checkpoint(TRUNCATE)");
            rate = Keys / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        File.Delete(copy);
        return rate;
    }

    private static void Execute(SqliteConnection store, string script)
    {
        using SqliteCommand command = store.CreateCommand();
        command.CommandText = script;
        command.ExecuteNonQuery();
    }
}
