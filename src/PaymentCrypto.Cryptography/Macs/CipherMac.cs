using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Macs;

/// <summary>CMAC with AES or TDES (NIST SP 800-38B; ISO/IEC 9797-1:2011 algorithm 5).</summary>
public static class CipherMac
{
    /// <summary>Computes a MAC.</summary>
    /// <param name="key">The key.</param>
    /// <param name="message">Any number of bytes; nothing is to be padded before.</param>
    /// <param name="mac">Receives the leftmost bytes of the MAC: 1 byte to a whole block.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Compute(BlockCipher key, ReadOnlySpan<byte> message, Span<byte> mac, CalculationSteps? steps = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (mac.Length < 1 || mac.Length > key.BlockSize)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument, $"A CMAC under this key has 1 to {key.BlockSize} bytes, not {mac.Length}.");
        }

        key.ComputeCmac(message, mac);
        steps?.Add("Chain the message, mask the last block by a subkey", "NIST SP 800-38B 6.2", message, key, mac);
    }
}
