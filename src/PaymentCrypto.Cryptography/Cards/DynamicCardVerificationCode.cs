using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Cards;

/// <summary>The dynamic card verification code (CVC3) of Mastercard's contactless magnetic stripe.</summary>
public static class DynamicCardVerificationCode
{
    private const string Clause = "Mastercard PayPass Mag Stripe specification, CVC3";
    private const int MostDigits = 5;

    /// <summary>Computes the code.</summary>
    /// <param name="cardKey">The card key for CVC3: 16 bytes.</param>
    /// <param name="trackData">The static part of the track, with zeros where the dynamic digits stand: at least one byte.</param>
    /// <param name="unpredictableNumber">Of the terminal: 4 bytes.</param>
    /// <param name="counter">The application transaction counter: 2 bytes.</param>
    /// <param name="code">Receives the rightmost digits of the code: 1 to 5.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Generate(
        ReadOnlySpan<byte> cardKey,
        ReadOnlySpan<byte> trackData,
        ReadOnlySpan<byte> unpredictableNumber,
        ReadOnlySpan<byte> counter,
        Span<char> code,
        CalculationSteps? steps = null)
    {
        if (cardKey.Length != 16)
        {
            throw new CryptographyException(CryptographyError.InvalidKey, $"An EMV card key has 16 bytes, but this one has {cardKey.Length}.");
        }

        if (trackData.IsEmpty || unpredictableNumber.Length != 4 || counter.Length != 2)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument,
                "A CVC3 needs at least one byte of track data, an unpredictable number of 4 bytes and a counter of 2 bytes, but was given "
                + $"{trackData.Length}, {unpredictableNumber.Length} and {counter.Length}.");
        }

        if (code.Length is < 1 or > MostDigits)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A CVC3 has 1 to {MostDigits} digits, not {code.Length}.");
        }

        Span<byte> mac = stackalloc byte[8];
        Iso9797Mac.Algorithm3(cardKey, trackData, Iso9797Padding.Method2, mac);
        steps?.AddTdes("Retail MAC over the track data; its last two bytes are the initial vector", Clause, trackData, cardKey, mac);
        Span<byte> block = stackalloc byte[8];
        mac[6..].CopyTo(block);
        unpredictableNumber.CopyTo(block[2..]);
        counter.CopyTo(block[6..]);
        TdesBlock.Encrypt(cardKey, block, mac);
        steps?.AddTdes("Encrypt the initial vector, unpredictable number and counter", Clause, block, cardKey, mac);
        Span<char> digits = stackalloc char[MostDigits];
        BinaryPrimitives.ReadUInt16BigEndian(mac[6..]).TryFormat(digits, out _, "D5", CultureInfo.InvariantCulture);
        digits[^code.Length..].CopyTo(code);
        steps?.AddDigits("The last two bytes as a decimal number", Clause, mac[6..], code);
        CryptographicOperations.ZeroMemory(mac);
        CryptographicOperations.ZeroMemory(block);
        digits.Clear();
    }
}
