using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>Keys and aliases under real processes that are killed or fight.</summary>
public sealed class KeyDurabilityTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Every_acknowledged_key_survives_being_killed_at_any_moment_and_opens()
    {
        List<string> acknowledged = [];
        for (int round = 0; round < 6; round++)
        {
            using var worker = StoreWorker.Start(_store.Home, count: 0, "keys");
            for (int line = 0; line <= round * 7; line++)
            {
                acknowledged.Add(worker.ReadLine()!);
            }

            acknowledged.AddRange(worker.Kill());
            Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
        }

        using ILocalEngine engine = _store.Open();
        var stored = (await engine.Default().ListKeys()).ToDictionary(key => key.KeyArn!, key => key.KeyCheckValue!);
        Assert.All(acknowledged, line => Assert.Equal(line.Split(' ')[1], stored[line.Split(' ')[0]]));
        // A key may be there whose acknowledgement was cut off, but never half of one.
        Assert.InRange(stored.Count, acknowledged.Count, acknowledged.Count + 6);
        Assert.All(OpenedMaterial.Of(_store, stored.Keys), material => Assert.Contains(material.Length, new[] { 24, 32 }));
        Assert.Equal([$"{stored.Count}"], RawStore.Strings(_store.DatabasePath, "SELECT count(*) FROM tag"));
        AssertCountersAreRight();
    }

    [Fact]
    public async Task Eight_processes_make_delete_and_move_keys_and_aliases_and_lose_nothing()
    {
        const int Processes = 8;
        const int Rounds = 12;

        StoreWorker[] workers = [.. Enumerable.Range(0, Processes).Select(number => StoreWorker.Start(_store.Home, Rounds, "aliases", $"{number}"))];
        List<string[]> lines = [.. workers.SelectMany(worker => worker.ReadToEnd()).Select(line => line.Split(' '))];
        foreach (StoreWorker worker in workers)
        {
            worker.Dispose();
        }

        Assert.Empty(lines.Where(line => line[0] is not ("+key" or "-key" or "+alias" or "-alias" or "=alias")).Select(line => string.Join(' ', line)));
        using ILocalEngine engine = _store.Open(options => options with { TimeProvider = new MovedClock(TimeSpan.FromDays(30)) });
        List<KeySummary> keys = await engine.Default().ListKeys();
        HashSet<string> deleted = [.. lines.Where(line => line[0] == "-key").Select(line => line[1])];
        Assert.Equal(Processes * Rounds, keys.Count);
        Assert.Equal(Processes * Rounds / 2, deleted.Count);
        Assert.Equal(lines.Where(line => line[0] == "+key").Select(line => line[1]).Order(), keys.Select(key => key.KeyArn!).Order());
        Assert.All(keys, key => Assert.Equal(deleted.Contains(key.KeyArn!) ? KeyState.DeleteComplete : KeyState.CreateComplete, key.KeyState));
        // What was made and not deleted again is there, and nothing else: for each name, one of each or one more made.
        List<Alias> aliases = [.. (await engine.Default().Send(new ListAliasesRequest { MaxResults = 100 })).Aliases!];
        Assert.Equal(
            lines.Where(line => line[0] is "+alias" or "-alias")
                .GroupBy(line => line[1], line => line[0] == "+alias" ? 1 : -1)
                .Where(name => name.Sum() != 0)
                .Select(name => $"{name.Key} {name.Sum()}")
                .Order(StringComparer.Ordinal),
            aliases.Select(alias => $"{alias.AliasName} 1").Order(StringComparer.Ordinal));
        foreach (Alias alias in aliases)
        {
            string? expected = lines.LastOrDefault(line => line[0] == "=alias" && line[1] == alias.AliasName)?[2];
            if (expected is not null)
            {
                Assert.Equal(deleted.Contains(expected) ? null : expected, alias.KeyArn);
            }

            Assert.True(alias.KeyArn is null || keys.Exists(key => key.KeyArn == alias.KeyArn && key.KeyState == KeyState.CreateComplete), alias.AliasName);
        }

        Assert.Equal(["0"], RawStore.Strings(_store.DatabasePath, "SELECT count(*) FROM key WHERE state = 'DELETE_COMPLETE' AND material_sealed IS NOT NULL"));
        Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
        AssertCountersAreRight();
    }

    private void AssertCountersAreRight() => Assert.Equal(
        ["1"],
        RawStore.Strings(
            _store.DatabasePath,
            """
            SELECT keys = (SELECT count(*) FROM key WHERE state <> 'DELETE_COMPLETE') AND aliases = (SELECT count(*) FROM alias) FROM quota_use
            """));
}
