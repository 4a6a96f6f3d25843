using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Macs;

/// <summary>The MAC of AS 2805.4.1: ISO/IEC 9797-1 algorithm 3 with zero padding, of which the first 4 bytes are sent.</summary>
public static class As2805Mac
{
    /// <summary>Length of the MAC in bytes.</summary>
    public const int Length = 4;

    /// <summary>Computes the MAC.</summary>
    /// <param name="key">16 or 24 bytes.</param>
    /// <param name="message">Any number of bytes.</param>
    /// <param name="mac">Receives the MAC: 4 bytes.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Compute(ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, Span<byte> mac, CalculationSteps? steps = null)
    {
        if (mac.Length != Length)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A MAC of AS 2805.4.1 has {Length} bytes, not {mac.Length}.");
        }

        Iso9797Mac.Algorithm3(key, message, Iso9797Padding.Method1, mac, steps);
    }
}
