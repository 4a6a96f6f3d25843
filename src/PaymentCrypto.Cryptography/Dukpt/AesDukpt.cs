using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>DUKPT with AES (ANSI X9.24-3:2017): the initial key of a device and the keys of its transactions.</summary>
public static class AesDukpt
{
    /// <summary>Length of a key serial number in bytes (24 hex digits): initial key identifier and transaction counter.</summary>
    public const int KeySerialNumberLength = 12;

    /// <summary>Length of an initial key identifier in bytes (16 hex digits).</summary>
    public const int InitialKeyIdLength = 8;

    private const ushort InitialKeyUsage = 0x8001;
    private const int BlockSize = 16;
    private const int MostOneBits = 16;
    private const string Clause = "X9.24-3:2017 6.3";

    /// <summary>Derives the initial key that is injected into a device.</summary>
    /// <param name="baseDerivationKey">16, 24 or 32 bytes.</param>
    /// <param name="keySerialNumber">12 bytes, of which the transaction counter is ignored, or the 8 bytes of the initial key identifier alone.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>As long as the base derivation key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>.</exception>
    public static SecretBuffer DeriveInitialKey(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber, CalculationSteps? steps = null)
    {
        var key = new SecretBuffer(LengthOf(baseDerivationKey));
        InitialKey(baseDerivationKey, keySerialNumber, key.Span, steps);
        return key;
    }

    private static void InitialKey(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber, Span<byte> key, CalculationSteps? steps)
    {
        if (keySerialNumber.Length is not (KeySerialNumberLength or InitialKeyIdLength))
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"A key serial number of AES DUKPT has {2 * KeySerialNumberLength} hex digits (its initial key identifier alone {2 * InitialKeyIdLength}), " +
                $"but this one has {2 * keySerialNumber.Length}. TDES DUKPT has 20.");
        }

        Derive(baseDerivationKey, InitialKeyUsage, OwnType(baseDerivationKey), keySerialNumber[..InitialKeyIdLength], key, "Derive the initial key", steps);
    }

    /// <summary>Derives the key of one transaction, from which every working key is derived.</summary>
    /// <param name="initialKey">The initial key: 16, 24 or 32 bytes.</param>
    /// <param name="keySerialNumber">12 bytes, whose counter, the last 4, has one to sixteen one bits.</param>
    /// <param name="steps">Collects the steps: one for each one bit of the counter.</param>
    /// <returns>As long as the initial key; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>.</exception>
    public static SecretBuffer DeriveTransactionKey(ReadOnlySpan<byte> initialKey, ReadOnlySpan<byte> keySerialNumber, CalculationSteps? steps = null)
    {
        var key = new SecretBuffer(LengthOf(initialKey));
        initialKey.CopyTo(key.Span);
        TransactionKey(key.Span, keySerialNumber, steps);
        return key;
    }

    // Of the initial key makes the key of the transaction, where it stands.
    private static void TransactionKey(Span<byte> key, ReadOnlySpan<byte> keySerialNumber, CalculationSteps? steps)
    {
        AesDukptKeyType own = OwnType(key);
        RequireSerial(keySerialNumber);
        uint counter = RequireCounter(keySerialNumber);
        Span<byte> context = stackalloc byte[InitialKeyIdLength];
        keySerialNumber[4..InitialKeyIdLength].CopyTo(context);
        uint reached = 0u;
        for (uint bit = 1u << 31; bit != 0; bit >>= 1)
        {
            if ((counter & bit) != 0)
            {
                reached |= bit;
                BinaryPrimitives.WriteUInt32BigEndian(context[4..], reached);
                Derive(key, (ushort)AesDukptUsage.KeyDerivation, own, context, key, "Derive the next key for a one bit of the counter", steps);
            }
        }
    }

    /// <summary>Derives a working key from the base derivation key, as the host does.</summary>
    /// <param name="baseDerivationKey">16, 24 or 32 bytes.</param>
    /// <param name="keySerialNumber">12 bytes, whose counter, the last 4, has one to sixteen one bits.</param>
    /// <param name="usage">What the key is for.</param>
    /// <param name="keyType">The kind of key. That it be no stronger than the base derivation key is the caller's rule (X9.24-3:2017 6.3.1).</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16, 24 or 32 bytes by <paramref name="keyType"/>; the caller disposes them.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>, <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static SecretBuffer DeriveWorkingKey(
        ReadOnlySpan<byte> baseDerivationKey,
        ReadOnlySpan<byte> keySerialNumber,
        AesDukptUsage usage,
        AesDukptKeyType keyType,
        CalculationSteps? steps = null)
    {
        RequireUsage(usage);
        Span<byte> transactionKey = stackalloc byte[LengthOf(baseDerivationKey)];
        InitialKey(baseDerivationKey, keySerialNumber, transactionKey, steps);
        TransactionKey(transactionKey, keySerialNumber, steps);
        SecretBuffer key = WorkingKey(transactionKey, keySerialNumber, usage, keyType, steps);
        CryptographicOperations.ZeroMemory(transactionKey);
        return key;
    }

    /// <summary>Derives a working key from the key of the transaction, of which it is one of several.</summary>
    /// <param name="transactionKey">What <see cref="DeriveTransactionKey"/> gave: 16, 24 or 32 bytes.</param>
    /// <param name="keySerialNumber">The same 12 bytes.</param>
    /// <param name="usage">What the key is for.</param>
    /// <param name="keyType">The kind of key, no stronger than the transaction key (the caller's rule, as in <see cref="DeriveWorkingKey"/>).</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16, 24 or 32 bytes by <paramref name="keyType"/>; the caller disposes them.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>, <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static SecretBuffer DeriveFromTransactionKey(
        ReadOnlySpan<byte> transactionKey,
        ReadOnlySpan<byte> keySerialNumber,
        AesDukptUsage usage,
        AesDukptKeyType keyType,
        CalculationSteps? steps = null)
    {
        RequireUsage(usage);
        RequireSerial(keySerialNumber);
        OwnType(transactionKey);
        return WorkingKey(transactionKey, keySerialNumber, usage, keyType, steps);
    }

    /// <summary>The key serial number of a device's next transaction: counters with more than sixteen one bits are skipped.</summary>
    /// <param name="keySerialNumber">12 bytes.</param>
    /// <param name="next">Receives 12 bytes.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.KeySerialNumber"/>: a wrong length, or the device has used its last
    /// counter.</exception>
    public static void NextKeySerialNumber(ReadOnlySpan<byte> keySerialNumber, Span<byte> next)
    {
        RequireSerial(keySerialNumber);
        ulong counter = BinaryPrimitives.ReadUInt32BigEndian(keySerialNumber[InitialKeyIdLength..]) + 1UL;
        while (BitOperations.PopCount(counter) > MostOneBits)
        {
            counter += counter & (0 - counter);
        }

        if (counter > uint.MaxValue)
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber, "The transaction counter is at its end (FFFF0000 is the last): the device needs a new initial key.");
        }

        keySerialNumber.CopyTo(next);
        BinaryPrimitives.WriteUInt32BigEndian(next[InitialKeyIdLength..KeySerialNumberLength], (uint)counter);
    }

    private static SecretBuffer WorkingKey(
        ReadOnlySpan<byte> transactionKey, ReadOnlySpan<byte> keySerialNumber, AesDukptUsage usage, AesDukptKeyType keyType, CalculationSteps? steps)
    {
        var key = new SecretBuffer(Describe(keyType).Length);
        Derive(transactionKey, (ushort)usage, keyType, keySerialNumber[4..], key.Span, steps is null ? string.Empty : $"Derive the working key for {usage}",
            steps);
        return key;
    }

    private static void RequireUsage(AesDukptUsage usage)
    {
        if (!Enum.IsDefined(usage))
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"{usage} is not a usage of AES DUKPT.");
        }
    }

    // X9.24-3:2017 6.3.2 and 6.3.3: as many blocks of derivation data encrypted in ECB as the key is long.
    private static void Derive(
        ReadOnlySpan<byte> key, ushort usage, AesDukptKeyType keyType, ReadOnlySpan<byte> context, Span<byte> derived, string step, CalculationSteps? steps)
    {
        (ushort algorithm, int length) = Describe(keyType);
        Span<byte> blocks = stackalloc byte[2 * BlockSize];
        blocks = blocks[..(length > BlockSize ? 2 * BlockSize : BlockSize)];
        for (int i = 0; i < blocks.Length; i += BlockSize)
        {
            Span<byte> data = blocks.Slice(i, BlockSize);
            data[0] = 0x01;
            data[1] = (byte)((i / BlockSize) + 1);
            BinaryPrimitives.WriteUInt16BigEndian(data[2..], usage);
            BinaryPrimitives.WriteUInt16BigEndian(data[4..], algorithm);
            BinaryPrimitives.WriteUInt16BigEndian(data[6..], (ushort)(8 * length));
            context.CopyTo(data[8..]);
        }

        Span<byte> encrypted = stackalloc byte[2 * BlockSize];
        encrypted = encrypted[..blocks.Length];
        AesBlock.Encrypt(key, blocks, encrypted);
        if (steps is not null)
        {
            using var cipher = BlockCipher.CreateAes(key);
            steps.Add(step, Clause, blocks, cipher, encrypted[..length], outputKind: KindOf(keyType));
        }

        // Last: it may be the memory of the key.
        encrypted[..length].CopyTo(derived);
        CryptographicOperations.ZeroMemory(encrypted);
    }

    private static (ushort Algorithm, int Length) Describe(AesDukptKeyType keyType) => keyType switch
    {
        AesDukptKeyType.Tdes2Key => (0, 16),
        AesDukptKeyType.Tdes3Key => (1, 24),
        AesDukptKeyType.Aes128 => (2, 16),
        AesDukptKeyType.Aes192 => (3, 24),
        AesDukptKeyType.Aes256 => (4, 32),
        AesDukptKeyType.Hmac128 => (5, 16),
        AesDukptKeyType.Hmac192 => (5, 24),
        AesDukptKeyType.Hmac256 => (5, 32),
        _ => throw new CryptographyException(CryptographyError.InvalidArgument, $"{keyType} is not a kind of key that AES DUKPT derives."),
    };

    private static StepValueKind KindOf(AesDukptKeyType keyType) => keyType switch
    {
        AesDukptKeyType.Tdes2Key or AesDukptKeyType.Tdes3Key => StepValueKind.TdesKey,
        AesDukptKeyType.Aes128 or AesDukptKeyType.Aes192 or AesDukptKeyType.Aes256 => StepValueKind.AesKey,
        _ => StepValueKind.OtherKey,
    };

    private static int LengthOf(ReadOnlySpan<byte> key) => Describe(OwnType(key)).Length;

    private static AesDukptKeyType OwnType(ReadOnlySpan<byte> key) => key.Length switch
    {
        16 => AesDukptKeyType.Aes128,
        24 => AesDukptKeyType.Aes192,
        32 => AesDukptKeyType.Aes256,
        _ => throw new CryptographyException(CryptographyError.InvalidKey, $"An AES key has 16, 24 or 32 bytes, but this one has {key.Length}."),
    };

    private static void RequireSerial(ReadOnlySpan<byte> keySerialNumber)
    {
        if (keySerialNumber.Length != KeySerialNumberLength)
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"A key serial number of AES DUKPT has {2 * KeySerialNumberLength} hex digits, but this one has {2 * keySerialNumber.Length}. TDES DUKPT "
                    + "has 20.");
        }
    }

    private static uint RequireCounter(ReadOnlySpan<byte> keySerialNumber)
    {
        uint counter = BinaryPrimitives.ReadUInt32BigEndian(keySerialNumber[InitialKeyIdLength..]);
        if (counter == 0 || BitOperations.PopCount(counter) > MostOneBits)
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber,
                $"The transaction counter, the last 8 hex digits of the key serial number, must have 1 to {MostOneBits} one bits, " +
                $"but this one has {BitOperations.PopCount(counter)}.");
        }

        return counter;
    }
}
