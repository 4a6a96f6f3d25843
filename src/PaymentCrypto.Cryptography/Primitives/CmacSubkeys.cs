namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>The two values that CMAC derives from the encryption of a zero block (NIST SP 800-38B, 6.1).</summary>
internal sealed class CmacSubkeys : IDisposable
{
    private readonly SecretBuffer _complete;
    private readonly SecretBuffer _padded;

    public CmacSubkeys(ReadOnlySpan<byte> encryptedZeroBlock)
    {
        _complete = Double(encryptedZeroBlock);
        _padded = Double(_complete.Span);
    }

    /// <summary>Pads the last part of a message, when it needs it, and masks it.</summary>
    /// <param name="part">What is left of the message: at most one block.</param>
    /// <param name="block">One block, which receives the result.</param>
    public void PrepareLastBlock(ReadOnlySpan<byte> part, Span<byte> block)
    {
        block.Clear();
        part.CopyTo(block);
        if (part.Length == block.Length)
        {
            Bytes.Xor(block, _complete.Span);
        }
        else
        {
            block[part.Length] = 0x80;
            Bytes.Xor(block, _padded.Span);
        }
    }

    public void Dispose()
    {
        _complete.Dispose();
        _padded.Dispose();
    }

    // Multiplication by x in GF(2^64) or GF(2^128), without a branch on the secret.
    private static SecretBuffer Double(ReadOnlySpan<byte> block)
    {
        var doubled = new SecretBuffer(block.Length);
        Span<byte> result = doubled.Span;
        for (int i = 0; i < block.Length - 1; i++)
        {
            result[i] = (byte)((block[i] << 1) | (block[i + 1] >> 7));
        }

        int polynomial = block.Length == 16 ? 0x87 : 0x1B;
        result[^1] = (byte)((block[^1] << 1) ^ (polynomial & -(block[0] >> 7)));
        return doubled;
    }
}
