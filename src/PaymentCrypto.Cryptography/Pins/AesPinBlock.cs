using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>PIN blocks of ISO 9564-1 format 4: 16 bytes, enciphered with AES before and after the PAN comes in.</summary>
public static class AesPinBlock
{
    /// <summary>Length of a block in bytes.</summary>
    public const int Length = 16;

    private const int FieldLength = 8;
    private const int ShortestPan = 12;
    private const int Control = 4;
    private const int Fill = 0xA;
    private const string Clause = "ISO 9564-1:2017 9.4.2";

    /// <summary>Enciphers a PIN.</summary>
    /// <param name="key">An AES key.</param>
    /// <param name="pin">4 to 12 decimal digits.</param>
    /// <param name="pan">12 to 19 decimal digits with the check digit.</param>
    /// <param name="block">Receives 16 bytes, which differ each time.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Encrypt(BlockCipher key, ReadOnlySpan<char> pin, ReadOnlySpan<char> pan, Span<byte> block, CalculationSteps? steps = null)
    {
        PinDigits.Check(pin);
        RequireAes(key);
        CardDigits.Check("PAN", pan, ShortestPan, 19);
        Span<byte> state = stackalloc byte[Length];
        Span<byte> field = stackalloc byte[Length];
        state[..FieldLength].Fill((Fill << 4) | Fill);
        PinDigits.Write(pin, Control, state);
        RandomNumberGenerator.Fill(state[FieldLength..]);
        state.CopyTo(field);
        using BlockEngineLease lease = key.Rent();
        lease.Engine.Encrypt(state);
        steps?.Add("Encrypt the PIN field", Clause, field, key, state, StepValueKind.Pin);
        WritePan(pan, field);
        Bytes.Xor(state, field);
        steps?.Add("XOR the PAN field", Clause, field, null, state);
        block = block[..Length];
        state.CopyTo(block);
        lease.Engine.Encrypt(block);
        steps?.Add("Encrypt again", Clause, state, key, block);
        CryptographicOperations.ZeroMemory(state);
        CryptographicOperations.ZeroMemory(field);
    }

    /// <summary>Deciphers a PIN.</summary>
    /// <param name="key">An AES key.</param>
    /// <param name="block">16 bytes.</param>
    /// <param name="pan">
    /// 12 to 19 decimal digits with the check digit. A block that was made with the twelve digits of format 0 in place of the whole PAN
    /// ("legacy PAN length") is taken too.
    /// </param>
    /// <param name="pin">Receives up to 12 digits; the caller clears them. Nothing is left there when the block is refused.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>How many digits the PIN has.</returns>
    /// <exception cref="CryptographyException">
    /// <see cref="CryptographyError.PinBlock"/>, one text for all causes; <see cref="CryptographyError.InvalidKey"/>,
    /// <see cref="CryptographyError.InvalidArgument"/>.
    /// </exception>
    public static int Decrypt(BlockCipher key, ReadOnlySpan<byte> block, ReadOnlySpan<char> pan, Span<char> pin, CalculationSteps? steps = null)
    {
        RequireAes(key);
        CardDigits.Check("PAN", pan, ShortestPan, 19);
        if (block.Length != Length)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A PIN block of format 4 has {Length} bytes, but this one has {block.Length}.");
        }

        Span<byte> memory = stackalloc byte[3 * Length];
        Span<byte> intermediate = memory[..Length];
        block.CopyTo(intermediate);
        using BlockEngineLease lease = key.Rent();
        lease.Engine.Decrypt(intermediate);
        steps?.Add("Decrypt the block", Clause, block, key, intermediate);
        int length = Open(key, lease.Engine, memory, pan, pin, steps);
        if (length == 0 && pan.Length > ShortestPan)
        {
            length = Open(key, lease.Engine, memory, pan[^13..^1], pin, steps);
        }

        CryptographicOperations.ZeroMemory(memory);
        return length > 0 ? length : throw PinDigits.NotAPinBlock();
    }

    // The memory holds the intermediate block, and has room for two more.
    private static int Open(BlockCipher key, BlockEngine engine, Span<byte> memory, ReadOnlySpan<char> pan, Span<char> pin, CalculationSteps? steps)
    {
        Span<byte> state = memory.Slice(Length, Length);
        Span<byte> field = memory[(2 * Length)..];
        WritePan(pan, state);
        Bytes.Xor(state, memory[..Length]);
        state.CopyTo(field);
        engine.Decrypt(field);
        int length = PinDigits.Read(field, Control, Fill, Fill, pin);
        steps?.Add("XOR the PAN field, decrypt again", Clause, state, key, field, outputKind: StepValueKind.Pin);
        if (length > 0)
        {
            steps?.AddDigits("Read the PIN", Clause, field, pin[..length], StepValueKind.Pin);
        }

        return length;
    }

    // ISO 9564-1, 9.4.2.3: by how much the PAN is longer than 12 digits, the PAN, zeros.
    private static void WritePan(ReadOnlySpan<char> pan, Span<byte> field)
    {
        var packed = (UInt128)(uint)(pan.Length - ShortestPan);
        foreach (char digit in pan)
        {
            packed = (packed << 4) | (uint)(digit - '0');
        }

        BinaryPrimitives.WriteUInt128BigEndian(field, packed << (4 * ((2 * Length) - 1 - pan.Length)));
    }

    private static void RequireAes(BlockCipher key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Algorithm != BlockCipherAlgorithm.Aes)
        {
            throw new CryptographyException(CryptographyError.InvalidKey, "A PIN block of format 4 needs an AES key, but this is a TDES key.");
        }
    }
}
