using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>PIN blocks as they travel: of every format of ISO 9564-1, under a PIN encryption key.</summary>
public static class EncipheredPinBlock
{
    private const string Clause = "ISO 9564-1:2017 9.3";

    /// <summary>Length of a block of a format in bytes: 16 for format 4, else 8.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The length.</returns>
    public static int LengthOf(PinBlockFormat format) => format == PinBlockFormat.Iso4 ? AesPinBlock.Length : PinBlock.Length;

    /// <summary>Puts a PIN into a block and enciphers it.</summary>
    /// <param name="key">An AES key for format 4, a TDES key for the others.</param>
    /// <param name="format">The format.</param>
    /// <param name="pin">4 to 12 decimal digits.</param>
    /// <param name="pan">12 to 19 decimal digits with the check digit, for formats 0, 3 and 4; not looked at otherwise.</param>
    /// <param name="block">Receives as many bytes as <see cref="LengthOf"/> says.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Encrypt(
        BlockCipher key, PinBlockFormat format, ReadOnlySpan<char> pin, ReadOnlySpan<char> pan, Span<byte> block, CalculationSteps? steps = null)
    {
        if (format == PinBlockFormat.Iso4)
        {
            AesPinBlock.Encrypt(key, pin, pan, block, steps);
            return;
        }

        PinVerificationKey.Require(key);
        Span<byte> clear = stackalloc byte[PinBlock.Length];
        PinBlock.Encode(format, pin, pan, clear, steps);
        key.EncryptEcb(clear, block[..PinBlock.Length]);
        steps?.Add("Encrypt the block", Clause, clear, key, block[..PinBlock.Length], StepValueKind.Pin);
        CryptographicOperations.ZeroMemory(clear);
    }

    /// <summary>Deciphers a block and takes the PIN out of it.</summary>
    /// <param name="key">As in <see cref="Encrypt"/>.</param>
    /// <param name="format">The format.</param>
    /// <param name="block">As many bytes as <see cref="LengthOf"/> says.</param>
    /// <param name="pan">As in <see cref="Encrypt"/>.</param>
    /// <param name="pin">Receives up to 12 digits; the caller clears them. Nothing is left there when the block is refused.</param>
    /// <param name="steps">Collects the steps, also where the block is refused.</param>
    /// <returns>How many digits the PIN has.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.PinBlock"/>, one text for all causes; <see cref="CryptographyError.InvalidKey"/>,
    /// <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static int Decrypt(
        BlockCipher key, PinBlockFormat format, ReadOnlySpan<byte> block, ReadOnlySpan<char> pan, Span<char> pin, CalculationSteps? steps = null)
    {
        if (format == PinBlockFormat.Iso4)
        {
            return AesPinBlock.Decrypt(key, block, pan, pin, steps);
        }

        PinVerificationKey.Require(key);
        if (block.Length != PinBlock.Length)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument,
                $"A PIN block of {format} has {PinBlock.Length} bytes, but this one has {block.Length}.");
        }

        Span<byte> clear = stackalloc byte[PinBlock.Length];
        try
        {
            key.DecryptEcb(block, clear);
            steps?.Add("Decrypt the block", Clause, block, key, clear, outputKind: StepValueKind.Pin);
            return PinBlock.Decode(format, clear, pan, pin, steps);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }
}
