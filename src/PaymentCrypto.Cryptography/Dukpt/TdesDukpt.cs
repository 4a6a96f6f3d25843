using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>DUKPT with triple DES (ANSI X9.24-1:2009, annex A): the initial key of a device and the keys of its transactions.</summary>
public static class TdesDukpt
{
    /// <summary>Length of every key in bytes.</summary>
    public const int KeyLength = 16;

    /// <summary>Length of a key serial number in bytes (20 hex digits).</summary>
    public const int KeySerialNumberLength = TdesKeySerialNumber.Length;

    private const int BlockSize = 8;
    private const string InitialKeyClause = "X9.24-1:2009 A.6";
    private const string TransactionKeyClause = "X9.24-1:2009 A.3";
    private const string WorkingKeyClause = "X9.24-1:2009 A.4.1";

    private static ReadOnlySpan<byte> VariantMask => [0xC0, 0xC0, 0xC0, 0xC0, 0, 0, 0, 0, 0xC0, 0xC0, 0xC0, 0xC0, 0, 0, 0, 0];

    /// <summary>Derives the initial key (IPEK) that is injected into a device.</summary>
    /// <param name="baseDerivationKey">16 bytes.</param>
    /// <param name="keySerialNumber">10 bytes, or 8, which are taken with FFFF before them. The 21 bits of the transaction counter are ignored.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them. Parity is not adjusted.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>.</exception>
    public static SecretBuffer DeriveInitialKey(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber, CalculationSteps? steps = null)
    {
        var initialKey = new SecretBuffer(KeyLength);
        InitialKey(baseDerivationKey, keySerialNumber, initialKey.Span, steps);
        return initialKey;
    }

    private static void InitialKey(ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber, Span<byte> initialKey, CalculationSteps? steps)
    {
        RequireKey(baseDerivationKey, "base derivation key");
        Span<byte> serial = stackalloc byte[KeySerialNumberLength];
        TdesKeySerialNumber.Normalise(keySerialNumber, serial);
        serial = serial[..BlockSize];

        // The counter is the rightmost 21 of 80 bits: 16 lie beyond these 8 bytes, 5 in the last of them.
        serial[^1] &= 0xE0;
        TdesBlock.Encrypt(baseDerivationKey, serial, initialKey[..BlockSize]);
        Span<byte> variant = stackalloc byte[KeyLength];
        baseDerivationKey.CopyTo(variant);
        Bytes.Xor(variant, VariantMask);
        TdesBlock.Encrypt(variant, serial, initialKey[BlockSize..]);
        CryptographicOperations.ZeroMemory(variant);
        Record(steps, "Derive the initial key from the key serial number without its counter", InitialKeyClause, serial, baseDerivationKey, initialKey);
    }

    /// <summary>Derives the key of one transaction, of which every working key is a variant; a device has it only until it has made the next.</summary>
    /// <param name="initialKey">The initial key: 16 bytes.</param>
    /// <param name="keySerialNumber">10 or 8 bytes, whose counter has one to ten one bits.</param>
    /// <param name="steps">Collects the steps: one for each one bit of the counter.</param>
    /// <returns>16 bytes; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>.</exception>
    public static SecretBuffer DeriveTransactionKey(ReadOnlySpan<byte> initialKey, ReadOnlySpan<byte> keySerialNumber, CalculationSteps? steps = null)
    {
        RequireKey(initialKey, "initial key");
        var key = SecretBuffer.CopyOf(initialKey);
        TransactionKey(key.Span, keySerialNumber, steps);
        return key;
    }

    // Of the initial key makes the key of the transaction, where it stands.
    private static void TransactionKey(Span<byte> key, ReadOnlySpan<byte> keySerialNumber, CalculationSteps? steps)
    {
        Span<byte> serial = stackalloc byte[KeySerialNumberLength];
        TdesKeySerialNumber.Normalise(keySerialNumber, serial);
        uint counter = TdesKeySerialNumber.RequireCounter(serial);
        ulong register = TdesKeySerialNumber.Register(serial);
        Span<byte> next = stackalloc byte[KeyLength];
        Span<byte> data = stackalloc byte[BlockSize];
        for (uint bit = TdesKeySerialNumber.TopBit; bit != 0; bit >>= 1)
        {
            if ((counter & bit) != 0)
            {
                register |= bit;
                BinaryPrimitives.WriteUInt64BigEndian(data, register);
                Generate(key, data, next);
                Record(steps, "Derive the next key for a one bit of the counter", TransactionKeyClause, data, key, next);
                next.CopyTo(key);
            }
        }

        CryptographicOperations.ZeroMemory(next);
    }

    /// <summary>Derives a working key from the base derivation key, as the host does.</summary>
    /// <param name="baseDerivationKey">16 bytes.</param>
    /// <param name="keySerialNumber">10 bytes, or 8, which are taken with FFFF before them; the counter has one to ten one bits.</param>
    /// <param name="usage">What the key is for. Keys for data are encrypted under themselves.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them. Parity is not adjusted.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.KeySerialNumber"/>, <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static SecretBuffer DeriveWorkingKey(
        ReadOnlySpan<byte> baseDerivationKey, ReadOnlySpan<byte> keySerialNumber, TdesDukptUsage usage, CalculationSteps? steps = null)
    {
        Span<byte> transactionKey = stackalloc byte[KeyLength];
        InitialKey(baseDerivationKey, keySerialNumber, transactionKey, steps);
        TransactionKey(transactionKey, keySerialNumber, steps);
        SecretBuffer key = MakeVariant(transactionKey, usage, steps);
        CryptographicOperations.ZeroMemory(transactionKey);
        return key;
    }

    /// <summary>Derives a working key from the key of the transaction, of which it is one of several.</summary>
    /// <param name="transactionKey">What <see cref="DeriveTransactionKey"/> gave: 16 bytes.</param>
    /// <param name="usage">What the key is for. Keys for data are encrypted under themselves.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them. Parity is not adjusted.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer DeriveFromTransactionKey(ReadOnlySpan<byte> transactionKey, TdesDukptUsage usage, CalculationSteps? steps = null)
    {
        RequireKey(transactionKey, "transaction key");
        return MakeVariant(transactionKey, usage, steps);
    }

    /// <summary>The key serial number of a device's next transaction: counters with more than ten one bits are skipped.</summary>
    /// <param name="keySerialNumber">10 bytes, or 8, which are taken with FFFF before them.</param>
    /// <param name="next">Receives 10 bytes.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.KeySerialNumber"/>: a wrong length, or the device has used its last
    /// counter.</exception>
    public static void NextKeySerialNumber(ReadOnlySpan<byte> keySerialNumber, Span<byte> next)
    {
        next = next[..KeySerialNumberLength];
        TdesKeySerialNumber.Normalise(keySerialNumber, next);
        if (!TdesKeySerialNumber.TryAdvance(next))
        {
            throw new CryptographyException(
                CryptographyError.KeySerialNumber, "The transaction counter is at its end (1FF800 is the last): the device needs a new initial key.");
        }
    }

    private static SecretBuffer MakeVariant(ReadOnlySpan<byte> transactionKey, TdesDukptUsage usage, CalculationSteps? steps)
    {
        // The byte of either half that is inverted (X9.24-1:2009 table A-1).
        int position = usage switch
        {
            TdesDukptUsage.Pin => 7,
            TdesDukptUsage.MacRequest => 6,
            TdesDukptUsage.DataRequest => 5,
            TdesDukptUsage.MacResponse => 4,
            TdesDukptUsage.DataResponse => 3,
            _ => throw new CryptographyException(CryptographyError.InvalidArgument, $"{usage} is not a usage of TDES DUKPT."),
        };
        var key = SecretBuffer.CopyOf(transactionKey);
        key.Span[position] ^= 0xFF;
        key.Span[BlockSize + position] ^= 0xFF;
        Record(steps, steps is null ? string.Empty : $"Invert byte {position + 1} of both halves for {usage}", WorkingKeyClause, transactionKey, default,
            key.Span, StepValueKind.TdesKey);
        if (usage is not (TdesDukptUsage.DataRequest or TdesDukptUsage.DataResponse))
        {
            return key;
        }

        using (key)
        {
            // A one-way step, so that a data key that leaks does not give the PIN key (X9.24-1:2009 A.4.1).
            var data = new SecretBuffer(KeyLength);
            TdesBlock.Encrypt(key.Span, key.Span, data.Span);
            Record(steps, "Encrypt the key under itself", WorkingKeyClause, key.Span, key.Span, data.Span, StepValueKind.TdesKey);
            return data;
        }
    }

    // Non-reversible key generation: the right half from the key, the left half from its variant.
    private static void Generate(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> next)
    {
        Span<byte> variant = stackalloc byte[KeyLength];
        key.CopyTo(variant);
        GenerateHalf(variant, data, next[BlockSize..]);
        Bytes.Xor(variant, VariantMask);
        GenerateHalf(variant, data, next[..BlockSize]);
        CryptographicOperations.ZeroMemory(variant);
    }

    private static void GenerateHalf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data, Span<byte> half)
    {
        data.CopyTo(half);
        Bytes.Xor(half, key[BlockSize..]);
        TdesBlock.Encrypt(key[..BlockSize], half, half);
        Bytes.Xor(half, key[BlockSize..]);
    }

    private static void Record(
        CalculationSteps? steps,
        string name,
        string clause,
        ReadOnlySpan<byte> input,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> output,
        StepValueKind inputKind = StepValueKind.Data)
    {
        if (steps is not null)
        {
            using BlockCipher? cipher = key.IsEmpty ? null : BlockCipher.CreateTdes(key);
            steps.Add(name, clause, input, cipher, output, inputKind, StepValueKind.TdesKey);
        }
    }

    private static void RequireKey(ReadOnlySpan<byte> key, string what)
    {
        if (key.Length != KeyLength)
        {
            throw new CryptographyException(CryptographyError.InvalidKey, $"A {what} of TDES DUKPT has {KeyLength} bytes, but this one has {key.Length}.");
        }
    }
}
