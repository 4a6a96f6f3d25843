using System.Runtime.Versioning;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

/// <summary>Who may read the files of a store, where the platform has file modes.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StorePermissionTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Files_are_private_to_their_owner_and_a_looser_mode_is_warned_of_with_the_remedy()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        using (ILocalEngine engine = _store.Open())
        {
            Assert.Empty(engine.OpeningWarnings);
        }

        Assert.Equal("700", Mode(_store.Home));
        Assert.Equal("600", Mode(_store.DatabasePath));
        Assert.Equal("600", Mode(_store.KeyFile()));

        File.SetUnixFileMode(_store.KeyFile(), (UnixFileMode)0b110_100_100);
        using ILocalEngine loose = _store.Open();
        string warning = Assert.Single(loose.OpeningWarnings);
        Assert.Contains($"chmod 600 '{_store.KeyFile()}'", warning, StringComparison.Ordinal);
        Assert.Contains("mode 644", warning, StringComparison.Ordinal);
    }

    private static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
