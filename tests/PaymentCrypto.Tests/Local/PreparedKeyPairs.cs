using System.Collections.Concurrent;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyPairs;

namespace PaymentCrypto.Tests.Local;

/// <summary>
/// Real RSA key pairs, made once for the test run: every store gets the same first pair of a size, the same second and so on;
/// within a store no pair comes twice. Tests of generation itself use the engine's own generator.
/// </summary>
internal sealed class PreparedKeyPairs
{
    private static readonly ConcurrentDictionary<(int Bits, int Index), Lazy<byte[]>> Prepared = new();

    private readonly ConcurrentDictionary<int, int> _next = new();

    public RsaKeyPair Next(int bits)
    {
        int index = _next.AddOrUpdate(bits, 0, (_, last) => last + 1);
        byte[] privateKey = Prepared.GetOrAdd((bits, index), key => new Lazy<byte[]>(() =>
        {
            using var made = RSA.Create(key.Bits);
            return made.ExportPkcs8PrivateKey();
        })).Value;
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        return new RsaKeyPair(rsa.ExportSubjectPublicKeyInfo(), SecretBuffer.CopyOf(privateKey));
    }
}
