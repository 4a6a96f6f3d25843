using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Pins;

// PVV, IBM 3624 and AS 2805 are defined for blocks of 8 bytes.
internal static class PinVerificationKey
{
    internal static void Require(BlockCipher key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Algorithm != BlockCipherAlgorithm.Tdes)
        {
            throw new CryptographyException(CryptographyError.InvalidKey, "A TDES key is needed here, but this is an AES key.");
        }
    }
}
