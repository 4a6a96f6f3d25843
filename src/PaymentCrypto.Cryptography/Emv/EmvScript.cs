using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Emv;

/// <summary>
/// The parts of an issuer script: its MAC, and the block of a new offline PIN for Visa; every other scheme has format 2 of ISO 9564-1 (EMV 4.3 book 2, 9).
/// </summary>
public static class EmvScript
{
    /// <summary>Length of the MAC in bytes.</summary>
    public const int MacLength = 8;

    /// <summary>Computes the MAC of a script command: ISO 9797-1 algorithm 3 with padding method 2 (book 2, 9.2.3.1).</summary>
    /// <param name="sessionKey">16 bytes, for integrity.</param>
    /// <param name="message">Header, counters, cryptogram and data, as the scheme orders them.</param>
    /// <param name="mac">Receives 8 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Mac(ReadOnlySpan<byte> sessionKey, ReadOnlySpan<byte> message, Span<byte> mac, CalculationSteps? steps = null)
    {
        EmvKeys.CheckKey("EMV session key", sessionKey);
        EmvKeys.CheckField("MAC of a script", mac, MacLength);
        Iso9797Mac.Algorithm3(sessionKey, message, Iso9797Padding.Method2, mac);
        steps?.AddTdes("Retail MAC over the message, padding method 2", "EMV 4.3 book 2, 9.2.3.1", message, sessionKey, mac);
    }

    /// <summary>Forms the block of a PIN for a card of Visa: length, PIN and fill, XORed with part of the card key and the PIN that it replaces.</summary>
    /// <param name="cardKey">The card key for application cryptograms: 16 bytes.</param>
    /// <param name="pin">4 to 12 decimal digits.</param>
    /// <param name="currentPin">The PIN on the card, where the scheme asks for it: 4 to 12 decimal digits; empty where it does not.</param>
    /// <param name="block">Receives 8 bytes, in the clear.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void VisaPinBlock(
        ReadOnlySpan<byte> cardKey, ReadOnlySpan<char> pin, ReadOnlySpan<char> currentPin, Span<byte> block, CalculationSteps? steps = null)
    {
        const string Clause = "Visa Integrated Circuit Card Specification, appendix C.11";
        EmvKeys.CheckKey("EMV card key", cardKey);
        PinBlock.Encode(PinBlockFormat.Iso2, pin, default, block);

        // The length alone, without the control field of the format.
        block[0] &= 0x0F;
        Bytes.Xor(block[4..], cardKey[4..8]);
        if (!currentPin.IsEmpty)
        {
            CardDigits.Check("current PIN", currentPin, 4, 12);
            Span<byte> current = stackalloc byte[PinBlock.Length];
            current.Clear();
            CardDigits.Pack(currentPin, current, 0);
            Bytes.Xor(block, current);
            CryptographicOperations.ZeroMemory(current);
        }

        steps?.AddBlock("Form the block, XOR bytes 5 to 8 of the card key and the current PIN", Clause, pin, block, StepValueKind.Pin, StepValueKind.Pin);
    }
}
