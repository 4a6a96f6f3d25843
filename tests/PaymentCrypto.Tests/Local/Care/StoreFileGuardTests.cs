using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local.Care;

/// <summary>No file of a store is written over, whatever it is called.</summary>
public sealed class StoreFileGuardTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("store.db")]
    [InlineData("store.db-wal")]
    [InlineData("store.db-shm")]
    [InlineData("store.db-journal")]
    [InlineData("store.lock")]
    [InlineData("STORE.DB")]
    [InlineData("Store.db-WAL")]
    [InlineData("store.db.new")]
    [InlineData("master-0.key")]
    [InlineData("MASTER-00000000000000000000000000000000.KEY")]
    [InlineData("../home/store.db-wal")]
    public void A_name_of_a_store_s_file_is_refused_with_force_whether_it_is_there_or_not(string name)
    {
        using ILocalEngine engine = _store.Open();

        AssertRefused(Path.Combine(_store.Home, name));
    }

    [Fact]
    public async Task Links_to_a_store_s_files_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using ILocalEngine engine = _store.Open();
        _ = await engine.Default().ImportParameters();
        foreach (string file in Directory.GetFiles(_store.Home))
        {
            string symbolic = Path.Combine(_store.Directory, "symbolic-" + Path.GetFileName(file) + ".bin");
            File.CreateSymbolicLink(symbolic, file);
            string twice = symbolic + "2";
            File.CreateSymbolicLink(twice, symbolic);
            AssertRefused(symbolic);
            AssertRefused(twice);
            if (new FileInfo(file).Length > 0)
            {
                string hard = Path.Combine(_store.Directory, "hard-" + Guid.NewGuid().ToString("N"));
                using var link = System.Diagnostics.Process.Start("ln", [file, hard]);
                await link.WaitForExitAsync(TestContext.Current.CancellationToken);
                Assert.True(File.Exists(hard));
                AssertRefused(hard);
            }
        }

        string directory = Path.Combine(_store.Directory, "elsewhere");
        Directory.CreateSymbolicLink(directory, _store.Home);
        AssertRefused(Path.Combine(directory, "store.db-wal"));
        AssertRefused(Path.Combine(directory, Path.GetFileName(_store.KeyFile())));
    }

    [Fact]
    public void Other_files_are_not()
    {
        foreach (string name in (string[])["store.pcbackup", "mystore.db.txt", "master.pem", "block.tr31"])
        {
            string path = Path.Combine(_store.Directory, name);
            StoreFileGuard.Require(path);
            File.WriteAllText(path, "something else");
            StoreFileGuard.Require(path);
        }
    }

    private void AssertRefused(string path)
    {
        Dictionary<string, string> before = Picture();
        InvalidConfigurationException refused = Assert.Throws<InvalidConfigurationException>(() => CareStore.Care.Backup(
            _store.Options, new StoreBackupRequest { File = path, Overwrite = true }, progress: null, TestContext.Current.CancellationToken));
        Assert.Equal("PcOutFileIsStore", refused.ErrorId);
        Assert.Equal(before, Picture());
    }

    private Dictionary<string, string> Picture() => Directory.GetFiles(_store.Home)
        .Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(static file => file, static file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Read(file))));

    private static byte[] Read(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
