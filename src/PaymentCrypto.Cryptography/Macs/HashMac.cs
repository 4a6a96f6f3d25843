using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Macs;

/// <summary>HMAC as a MAC of a message: <see cref="Hmac"/> with its step.</summary>
public static class HashMac
{
    /// <summary>Computes a MAC.</summary>
    /// <param name="hash">The hash. SHAKE has no HMAC.</param>
    /// <param name="key">The key, of any length.</param>
    /// <param name="message">The message, of any length.</param>
    /// <param name="steps">Collects the step.</param>
    /// <returns>The whole MAC, as long as the hash.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>: HMAC is not defined for the hash.</exception>
    public static byte[] Compute(HmacHash hash, ReadOnlySpan<byte> key, ReadOnlySpan<byte> message, CalculationSteps? steps = null)
    {
        byte[] mac = Hmac.Compute(hash, key, message);
        steps?.Add($"HMAC with {hash}", "FIPS 198-1 4", message, null, mac);
        return mac;
    }
}
