using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.Pins;

/// <summary>PINs by chance.</summary>
public static class RandomPin
{
    /// <summary>Draws a PIN; every PIN of the length is as likely (ISO 9564-1, 8.4).</summary>
    /// <param name="pin">Receives as many decimal digits as it is long: 4 to 12. The caller clears them.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Generate(Span<char> pin)
    {
        if (pin.Length is < PinDigits.Shortest or > PinDigits.Longest)
        {
            throw new CryptographyException(
                CryptographyError.InvalidArgument, $"A PIN has {PinDigits.Shortest} to {PinDigits.Longest} digits, not {pin.Length}.");
        }

        RandomNumberGenerator.GetItems("0123456789", pin);
    }
}
