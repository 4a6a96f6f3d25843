using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Examples;

/// <summary>Takes a PIN block from a terminal's transaction key to the issuer's key.</summary>
public static class PinExample
{
    /// <summary>Opens the block under the key of the transaction, and makes one under another key.</summary>
    /// <param name="baseDerivationKey">The base derivation key: 16 bytes.</param>
    /// <param name="keySerialNumber">The terminal's key serial number: 10 bytes.</param>
    /// <param name="block">The PIN block of ISO 9564 format 0 from the terminal.</param>
    /// <param name="pan">The PAN.</param>
    /// <param name="issuerKey">The issuer's PIN encryption key: AES.</param>
    /// <returns>The block of format 4, and how many steps the derivation took.</returns>
    public static (byte[] Block, int Steps) Run(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber, byte[] block, string pan,
        ReadOnlySpan<byte> issuerKey)
    {
        using var steps = new CalculationSteps();
        using SecretBuffer pinKey = TdesDukpt.DeriveWorkingKey(baseDerivationKey, keySerialNumber, TdesDukptUsage.Pin, steps);
        using var terminal = BlockCipher.CreateTdes(pinKey.Span);
        using var issuer = BlockCipher.CreateAes(issuerKey);

        Span<char> pin = stackalloc char[12];
        terminal.DecryptEcb(block, block);
        int length = PinBlock.Decode(PinBlockFormat.Iso0, block, pan, pin);
        byte[] translated = new byte[AesPinBlock.Length];
        AesPinBlock.Encrypt(issuer, pin[..length], pan, translated);
        pin.Clear();
        return (translated, steps.Count);
    }
}
