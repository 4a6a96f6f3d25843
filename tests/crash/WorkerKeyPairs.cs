using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyPairs;

namespace PaymentCrypto.Crash;

/// <summary>The RSA key pairs that workers use instead of making some: one of each size, which no token of the warm store has.</summary>
internal static class WorkerKeyPairs
{
    private static readonly Lazy<byte[]> RootKey = new(static () => Make(4096));

    /// <summary>Writes them.</summary>
    public static void Make(CrashRoot root)
    {
        File.WriteAllBytes(PathOf(root, 2048), Make(2048));
        File.WriteAllBytes(PathOf(root, 4096), RootKey.Value);
    }

    /// <summary>Reads one.</summary>
    public static RsaKeyPair Read(CrashRoot root, int bits) => Of(File.ReadAllBytes(PathOf(root, bits)));

    /// <summary>The pair of every certificate authority: it takes a second to make.</summary>
    public static RsaKeyPair Root(int bits) => Of(RootKey.Value);

    private static RsaKeyPair Of(byte[] privateKey)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(privateKey, out _);
        return new RsaKeyPair(rsa.ExportSubjectPublicKeyInfo(), SecretBuffer.CopyOf(privateKey));
    }

    private static byte[] Make(int bits)
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportPkcs8PrivateKey();
    }

    private static string PathOf(CrashRoot root, int bits) => Path.Combine(root.Directory, $"pair-{bits}");
}
