namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>One expanded key of one cipher, in ECB, in place. Not thread-safe: <see cref="BlockCipher"/> lends one to each caller.</summary>
internal abstract class BlockEngine : IDisposable
{
    /// <summary>Encrypts whole blocks where they stand.</summary>
    public abstract void Encrypt(Span<byte> blocks);

    /// <summary>Decrypts whole blocks where they stand.</summary>
    public abstract void Decrypt(Span<byte> blocks);

    public abstract void Dispose();
}
