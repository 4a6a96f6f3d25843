using PaymentCrypto.Api;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>PIN blocks as they come and go: encrypted, in hex.</summary>
internal static class EncryptedPinBlocks
{
    /// <summary>The longest PIN.</summary>
    public const int MaxPinLength = 12;

    // One text for every cause, as the service has it: a wrong key, PAN or format look the same, and nobody learns by trying which it was.
    private const string Invalid = "Pin block provided is invalid. Please check your input to ensure all field values are correct.";

    /// <summary>Refuses a key that does not encrypt blocks of the format (ISO 9564-1: format 4 is for AES, the others for TDES).</summary>
    public static void RequireFit(WorkingKey key, PinForm form)
    {
        bool isAes = key.Cipher.Algorithm == BlockCipherAlgorithm.Aes;
        if (isAes != (form.Format == PinBlockFormat.Iso4))
        {
            throw new ValidationException(isAes
                ? $"{form.Member} {form.Name} does not go with {key.Arn}, which gives an AES key: PIN blocks under AES are of ISO_FORMAT_4."
                : $"{form.Member} {form.Name} does not go with {key.Arn}, which gives a TDES key: PIN blocks of ISO_FORMAT_4 are under AES.");
        }
    }

    /// <summary>Takes the PIN out of a block.</summary>
    /// <param name="key">The key.</param>
    /// <param name="form">What the block is.</param>
    /// <param name="hex">The block.</param>
    /// <param name="pin">Receives up to <see cref="MaxPinLength"/> digits; the caller clears them.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>How many digits the PIN has.</returns>
    /// <exception cref="ValidationException">The block is not one, or not under this key.</exception>
    public static int Decrypt(WorkingKey key, PinForm form, string hex, Span<char> pin, CalculationSteps? steps)
    {
        RequireFit(key, form);
        int length = 2 * key.Cipher.BlockSize;
        if (hex.Length != length)
        {
            throw new ValidationException($"EncryptedPinBlock has {hex.Length} hex digits; a PIN block under this key and format has {length}.");
        }

        try
        {
            return EncipheredPinBlock.Decrypt(key.Cipher, form.Format, Convert.FromHexString(hex), form.Pan, pin, steps);
        }
        catch (CryptographyException e) when (e.Error == CryptographyError.PinBlock)
        {
            throw Refused();
        }
    }

    /// <summary>Puts a PIN into a block.</summary>
    /// <returns>The block in upper-case hex.</returns>
    /// <exception cref="ValidationException">The key does not encrypt such blocks.</exception>
    public static string Encrypt(WorkingKey key, PinForm form, ReadOnlySpan<char> pin, CalculationSteps? steps)
    {
        RequireFit(key, form);
        Span<byte> block = stackalloc byte[key.Cipher.BlockSize];
        EncipheredPinBlock.Encrypt(key.Cipher, form.Format, pin, form.Pan, block, steps);
        return Convert.ToHexString(block);
    }

    /// <summary>What is answered to a block that does not hold a fitting PIN.</summary>
    public static ValidationException Refused() => new(Invalid);
}
