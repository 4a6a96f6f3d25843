using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

/// <summary>What real processes on one store must never do to each other or to themselves.</summary>
public sealed class DurabilityTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Every_acknowledged_token_survives_being_killed_at_any_moment()
    {
        List<string> acknowledged = [];
        for (int round = 0; round < 8; round++)
        {
            using var worker = StoreWorker.Start(_store.Home, count: 0);
            for (int line = 0; line <= round % 4; line++)
            {
                acknowledged.Add(worker.ReadLine()!);
            }

            acknowledged.AddRange(worker.Kill());

            IReadOnlyList<TokenSummary> stored = await StoredTokens();
            Assert.Empty(acknowledged.Except(stored.Select(token => token.Token)));
            Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
        }

        AssertNoKeyPairIsUsedTwice();
        // Reuse proves that the newest token's private key still opens after all that.
        using ILocalEngine engine = _store.Open(options => options with { TimeProvider = TimeProvider.System });
        Assert.Equal((await StoredTokens())[0].Token, (await engine.Default().ImportParameters(reuse: true)).ImportToken);
    }

    [Fact]
    public async Task Eight_processes_make_one_store_and_lose_nothing()
    {
        const int Processes = 8;
        const int TokensEach = 3;

        StoreWorker[] workers = [.. Enumerable.Range(0, Processes).Select(_ => StoreWorker.Start(_store.Home, TokensEach))];
        List<string> acknowledged = [.. workers.SelectMany(worker => worker.ReadToEnd())];
        foreach (StoreWorker worker in workers)
        {
            worker.Dispose();
        }

        IReadOnlyList<TokenSummary> stored = await StoredTokens();
        Assert.Equal(Processes * TokensEach, acknowledged.Distinct().Count());
        Assert.Equal(acknowledged.Order(), stored.Select(token => token.Token).Order());
        Assert.Equal(["1"], RawStore.Strings(_store.DatabasePath, "SELECT count(*) FROM certificate_authority"));
        Assert.Single(Directory.GetFiles(_store.Home, "master-*.key"));
        Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
        AssertNoKeyPairIsUsedTwice();
    }

    [Fact]
    public async Task A_full_disk_is_a_clear_error_and_leaves_a_whole_store()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The limit on file sizes is set by bash.");
        using (ILocalEngine engine = _store.Open(options => options with { TimeProvider = TimeProvider.System }))
        {
            _ = await engine.Default().ImportParameters();
        }

        // No file may grow beyond what the store needs by now, give or take a few tokens.
        int limit = (int)(new FileInfo(_store.DatabasePath).Length / 1024) + 24;
        using var worker = StoreWorker.StartWithFileSizeLimit(_store.Home, count: 0, limit);
        IReadOnlyList<string> lines = worker.ReadToEnd();

        Assert.StartsWith("PcStoreFull: ", lines[^1], StringComparison.Ordinal);
        Assert.Empty(lines.SkipLast(1).Except((await StoredTokens()).Select(token => token.Token)));
        Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
    }

    [Fact]
    public void On_a_full_disk_a_store_can_still_be_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The limit on file sizes is set by bash.");
        using (var maker = StoreWorker.Start(_store.Home, 3, "keys"))
        {
            Assert.Equal(3, maker.ReadToEnd().Count);
        }

        // Less than the index of the write-ahead log needs, which every connection makes that shares the store.
        using var worker = StoreWorker.StartWithFileSizeLimit(_store.Home, count: 1, 16, "read");

        IReadOnlyList<string> lines = worker.ReadToEnd();
        Assert.Equal(3, lines.Count);
        Assert.All(lines, static line => Assert.StartsWith("arn:aws:payment-cryptography:", line, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<TokenSummary>> StoredTokens()
    {
        using ILocalEngine engine = _store.Open();
        return await engine.Default().Tokens();
    }

    private void AssertNoKeyPairIsUsedTwice()
    {
        List<string> used = RawStore.Strings(_store.DatabasePath, "SELECT public_key_hash FROM token");
        Assert.Equal(used.Count, used.Distinct().Count());
        IEnumerable<string> ready = RawStore.Strings(_store.DatabasePath, "SELECT public_key FROM key_pair_stock")
            .Select(key => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Convert.FromHexString(key))));
        Assert.Empty(used.Intersect(ready));
    }
}
