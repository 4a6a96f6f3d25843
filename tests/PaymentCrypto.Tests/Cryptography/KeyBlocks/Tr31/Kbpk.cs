using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

internal static class Kbpk
{
    /// <summary>The KBPK that a version wants, from hex.</summary>
    public static KeyBlockProtectionKey For(char version, string hex)
    {
        byte[] key = Convert.FromHexString(hex);
        return version is 'D' or 'E' ? KeyBlockProtectionKey.FromAes(key) : KeyBlockProtectionKey.FromTdes(key);
    }
}
