using System.Security.Cryptography;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;

namespace PaymentCrypto.Benchmarks.Timing;

/// <summary>What RSA-OAEP is refused for, in the library: what tells these apart decrypts by asking (Manger 2001).</summary>
internal sealed class RsaSubjects : IDisposable
{
    private const int Pool = 64;

    /// <summary>A decryption costs as much as some hundred MACs.</summary>
    private const int Cost = 20;

    private readonly RSA _key = RSA.Create(2048);

    public IEnumerable<TimingSubject> All()
    {
        byte[][] label = Made(OaepMessage.WrongLabel);
        yield return Subject("RSA-OAEP: hash of the label wrong, first byte not zero", label, Made(OaepMessage.Whole, leading: 1));
        yield return Subject("RSA-OAEP: hash of the label wrong, no end of the padding", label, Made(OaepMessage.WrongSeparator));
        yield return Subject("RSA-OAEP: hash of the label wrong, anything", label, [.. Enumerable.Range(0, Pool).Select(_ => Anything())]);
    }

    public void Dispose() => _key.Dispose();

    private byte[][] Made(Action<byte[], int> breakClear, byte leading = 0) =>
        [.. Enumerable.Range(0, Pool).Select(_ => OaepMessage.Encrypt(_key, RandomNumberGenerator.GetBytes(16), breakClear, leading))];

    private static byte[] Anything()
    {
        byte[] cryptogram = RandomNumberGenerator.GetBytes(256);
        cryptogram[0] &= 0x7F;
        return cryptogram;
    }

    private TimingSubject Subject(string name, byte[][] one, byte[][] other)
    {
        byte[][][] kinds = [one, other];
        byte[] given = new byte[one[0].Length];
        return new TimingSubject(
            name,
            kind => kinds[kind][Random.Shared.Next(Pool)].CopyTo(given, 0),
            () => LibrarySubjects.Refused(() => RsaKeyCryptogram.Unwrap(given, _key, RsaOaepHash.Sha256, 16), CryptographyError.CryptogramDecryption),
            Cost);
    }
}
