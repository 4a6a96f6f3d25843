using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Pins;

// PVV and IBM 3624 are defined for blocks of 8 bytes.
internal static class PinVerificationKey
{
    internal static void Require(BlockCipher key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Algorithm != BlockCipherAlgorithm.Tdes)
        {
            throw new CryptographyException(CryptographyError.InvalidKey, "PINs are verified with a TDES key, but this is an AES key.");
        }
    }
}
