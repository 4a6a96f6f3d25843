using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Examples;

/// <summary>Opens a TR-31 key block and wraps the key again.</summary>
public static class Tr31Example
{
    /// <summary>Opens the block, looks at it, and wraps its key under the same protection key as version D with a check value.</summary>
    /// <param name="keyBlock">A key block of any version that an AES protection key makes.</param>
    /// <param name="protectionKeyHex">The protection key in hexadecimal.</param>
    /// <returns>What the block is, and the new block.</returns>
    public static (string Description, string Rewrapped) Run(string keyBlock, string protectionKeyHex)
    {
        using SecretBuffer protectionKeyBytes = HexText.ParseSecret(protectionKeyHex, "protection key");
        using var protectionKey = KeyBlockProtectionKey.FromAes(protectionKeyBytes.Span);

        using Tr31UnwrappedKey key = Tr31KeyBlock.Unwrap(keyBlock, protectionKey);
        string checkValue = KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, key.Key);
        string description = $"{key.Header.KeyUsage.Description}, {key.Header.Algorithm}, {key.Key.Length * 8} bits, check value {checkValue}";

        var header = new Tr31KeyBlockHeader
        {
            Version = Tr31Version.D,
            KeyUsage = new Tr31KeyUsage("P0"),
            Algorithm = Tr31Algorithm.Aes,
            ModeOfUse = Tr31ModeOfUse.EncryptOnly,
            Exportability = Tr31Exportability.NonExportable,
        };
        var block = Tr31KeyBlock.Wrap(header, key.Key, protectionKey, new Tr31WrapOptions { AddKeyCheckValue = true });
        return (description, block.Text);
    }
}
