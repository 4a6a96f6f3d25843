using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>DUKPT with AES (ANSI X9.24-3): the initial key of a device.</summary>
public static class AesDukpt
{
    /// <summary>Length of a key serial number in bytes (24 hex digits): initial key identifier and transaction counter.</summary>
    public const int KeySerialNumberLength = 12;

    /// <summary>Length of an initial key identifier in bytes (16 hex digits).</summary>
    public const int InitialKeyIdLength = 8;

    private const ushort InitialKeyUsage = 0x8001;
    private const int BlockSize = 16;

    /// <summary>Derives the initial key that is injected into a device.</summary>
    /// <param name="baseDerivationKey">16, 24 or 32 bytes.</param>
    /// <param name="keySerialNumber">12 bytes, of which the transaction counter is ignored, or the 8 bytes of the initial key identifier alone.</param>
    /// <returns>As long as the base derivation key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>.</exception>
    public static SecretBuffer DeriveInitialKey(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber)
    {
        if (keySerialNumber.Length is not (KeySerialNumberLength or InitialKeyIdLength))
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"A key serial number of AES DUKPT has {2 * KeySerialNumberLength} hex digits (its initial key identifier alone {2 * InitialKeyIdLength}), " +
                $"but this one has {2 * keySerialNumber.Length}. TDES DUKPT has 20.");
        }

        using var cipher = BlockCipher.CreateAes(baseDerivationKey);
        Span<byte> data = stackalloc byte[BlockSize];
        data[0] = 0x01;
        BinaryPrimitives.WriteUInt16BigEndian(data[2..], InitialKeyUsage);
        BinaryPrimitives.WriteUInt16BigEndian(data[4..], AlgorithmId(cipher.KeyLength));
        BinaryPrimitives.WriteUInt16BigEndian(data[6..], (ushort)(8 * cipher.KeyLength));
        keySerialNumber[..InitialKeyIdLength].CopyTo(data[8..]);

        var initialKey = new SecretBuffer(cipher.KeyLength);
        Span<byte> block = stackalloc byte[BlockSize];
        for (var offset = 0; offset < cipher.KeyLength; offset += BlockSize)
        {
            data[1] = (byte)((offset / BlockSize) + 1);
            cipher.EncryptEcb(data, block);
            block[..Math.Min(BlockSize, cipher.KeyLength - offset)].CopyTo(initialKey.Span[offset..]);
        }

        CryptographicOperations.ZeroMemory(block);
        return initialKey;
    }

    private static ushort AlgorithmId(int keyLength) => keyLength switch
    {
        16 => 2,
        24 => 3,
        _ => 4,
    };
}
