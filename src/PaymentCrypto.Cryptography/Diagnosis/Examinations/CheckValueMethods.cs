using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>Which method gives a check value, and over which form of the key.</summary>
internal static class CheckValueMethods
{
    private const int LeastDigits = 4;
    private const int MostDigits = 32;

    /// <summary>Compares a check value with the key's, and names the method by which it was computed when it is another.</summary>
    /// <param name="examination">Receives the finding.</param>
    /// <param name="algorithm">The key's cipher.</param>
    /// <param name="key">The key.</param>
    /// <param name="expected">What the sender says.</param>
    /// <param name="what">Whose check value it is, for the finding.</param>
    /// <returns>Whether it is that of the usual method.</returns>
    public static bool Examine(Examination examination, BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, string expected, string what)
    {
        if (Read(expected) is not { } digits)
        {
            examination.Fail(
                ExchangeCause.CheckValueForm,
                string.Create(CultureInfo.InvariantCulture,
                    $"The check value of the {what} has {expected.Length} characters and is no even number of hex digits."),
                $"{LeastDigits} to {MostDigits} hex digits");
            return false;
        }

        string usual = KeyCheckValue.Standard(algorithm, key);
        if (Agree(usual, digits))
        {
            examination.Pass(ExchangeCause.CheckValue, $"The {what} has the check value {usual}, as expected.");
            return true;
        }

        if (Name(algorithm, key, digits) is { } method)
        {
            examination.Fail(
                ExchangeCause.CheckValueMethod,
                $"{digits} is the check value of the {what} by another method: {method}.",
                $"{usual} ({(algorithm == BlockCipherAlgorithm.Tdes ? "ANSI X9.24" : "CMAC")})");
            return false;
        }

        examination.Fail(ExchangeCause.CheckValue, $"The {what} has the check value {usual}; {digits} was expected, and no method that is known gives it.",
            usual);
        return false;
    }

    /// <summary>The digits of a check value in upper case; null when it is none.</summary>
    public static string? Read(string text)
    {
        string digits = string.Concat(text.Where(static c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return digits.Length is >= LeastDigits and <= MostDigits && digits.Length % 2 == 0 && HexText.IsHex(digits) ? digits : null;
    }

    /// <summary>Whether two check values agree as far as the shorter one goes.</summary>
    public static bool Agree(string one, string other)
    {
        int length = Math.Min(one.Length, other.Length);
        return CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(one.AsSpan(0, length)), MemoryMarshal.AsBytes(other.AsSpan(0, length)));
    }

    private static string? Name(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, string digits)
    {
        bool isTdes = algorithm == BlockCipherAlgorithm.Tdes;
        if (Agree(isTdes ? KeyCheckValue.Cmac(algorithm, key) : KeyCheckValue.AnsiX924(algorithm, key), digits))
        {
            return isTdes ? "CMAC over a block of zeros" : "a block of zeros encrypted (ANSI X9.24)";
        }

        using var form = new SecretBuffer(key.Length);
        ComponentSwap.Halves(key, form.Span);
        if (Agree(KeyCheckValue.Standard(algorithm, form.Span), digits))
        {
            return "over the key with its halves in the other order";
        }

        if (isTdes && key.Length == 24 && Agree(KeyCheckValue.Standard(algorithm, key[..16]), digits))
        {
            return "over its first 16 bytes alone, three-key TDES as two-key";
        }

        if (isTdes && key.Length > 8 && Agree(KeyCheckValue.Standard(algorithm, key[..8]), digits))
        {
            return "over its first 8 bytes alone, single DES";
        }

        return ByBlockOfOnes(algorithm, key, digits) ?? ByHash(key, digits) ?? ByOtherCipher(algorithm, key, digits);
    }

    // GlobalPlatform 2.2 (B.6): AES keys encrypt a block of 01.
    private static string? ByBlockOfOnes(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, string digits)
    {
        if (algorithm != BlockCipherAlgorithm.Aes)
        {
            return null;
        }

        using var cipher = BlockCipher.Create(algorithm, key);
        Span<byte> block = stackalloc byte[16];
        block.Fill(1);
        cipher.EncryptEcb(block, block);
        return Agree(HexText.Format(block), digits) ? "a block of 01 encrypted (GlobalPlatform)" : null;
    }

    private static string? ByHash(ReadOnlySpan<byte> key, string digits)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key, hash);
        if (Agree(HexText.Format(hash), digits))
        {
            return "SHA-256 of the key";
        }

        SHA1.HashData(key, hash);
        if (Agree(HexText.Format(hash[..SHA1.HashSizeInBytes]), digits))
        {
            return "SHA-1 of the key";
        }

        return Agree(KeyCheckValue.Hmac(HmacHash.Sha256, key), digits) ? "HMAC with SHA-256" : null;
    }

    private static string? ByOtherCipher(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key, string digits)
    {
        BlockCipherAlgorithm other = algorithm == BlockCipherAlgorithm.Tdes ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes;
        return key.Length is 16 or 24 && (Agree(KeyCheckValue.Standard(other, key), digits) || Agree(KeyCheckValue.AnsiX924(other, key), digits))
            ? $"taken as a key of {(other == BlockCipherAlgorithm.Aes ? "AES" : "TDES")}"
            : null;
    }
}
