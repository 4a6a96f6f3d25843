using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>The last import checks: the key itself against what its header says.</summary>
internal static class WrappedKeyRules
{
    /// <summary>The cipher that a symmetric key is for, or null for HMAC and asymmetric keys.</summary>
    public static BlockCipherAlgorithm? CipherOf(Tr31Algorithm algorithm) => algorithm switch
    {
        Tr31Algorithm.Aes => BlockCipherAlgorithm.Aes,
        Tr31Algorithm.Tdes or Tr31Algorithm.Des => BlockCipherAlgorithm.Tdes,
        _ => null,
    };

    /// <summary>The lengths in bytes that keys of an algorithm have; empty when they vary.</summary>
    public static ReadOnlySpan<int> LengthsOf(Tr31Algorithm algorithm) => algorithm switch
    {
        Tr31Algorithm.Aes => [16, 24, 32],
        Tr31Algorithm.Tdes => [16, 24],
        Tr31Algorithm.Des => [8],
        _ => [],
    };

    public static void CheckLength(Tr31Algorithm algorithm, int length, bool allowOthers, Findings findings)
    {
        ReadOnlySpan<int> lengths = LengthsOf(algorithm);
        if (lengths.IsEmpty || lengths.Contains(length))
        {
            return;
        }

        string message = $"The header says that the key is {algorithm}, which has {string.Join(" or ", lengths.ToArray())} bytes, but the key has {length}.";
        if (!allowOthers)
        {
            throw new CryptographyException(CryptographyError.Tr31KeyLength, message);
        }

        findings.Advice(CryptographyError.Tr31KeyLength, message);
    }

    public static void CheckCheckValues(Tr31KeyBlockHeader header, ReadOnlySpan<byte> key, KeyBlockProtectionKey protectionKey, Findings findings)
    {
        if (header.OptionalBlocks.Count == 0)
        {
            return;
        }

        if (Stated(header, "KP") is { } stated && !Agrees(stated, protectionKey))
        {
            findings.Advice(
                CryptographyError.Tr31CheckValue,
                $"The KP block says that the KBPK has check value {stated.CheckValue}, but the KBPK under which the MAC verified has "
                    + $"{protectionKey.CheckValue}.");
        }

        if (Stated(header, "KC") is { } keyStated
            && Compute(header.Algorithm, key, keyStated) is { } computed
            && !KeyCheckValue.AreSame(computed, keyStated.CheckValue))
        {
            throw new CryptographyException(
                CryptographyError.Tr31CheckValue,
                $"The KC block says that the wrapped key has check value {keyStated.CheckValue}, but it has {computed}.");
        }
    }

    public static void CheckStrength(Tr31Algorithm algorithm, int length, KeyBlockProtectionKey protectionKey, Findings findings)
    {
        if (CipherOf(algorithm) is { } cipher && Strength(cipher, length) > Strength(protectionKey.Algorithm, protectionKey.Length))
        {
            findings.Advice(
                CryptographyError.WeakerWrappingKey,
                $"The wrapped key ({algorithm}, {8 * length} bits) is stronger than the KBPK ({protectionKey.Algorithm}, {8 * protectionKey.Length} bits) " +
                "that protects it. PCI PIN wants a KBPK at least as strong.");
        }
    }

    /// <summary>Why a MAC may have failed, as far as check values can tell.</summary>
    public static string ExplainMacFailure(Tr31KeyBlockHeader header, KeyBlockProtectionKey protectionKey)
    {
        string start = $"The MAC of the key block does not verify under the KBPK with check value {protectionKey.CheckValue}.";
        return Stated(header, "KP") switch
        {
            null => start + " Either this is another KBPK than the sender's, or the block was changed after wrapping. Compare the check value with the sender.",
            { } stated when Agrees(stated, protectionKey) =>
                start + $" The KP block names the same check value ({stated.CheckValue}), so the block was probably changed after wrapping.",
            { } stated => start + $" The KP block names check value {stated.CheckValue}, so the sender used another KBPK.",
        };
    }

    private static KeyCheckValueBlock? Stated(Tr31KeyBlockHeader header, string id) => header.FindBlock(id) as KeyCheckValueBlock;

    private static bool Agrees(KeyCheckValueBlock stated, KeyBlockProtectionKey key)
        => KeyCheckValue.AreSame(key.ComputeCheckValue(stated.Method == KeyCheckValueMethod.Cmac, stated.CheckValue.Length / 2), stated.CheckValue);

    private static string? Compute(Tr31Algorithm algorithm, ReadOnlySpan<byte> key, KeyCheckValueBlock stated)
    {
        if (CipherOf(algorithm) is not { } cipher || !LengthsOf(algorithm).Contains(key.Length))
        {
            return null;
        }

        int length = stated.CheckValue.Length / 2;
        return stated.Method == KeyCheckValueMethod.Cmac ? KeyCheckValue.Cmac(cipher, key, length) : KeyCheckValue.AnsiX924(cipher, key, length);
    }

    // Bits of security by NIST SP 800-57 for whole keys; two-key TDES counts as 80 as PCI counts it.
    private static int Strength(BlockCipherAlgorithm cipher, int length) => (cipher, length) switch
    {
        (BlockCipherAlgorithm.Aes, _) => 8 * length,
        (_, <= 8) => 56,
        (_, <= 16) => 80,
        _ => 112,
    };
}
