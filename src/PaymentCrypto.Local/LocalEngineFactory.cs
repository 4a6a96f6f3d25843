using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Stores;

namespace PaymentCrypto.Local;

/// <summary>Opens local engines. Found by name by the module, which cannot reference this assembly.</summary>
public sealed class LocalEngineFactory : ILocalEngineFactory
{
    private readonly Func<int, RsaKeyPair> _generate;
    private readonly Func<int, RsaKeyPair> _generateRoot;

    /// <summary>The factory that the module uses.</summary>
    public LocalEngineFactory()
        : this(RsaKeyPair.Generate)
    {
    }

    /// <summary>A factory with another source of RSA key pairs, for tests that need many engines.</summary>
    /// <param name="generate">Makes a pair of a modulus length in bits.</param>
    /// <param name="generateRoot">Makes that of a certificate authority; null for the same.</param>
    internal LocalEngineFactory(Func<int, RsaKeyPair> generate, Func<int, RsaKeyPair>? generateRoot = null)
    {
        _generate = generate;
        _generateRoot = generateRoot ?? generate;
    }

    /// <inheritdoc/>
    public ILocalEngine Open(LocalEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new LocalEngine(LocalStore.Open(options), options, _generate, _generateRoot);
    }

    /// <inheritdoc/>
    public string? StorePath(LocalEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.InMemory ? null : StoreLocation.Resolve(options.Directory).DatabasePath;
    }
}
