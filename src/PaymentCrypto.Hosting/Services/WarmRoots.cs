using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local;
using PaymentCrypto.Local.KeyPairs;

namespace PaymentCrypto.Hosting.Services;

/// <summary>
/// Engines for tests, whose certificate authorities share one RSA key in this process: making one takes more than a second, which every
/// test that imports a key would wait for. Their certificates are each account's own, and no other key is ever shared.
/// </summary>
internal static class WarmRoots
{
    private static readonly Lazy<RsaKeyPair> Root = new(static () => RsaKeyPair.Generate(4096));

    /// <summary>Opens such engines.</summary>
    public static ILocalEngineFactory Engines { get; } = new LocalEngineFactory(RsaKeyPair.Generate, Copy);

    private static RsaKeyPair Copy(int bits) =>
        bits == 4096 ? new RsaKeyPair(Root.Value.PublicKey, SecretBuffer.CopyOf(Root.Value.PrivateKey.Span)) : RsaKeyPair.Generate(bits);
}
