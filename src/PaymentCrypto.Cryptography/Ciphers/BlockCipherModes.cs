using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Ciphers;

/// <summary>Encrypts and decrypts messages in the modes of NIST SP 800-38A, without padding.</summary>
public static class BlockCipherModes
{
    private const int BitsOfByte = 8;

    /// <summary>Encrypts a message.</summary>
    /// <param name="cipher">The cipher under its key.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="iv">One block; ignored in ECB.</param>
    /// <param name="input">Whole blocks for ECB and CBC, any number of bytes otherwise: a last segment is cut short.</param>
    /// <param name="output">As long as <paramref name="input"/>; must not overlap it.</param>
    /// <param name="steps">Collects the step.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Encrypt(
        BlockCipher cipher, BlockCipherMode mode, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output, CalculationSteps? steps = null)
    {
        Check(cipher, mode, iv, input, output);
        switch (mode)
        {
            case BlockCipherMode.Ecb:
                cipher.EncryptEcb(input, output);
                break;
            case BlockCipherMode.Cbc:
                cipher.EncryptCbc(iv, input, output);
                break;
            default:
                Stream(cipher, mode, iv, input, output, encrypting: true);
                break;
        }

        steps?.Add($"Encrypt in {NameOf(mode)}", "NIST SP 800-38A 6", input, cipher, output, StepValueKind.PlainText);
    }

    /// <summary>Decrypts a message.</summary>
    /// <param name="cipher">The cipher under its key.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="iv">One block; ignored in ECB.</param>
    /// <param name="input">Whole blocks for ECB and CBC, any number of bytes otherwise.</param>
    /// <param name="output">As long as <paramref name="input"/>; must not overlap it.</param>
    /// <param name="steps">Collects the step.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Decrypt(
        BlockCipher cipher, BlockCipherMode mode, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output, CalculationSteps? steps = null)
    {
        Check(cipher, mode, iv, input, output);
        switch (mode)
        {
            case BlockCipherMode.Ecb:
                cipher.DecryptEcb(input, output);
                break;
            case BlockCipherMode.Cbc:
                cipher.DecryptCbc(iv, input, output);
                break;
            default:
                Stream(cipher, mode, iv, input, output, encrypting: false);
                break;
        }

        steps?.Add($"Decrypt in {NameOf(mode)}", "NIST SP 800-38A 6", input, cipher, output, outputKind: StepValueKind.PlainText);
    }

    private static string NameOf(BlockCipherMode mode) => mode.ToString().ToUpperInvariant();

    private static void Check(BlockCipher cipher, BlockCipherMode mode, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output)
    {
        ArgumentNullException.ThrowIfNull(cipher);
        if (!Enum.IsDefined(mode) || (mode == BlockCipherMode.Cfb128 && cipher.BlockSize != 16))
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument, $"{NameOf(mode)} is no mode of a cipher with blocks of {cipher.BlockSize} bytes.");
        }

        if (mode != BlockCipherMode.Ecb && iv.Length != cipher.BlockSize)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument,
                $"The initial vector has {iv.Length} bytes, but this cipher needs {cipher.BlockSize}.");
        }

        if (mode is BlockCipherMode.Ecb or BlockCipherMode.Cbc && input.Length % cipher.BlockSize != 0)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                $"The data has {input.Length} bytes, but {NameOf(mode)} needs a multiple of {cipher.BlockSize}: pad it first.");
        }

        if (output.Length != input.Length || input.Overlaps(output))
        {
            throw new ArgumentException("The output needs its own memory, as long as the input.", nameof(output));
        }
    }

    // CFB and OFB: a register is encrypted, its first bits mask a segment, and a segment of cipher text (CFB) or the mask itself (OFB)
    // enters the register from the right.
    private static void Stream(BlockCipher cipher, BlockCipherMode mode, ReadOnlySpan<byte> iv, ReadOnlySpan<byte> input, Span<byte> output, bool encrypting)
    {
        Span<byte> register = stackalloc byte[cipher.BlockSize];
        Span<byte> mask = stackalloc byte[cipher.BlockSize];
        iv.CopyTo(register);
        if (mode == BlockCipherMode.Cfb1)
        {
            Bits(cipher, register, mask, input, output, encrypting);
        }
        else
        {
            int segment = mode switch
            {
                BlockCipherMode.Cfb8 => 1,
                BlockCipherMode.Cfb64 => 8,
                _ => cipher.BlockSize,
            };
            for (int at = 0; at < input.Length; at += segment)
            {
                int length = Math.Min(segment, input.Length - at);
                cipher.EncryptEcb(register, mask);
                input.Slice(at, length).CopyTo(output[at..]);
                Bytes.Xor(output.Slice(at, length), mask);
                if (mode == BlockCipherMode.Ofb)
                {
                    mask.CopyTo(register);
                    continue;
                }

                register[segment..].CopyTo(register);
                ReadOnlySpan<byte> cipherText = encrypting ? output : input;
                cipherText.Slice(at, length).CopyTo(register[^segment..]);
            }
        }

        CryptographicOperations.ZeroMemory(mask);
    }

    private static void Bits(
        BlockCipher cipher, Span<byte> register, Span<byte> mask, ReadOnlySpan<byte> input, Span<byte> output, bool encrypting)
    {
        for (int at = 0; at < input.Length; at++)
        {
            int result = 0;
            for (int bit = BitsOfByte - 1; bit >= 0; bit--)
            {
                cipher.EncryptEcb(register, mask);
                int from = (input[at] >> bit) & 1;
                int to = from ^ (mask[0] >> (BitsOfByte - 1));
                result = (result << 1) | to;
                for (int i = 0; i < register.Length - 1; i++)
                {
                    register[i] = (byte)((register[i] << 1) | (register[i + 1] >> (BitsOfByte - 1)));
                }

                register[^1] = (byte)((register[^1] << 1) | (encrypting ? to : from));
            }

            output[at] = (byte)result;
        }
    }
}
