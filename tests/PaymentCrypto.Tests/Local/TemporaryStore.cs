using System.Security;
using Microsoft.Extensions.Time.Testing;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;

namespace PaymentCrypto.Tests.Local;

/// <summary>A store in a directory of its own that is removed afterwards, with a clock that only tests move.</summary>
public sealed class TemporaryStore : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 14, 15, 9, 26, 535, TimeSpan.Zero);

    private readonly PreparedKeyPairs _keyPairs = new();

    public TemporaryStore() => Directory = System.IO.Directory.CreateTempSubdirectory("paymentcrypto-test-").FullName;

    public string Directory { get; }

    /// <summary>The store's own directory: made by the engine, so that its permissions are the engine's.</summary>
    public string Home => Path.Combine(Directory, "home");

    public string DatabasePath => Path.Combine(Home, "store.db");

    public FakeTimeProvider Clock { get; } = new(Start);

    public LocalEngineOptions Options => new() { Directory = Home, TimeProvider = Clock, KeyPairStock = 0, BusyTimeout = TimeSpan.FromSeconds(60) };

    public static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char character in text)
        {
            secure.AppendChar(character);
        }

        return secure;
    }

    /// <summary>Opens an engine whose RSA key pairs were made once for the whole test run.</summary>
    public ILocalEngine Open(Func<LocalEngineOptions, LocalEngineOptions>? change = null) =>
        new LocalEngineFactory(_keyPairs.Next).Open(change is null ? Options : change(Options));

    public string KeyFile() => Assert.Single(System.IO.Directory.GetFiles(Home, "master-*.key"));

    public void Dispose()
    {
        if (System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
    }
}
