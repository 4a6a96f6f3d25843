using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>DUKPT with triple DES (ANSI X9.24-1): the initial key of a device.</summary>
public static class TdesDukpt
{
    /// <summary>Length of a base derivation key and of an initial key in bytes.</summary>
    public const int KeyLength = 16;

    /// <summary>Length of a key serial number in bytes (20 hex digits).</summary>
    public const int KeySerialNumberLength = 10;

    private const int ShortKeySerialNumberLength = 8;
    private const int BlockSize = 8;

    private static ReadOnlySpan<byte> VariantMask => [0xC0, 0xC0, 0xC0, 0xC0, 0, 0, 0, 0, 0xC0, 0xC0, 0xC0, 0xC0, 0, 0, 0, 0];

    /// <summary>Derives the initial key (IPEK) that is injected into a device.</summary>
    /// <param name="baseDerivationKey">16 bytes.</param>
    /// <param name="keySerialNumber">10 bytes, or 8, which are taken with FFFF before them. The 21 bits of the transaction counter are ignored.</param>
    /// <returns>16 bytes; the caller disposes them. Parity is not adjusted.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>.</exception>
    public static SecretBuffer DeriveInitialKey(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber)
    {
        if (baseDerivationKey.Length != KeyLength)
        {
            throw new CryptographyException(
                CryptographyError.InvalidKey, $"A base derivation key of TDES DUKPT has {KeyLength} bytes, but this one has {baseDerivationKey.Length}.");
        }

        Span<byte> serial = stackalloc byte[KeySerialNumberLength];
        Normalise(keySerialNumber, serial);
        serial = serial[..BlockSize];

        // The counter is the rightmost 21 of 80 bits: 16 lie beyond these 8 bytes, 5 in the last of them.
        serial[^1] &= 0xE0;
        var initialKey = new SecretBuffer(KeyLength);
        using (var cipher = BlockCipher.CreateTdes(baseDerivationKey))
        {
            cipher.EncryptEcb(serial, initialKey.Span[..BlockSize]);
        }

        using var variant = SecretBuffer.CopyOf(baseDerivationKey);
        Bytes.Xor(variant.Span, VariantMask);
        using (var cipher = BlockCipher.CreateTdes(variant.Span))
        {
            cipher.EncryptEcb(serial, initialKey.Span[BlockSize..]);
        }

        return initialKey;
    }

    private static void Normalise(ReadOnlySpan<byte> given, Span<byte> serial)
    {
        if (given.Length is not (KeySerialNumberLength or ShortKeySerialNumberLength))
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"A key serial number of TDES DUKPT has {2 * KeySerialNumberLength} hex digits (or {2 * ShortKeySerialNumberLength}), but this one has " +
                $"{2 * given.Length}. AES DUKPT has 24.");
        }

        serial.Fill(0xFF);
        given.CopyTo(serial[(KeySerialNumberLength - given.Length)..]);
    }
}
