using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>
/// AES or triple DES under one key, expanded once and used for any number of messages, from any number of threads. Every DES key is
/// taken, weak ones too: formats that forbid them say so themselves.
/// </summary>
public sealed class BlockCipher : IDisposable
{
    /// <summary>The longest block there is, in bytes.</summary>
    internal const int MaxBlockSize = 16;

    private readonly BlockEnginePool _engines;
    private CmacSubkeys? _subkeys;

    private BlockCipher(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        Algorithm = algorithm;
        KeyLength = key.Length;
        BlockSize = algorithm == BlockCipherAlgorithm.Aes ? 16 : 8;
        _engines = new BlockEnginePool(algorithm, key);
    }

    /// <summary>The cipher.</summary>
    public BlockCipherAlgorithm Algorithm { get; }

    /// <summary>Length of the key in bytes, as it was given.</summary>
    public int KeyLength { get; }

    /// <summary>Length of a block in bytes: 16 for AES, 8 for TDES.</summary>
    public int BlockSize { get; }

    /// <summary>Expands an AES key.</summary>
    /// <param name="key">16, 24 or 32 bytes. The caller remains the owner.</param>
    /// <returns>The cipher; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static BlockCipher CreateAes(ReadOnlySpan<byte> key) => Create(BlockCipherAlgorithm.Aes, key);

    /// <summary>Expands a TDES key. Parity bits are ignored, as DES does.</summary>
    /// <param name="key">24 bytes, 16 bytes (K1 K2 K1) or 8 bytes (single DES). The caller remains the owner.</param>
    /// <returns>The cipher; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static BlockCipher CreateTdes(ReadOnlySpan<byte> key) => Create(BlockCipherAlgorithm.Tdes, key);

    /// <summary>Expands a key.</summary>
    /// <param name="algorithm">The cipher.</param>
    /// <param name="key">16, 24 or 32 bytes for AES, 8, 16 or 24 bytes for TDES. The caller remains the owner.</param>
    /// <returns>The cipher; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static BlockCipher Create(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        (bool fits, string lengths) = algorithm == BlockCipherAlgorithm.Aes
            ? (key.Length is 16 or 24 or 32, "16, 24 or 32")
            : (key.Length is 8 or 16 or 24, "8, 16 or 24");
        return fits
            ? new BlockCipher(algorithm, key)
            : throw new CryptographyException(
                CryptographyError.InvalidKey,
                $"A{(algorithm == BlockCipherAlgorithm.Aes ? "n AES" : " TDES")} key has {lengths} bytes, but this one has {key.Length}.");
    }

    /// <summary>Encrypts block by block (ECB).</summary>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public void EncryptEcb(ReadOnlySpan<byte> input, Span<byte> output)
    {
        using BlockEngineLease lease = Lease(input, ref output);
        lease.Engine.Encrypt(output);
    }

    /// <summary>Decrypts block by block (ECB).</summary>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public void DecryptEcb(ReadOnlySpan<byte> input, Span<byte> output)
    {
        using BlockEngineLease lease = Lease(input, ref output);
        lease.Engine.Decrypt(output);
    }

    /// <summary>Encrypts with cipher block chaining, without padding.</summary>
    /// <param name="iv">One block.</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public void EncryptCbc(ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
    {
        CheckBlock(iv);
        using BlockEngineLease lease = Lease(input, ref output);
        ReadOnlySpan<byte> previous = iv;
        for (int i = 0; i < output.Length; i += BlockSize)
        {
            Span<byte> block = output.Slice(i, BlockSize);
            Bytes.Xor(block, previous);
            lease.Engine.Encrypt(block);
            previous = block;
        }
    }

    /// <summary>Decrypts what was encrypted with cipher block chaining, without looking at any padding.</summary>
    /// <param name="iv">One block; must not overlap <paramref name="output"/>.</param>
    /// <param name="input">Whole blocks.</param>
    /// <param name="output">As long as <paramref name="input"/>; must not overlap it.</param>
    public void DecryptCbc(ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
    {
        CheckBlock(iv);
        if (input.Overlaps(output))
        {
            throw new ArgumentException("CBC decryption needs the ciphertext after the plaintext is written; use separate memory.", nameof(output));
        }

        using BlockEngineLease lease = Lease(input, ref output);
        lease.Engine.Decrypt(output);
        for (int i = 0; i < output.Length; i += BlockSize)
        {
            Bytes.Xor(output.Slice(i, BlockSize), i == 0 ? iv : input.Slice(i - BlockSize, BlockSize));
        }
    }

    /// <summary>Encrypts or decrypts in counter mode: the counter is one big-endian block, raised by one for each block of data.</summary>
    /// <param name="counter">One block, the counter of the first block of data.</param>
    /// <param name="input">Any number of bytes.</param>
    /// <param name="output">As long as <paramref name="input"/>; may be the same memory.</param>
    public void TransformCtr(ReadOnlySpan<byte> counter, ReadOnlySpan<byte> input, Span<byte> output)
    {
        CheckBlock(counter);
        Span<byte> count = stackalloc byte[BlockSize];
        Span<byte> keyStream = stackalloc byte[BlockSize];
        counter.CopyTo(count);
        output = output[..input.Length];
        input.CopyTo(output);
        using var lease = new BlockEngineLease(_engines);
        for (; !output.IsEmpty; output = output[Math.Min(output.Length, BlockSize)..])
        {
            count.CopyTo(keyStream);
            lease.Engine.Encrypt(keyStream);
            Bytes.Xor(output[..Math.Min(output.Length, BlockSize)], keyStream);
            Bytes.Increment(count);
        }

        CryptographicOperations.ZeroMemory(keyStream);
    }

    /// <summary>CBC-MAC with a zero initial vector and no padding (ISO 9797-1 algorithm 1 with the full cipher).</summary>
    /// <param name="message">Whole blocks, at least one.</param>
    /// <param name="mac">Receives the leftmost bytes of the last block; up to one block.</param>
    public void ComputeCbcMac(ReadOnlySpan<byte> message, Span<byte> mac)
    {
        if (message.IsEmpty || message.Length % BlockSize != 0)
        {
            throw new ArgumentException($"A CBC-MAC without padding needs whole blocks of {BlockSize} bytes, at least one.", nameof(message));
        }

        Span<byte> state = stackalloc byte[BlockSize];
        state.Clear();
        using var lease = new BlockEngineLease(_engines);
        Chain(lease.Engine, state, message);
        state[..mac.Length].CopyTo(mac);
    }

    /// <summary>CMAC (NIST SP 800-38B, ISO 9797-1 algorithm 5).</summary>
    /// <param name="message">Any number of bytes, also none.</param>
    /// <param name="mac">Receives the leftmost bytes of the MAC; up to one block.</param>
    public void ComputeCmac(ReadOnlySpan<byte> message, Span<byte> mac)
    {
        int lastStart = message.IsEmpty ? 0 : (message.Length - 1) / BlockSize * BlockSize;
        Span<byte> state = stackalloc byte[BlockSize];
        Span<byte> last = stackalloc byte[BlockSize];
        state.Clear();
        Subkeys().PrepareLastBlock(message[lastStart..], last);
        using var lease = new BlockEngineLease(_engines);
        Chain(lease.Engine, state, message[..lastStart]);
        Chain(lease.Engine, state, last);
        state[..mac.Length].CopyTo(mac);
        CryptographicOperations.ZeroMemory(last);
    }

    /// <summary>An engine for several steps in a row, for whoever works in place.</summary>
    internal BlockEngineLease Rent() => new(_engines);

    /// <summary>Zeroes the expanded key.</summary>
    public void Dispose()
    {
        _engines.Dispose();
        _subkeys?.Dispose();
    }

    // Made with the first CMAC: most keys never compute one.
    private CmacSubkeys Subkeys()
    {
        if (Volatile.Read(ref _subkeys) is { } there)
        {
            return there;
        }

        Span<byte> zero = stackalloc byte[BlockSize];
        zero.Clear();
        EncryptEcb(zero, zero);
        var made = new CmacSubkeys(zero);
        CryptographicOperations.ZeroMemory(zero);
        if (Interlocked.CompareExchange(ref _subkeys, made, null) is not { } other)
        {
            return made;
        }

        made.Dispose();
        return other;
    }

    private static void Chain(BlockEngine engine, Span<byte> state, ReadOnlySpan<byte> blocks)
    {
        for (; !blocks.IsEmpty; blocks = blocks[state.Length..])
        {
            Bytes.Xor(state, blocks[..state.Length]);
            engine.Encrypt(state);
        }
    }

    private BlockEngineLease Lease(ReadOnlySpan<byte> input, ref Span<byte> output)
    {
        if (input.Length % BlockSize != 0)
        {
            throw new ArgumentException($"The length must be a multiple of {BlockSize} bytes, but is {input.Length}.", nameof(input));
        }

        output = output[..input.Length];
        input.CopyTo(output);
        return new BlockEngineLease(_engines);
    }

    private void CheckBlock(ReadOnlySpan<byte> block)
    {
        if (block.Length != BlockSize)
        {
            throw new ArgumentException($"An initial vector or counter has {BlockSize} bytes here, but this one has {block.Length}.", nameof(block));
        }
    }
}
