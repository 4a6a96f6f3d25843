using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

/// <summary>A store that cannot be used gives a typed error that names it, and is left as it was.</summary>
public sealed class StoreFailureTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    public static TheoryData<string> Damage => ["random bytes", "a text file", "an empty file", "the first 50 bytes of a store"];

    [Theory]
    [MemberData(nameof(Damage))]
    public void A_damaged_store_is_refused_and_not_touched(string damage)
    {
        MakeStore();
        byte[] damaged = damage switch
        {
            "random bytes" => System.Security.Cryptography.RandomNumberGenerator.GetBytes(8192),
            "a text file" => "this is not a database, and it is longer than the header of one, which has one hundred bytes in all......"u8.ToArray(),
            "an empty file" => [],
            _ => File.ReadAllBytes(_store.DatabasePath)[..50],
        };
        File.WriteAllBytes(_store.DatabasePath, damaged);

        AssertRefused(StoreFailure.Corrupt, "PcStoreCorrupt", ErrorKind.CorruptData);
        Assert.Equal(damaged, File.ReadAllBytes(_store.DatabasePath));
    }

    [Fact]
    public void A_store_whose_inside_is_damaged_is_refused()
    {
        MakeStore();
        byte[] bytes = File.ReadAllBytes(_store.DatabasePath);
        // Behind the header, the first page is the table of contents.
        bytes.AsSpan(100, 3000).Fill(0xA5);
        File.WriteAllBytes(_store.DatabasePath, bytes);

        AssertRefused(StoreFailure.Corrupt, "PcStoreCorrupt", ErrorKind.CorruptData);
    }

    [Fact]
    public void A_store_from_a_newer_version_is_refused_and_not_touched()
    {
        MakeStore();
        RawStore.Execute(_store.DatabasePath, "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] before = File.ReadAllBytes(_store.DatabasePath);

        StoreException error = AssertRefused(StoreFailure.TooNew, "PcStoreTooNew", ErrorKind.NotSupported);

        Assert.Contains("999", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_store.DatabasePath));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_not_touched()
    {
        Directory.CreateDirectory(_store.Home);
        RawStore.Execute(_store.DatabasePath, "CREATE TABLE contacts (name TEXT)");
        byte[] before = File.ReadAllBytes(_store.DatabasePath);

        AssertRefused(StoreFailure.Foreign, "PcStoreForeign", ErrorKind.NotSupported);
        Assert.Equal(before, File.ReadAllBytes(_store.DatabasePath));
    }

    [Fact]
    public async Task A_writer_that_does_not_let_go_is_reported_after_the_timeout()
    {
        using ILocalEngine engine = _store.Open(options => options with { BusyTimeout = TimeSpan.FromMilliseconds(50) });
        _ = await engine.Default().ImportParameters();
        using SqliteConnection other = RawStore.Open(_store.DatabasePath);
        RawStore.Execute(other, "BEGIN IMMEDIATE");

        StoreException error = await Assert.ThrowsAsync<StoreException>(() => engine.Default().ImportParameters());

        Assert.Equal("PcStoreBusy", error.ErrorId);
        Assert.Equal(ErrorKind.Busy, error.Kind);
        RawStore.Execute(other, "ROLLBACK");
        Assert.Single(await engine.Default().Tokens());
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_reported_with_its_name()
    {
        string file = Path.Combine(_store.Directory, "a-file");
        File.WriteAllText(file, "");
        string impossible = Path.Combine(file, "store");

        StoreException error = Assert.Throws<StoreException>(() => _store.Open(options => options with { Directory = impossible }));

        Assert.Equal("PcStoreInaccessible", error.ErrorId);
        Assert.Contains(impossible, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_never_counted_goes_when_the_store_is_opened()
    {
        MakeStore();
        // As a restore leaves it that was killed before its journal was on the disk: SQLite takes no notice of one that begins with zeros.
        File.WriteAllBytes(_store.DatabasePath + "-journal", new byte[512]);

        _store.Open().Dispose();

        Assert.False(File.Exists(_store.DatabasePath + "-journal"));
    }

    [Fact]
    public void An_empty_path_is_a_configuration_error() =>
        Assert.Equal("PcStorePathInvalid", Assert.Throws<InvalidConfigurationException>(() => _store.Open(options => options with { Directory = "" })).ErrorId);

    [Theory]
    [InlineData("12345678901", "us-east-1", "PcAccountIdInvalid")]
    [InlineData("12345678901x", "us-east-1", "PcAccountIdInvalid")]
    [InlineData("١٢٣٤٥٦٧٨٩٠١٢", "us-east-1", "PcAccountIdInvalid")]
    [InlineData("123456789012\n", "us-east-1", "PcAccountIdInvalid")]
    [InlineData("123456789012", "mars", "PcRegionInvalid")]
    [InlineData("123456789012", "US-EAST-1", "PcRegionInvalid")]
    public void A_bad_account_or_region_is_named(string account, string region, string errorId)
    {
        InvalidConfigurationException error = Assert.Throws<InvalidConfigurationException>(() => new AccountScope(account, region));

        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(errorId == "PcRegionInvalid" ? region : account, error.Message, StringComparison.Ordinal);
    }

    private void MakeStore() => _store.Open().Dispose();

    private StoreException AssertRefused(StoreFailure failure, string errorId, ErrorKind kind)
    {
        StoreException error = Assert.Throws<StoreException>(() => _store.Open());
        Assert.Equal((failure, errorId, kind), (error.Failure, error.ErrorId, error.Kind));
        Assert.Contains(_store.DatabasePath, error.Message, StringComparison.Ordinal);
        return error;
    }
}
