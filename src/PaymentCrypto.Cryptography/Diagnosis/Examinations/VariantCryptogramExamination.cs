using System.Globalization;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>
/// A key under a variant of a key encryption key (AS 2805). Nothing authenticates it: only the check value of the key shows which key
/// encryption key, variant and mode were used, so that each is tried against it.
/// </summary>
public static class VariantCryptogramExamination
{
    private const int BlockLength = 8;

    /// <summary>Examines a cryptogram.</summary>
    /// <param name="cryptogram">The cryptogram, 16 or 24 bytes.</param>
    /// <param name="candidates">The key encryption keys.</param>
    /// <param name="variant">The variant that the request names; null when it is not said.</param>
    /// <param name="checkValue">The check value of the key; null when none was given.</param>
    /// <returns>The findings, the first cause first.</returns>
    public static IReadOnlyList<ExchangeFinding> Examine(
        ReadOnlySpan<byte> cryptogram, IReadOnlyList<ProtectionKeyCandidate> candidates, As2805KeyVariant? variant, string? checkValue)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var examination = new Examination();
        if (cryptogram.Length is not (16 or 24))
        {
            examination.Fail(
                nameof(CryptographyError.CryptogramLength), string.Create(CultureInfo.InvariantCulture,
                    $"The cryptogram has {cryptogram.Length} bytes."), "16 or 24 bytes");
            return examination.Findings;
        }

        examination.Pass(nameof(CryptographyError.CryptogramLength), string.Create(CultureInfo.InvariantCulture, $"{cryptogram.Length} bytes."));
        ProtectionKeyCandidate[] keys =
            candidates.Where(static candidate => candidate.Key.Algorithm == BlockCipherAlgorithm.Tdes && candidate.Key.Length > BlockLength)
            .OrderByDescending(static candidate => candidate.IsGiven).ToArray();
        if (keys.Length == 0)
        {
            examination.Unknown(ExchangeCause.ProtectionKeyOther, "No TDES key encryption key was given.");
            return examination.Findings;
        }

        if (string.IsNullOrWhiteSpace(checkValue))
        {
            examination.Unknown(ExchangeCause.CheckValue, "Without the check value of the key nothing shows which key encryption key and variant were used.");
            return examination.Findings;
        }

        if (CheckValueMethods.Read(checkValue) is not { } digits)
        {
            examination.Fail(ExchangeCause.CheckValueForm, "The check value is no even number of hex digits.");
            return examination.Findings;
        }

        Try(cryptogram, keys, variant, digits, examination);
        return examination.Findings;
    }

    private static void Try(ReadOnlySpan<byte> cryptogram, ProtectionKeyCandidate[] keys, As2805KeyVariant? variant, string digits, Examination examination)
    {
        ProtectionKeyCandidate? given = Array.Find(keys, static key => key.IsGiven);
        foreach (ProtectionKeyCandidate key in keys)
        {
            foreach (As2805KeyVariant tried in Enum.GetValues<As2805KeyVariant>().OrderByDescending(tried => tried == variant))
            {
                using SecretBuffer clear = As2805Cryptogram.Unwrap(key.Value, tried, cryptogram);
                if (!Gives(clear.Span, digits))
                {
                    continue;
                }

                if (given is not null && key != given)
                {
                    examination.Fail(ExchangeCause.ProtectionKeyOther, $"The cryptogram is under {key}, not under {given}.", key.ToString());
                }

                if (variant is { } stated && tried != stated)
                {
                    examination.Fail(ExchangeCause.CryptogramVariant, $"The cryptogram is under the variant {tried}, not under {stated}.", tried.ToString());
                }

                examination.Pass(ExchangeCause.CheckValue, $"Under {key} and the variant {tried} the key has the check value {digits}.");
                return;
            }

            if (IsEcb(cryptogram, key.Value, digits))
            {
                examination.Fail(ExchangeCause.CryptogramMode, $"The cryptogram is under {key} itself, in ECB and without a variant.",
                    "CBC with a zero initial vector, under a variant");
                return;
            }
        }

        ProtectionKeyCandidate single = given ?? keys[0];
        using SecretBuffer opened = As2805Cryptogram.Unwrap(single.Value, variant ?? As2805KeyVariant.TerminalMajorKey, cryptogram);
        CheckValueMethods.Examine(examination, BlockCipherAlgorithm.Tdes, opened.Span, digits, $"key, opened with {single},");
    }

    private static bool IsEcb(ReadOnlySpan<byte> cryptogram, ReadOnlySpan<byte> key, string digits)
    {
        using var cipher = BlockCipher.CreateTdes(key);
        using var clear = new SecretBuffer(cryptogram.Length);
        Span<byte> zeros = stackalloc byte[BlockLength];
        zeros.Clear();
        for (int at = 0; at < cryptogram.Length; at += BlockLength)
        {
            // One block in CBC with a zero initial vector is one in ECB.
            cipher.DecryptCbc(zeros, cryptogram.Slice(at, BlockLength), clear.Span.Slice(at, BlockLength));
        }

        return Gives(clear.Span, digits);
    }

    private static bool Gives(ReadOnlySpan<byte> key, string digits) =>
        CheckValueMethods.Agree(KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key, BlockLength), digits);
}
