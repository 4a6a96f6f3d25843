using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Emv;

/// <summary>The key of one card (ICC master key, UDK) from the issuer's master key: EMV 4.3 book 2, A1.4.</summary>
public static class EmvCardKey
{
    private const string OptionA = "EMV 4.3 book 2, A1.4.1";
    private const string OptionB = "EMV 4.3 book 2, A1.4.2";
    private const int Digits = 16;

    /// <summary>Option A: from the rightmost 16 digits of the PAN with its sequence number.</summary>
    /// <param name="masterKey">The issuer's master key: 16 bytes.</param>
    /// <param name="pan">12 to 19 decimal digits.</param>
    /// <param name="panSequenceNumber">2 decimal digits, <c>00</c> for a card without one.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer DeriveOptionA(
        ReadOnlySpan<byte> masterKey, ReadOnlySpan<char> pan, ReadOnlySpan<char> panSequenceNumber, CalculationSteps? steps = null)
    {
        Check(masterKey, pan, panSequenceNumber);
        Span<char> all = stackalloc char[pan.Length + 2];
        Join(pan, panSequenceNumber, all);
        Span<char> last = stackalloc char[Digits];
        last.Fill('0');
        int taken = Math.Min(all.Length, Digits);
        all[^taken..].CopyTo(last[^taken..]);
        if (steps is not null)
        {
            Span<byte> taking = stackalloc byte[Digits / 2];
            taking.Clear();
            CardDigits.Pack(last, taking, 0);
            steps.AddBlock("Take the rightmost 16 digits of PAN and sequence number", OptionA, all, taking);
            CryptographicOperations.ZeroMemory(taking);
        }

        SecretBuffer key = Derive(masterKey, last, OptionA, steps);
        all.Clear();
        last.Clear();
        return key;
    }

    /// <summary>Option B: from 16 digits of the hash of the PAN with its sequence number; as option A where the PAN has 16 digits or fewer.</summary>
    /// <param name="masterKey">The issuer's master key: 16 bytes.</param>
    /// <param name="pan">12 to 19 decimal digits.</param>
    /// <param name="panSequenceNumber">2 decimal digits, <c>00</c> for a card without one.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes with odd parity; the caller disposes them.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static SecretBuffer DeriveOptionB(
        ReadOnlySpan<byte> masterKey, ReadOnlySpan<char> pan, ReadOnlySpan<char> panSequenceNumber, CalculationSteps? steps = null)
    {
        if (pan.Length <= Digits)
        {
            return DeriveOptionA(masterKey, pan, panSequenceNumber, steps);
        }

        Check(masterKey, pan, panSequenceNumber);
        int odd = pan.Length % 2;
        Span<char> all = stackalloc char[odd + pan.Length + 2];
        all[0] = '0';
        Join(pan, panSequenceNumber, all[odd..]);
        Span<byte> packed = stackalloc byte[all.Length / 2];
        packed.Clear();
        CardDigits.Pack(all, packed, 0);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard says SHA-1, and only spreads the digits of a card number with it.
        SHA1.HashData(packed, hash);
#pragma warning restore CA5350
        Span<char> digits = stackalloc char[Digits];
        CardDigits.Decimalise(hash, 0, digits);
        steps?.AddDigits("Hash the PAN and its sequence number, decimalise", OptionB, packed, digits);
        SecretBuffer key = Derive(masterKey, digits, OptionB, steps);
        all.Clear();
        CryptographicOperations.ZeroMemory(packed);
        CryptographicOperations.ZeroMemory(hash);
        digits.Clear();
        return key;
    }

    private static void Check(ReadOnlySpan<byte> masterKey, ReadOnlySpan<char> pan, ReadOnlySpan<char> panSequenceNumber)
    {
        EmvKeys.CheckKey("issuer master key", masterKey);
        CardDigits.Check("PAN", pan, 12, 19);
        CardDigits.Check("PAN sequence number", panSequenceNumber, 2, 2);
    }

    private static void Join(ReadOnlySpan<char> pan, ReadOnlySpan<char> panSequenceNumber, Span<char> all)
    {
        pan.CopyTo(all);
        panSequenceNumber.CopyTo(all[pan.Length..]);
    }

    private static SecretBuffer Derive(ReadOnlySpan<byte> masterKey, ReadOnlySpan<char> digits, string clause, CalculationSteps? steps)
    {
        Span<byte> data = stackalloc byte[EmvKeys.Length];
        data.Clear();
        CardDigits.Pack(digits, data, 0);
        for (int i = 0; i < data.Length / 2; i++)
        {
            data[i + 8] = (byte)~data[i];
        }

        SecretBuffer key = EmvKeys.Encrypt(masterKey, data);
        steps?.AddTdes("Encrypt the digits and their complement for the card key, odd parity", clause, data, masterKey, key.Span, StepValueKind.TdesKey);
        CryptographicOperations.ZeroMemory(data);
        return key;
    }
}
