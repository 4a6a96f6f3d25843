using System.Globalization;
using System.Text.RegularExpressions;

namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>The layouts of makers that are taken for TR-31, and what is in them.</summary>
internal static partial class ForeignLayout
{
    /// <summary>Looks for a layout of a maker's own.</summary>
    /// <param name="compact">The text without white space.</param>
    /// <param name="examination">Receives what there is to say.</param>
    /// <param name="inner">The block inside, when there is one.</param>
    /// <returns>Whether it is one.</returns>
    public static bool Find(string compact, Examination examination, out string? inner)
    {
        inner = null;
        if (SchemePrefix().IsMatch(compact))
        {
            inner = compact[1..];
            examination.Fail(ExchangeCause.FormSchemePrefix, "The text begins with 'R', the scheme letter that a payShield writes before a TR-31 block.",
                "a TR-31 block begins with its version, A to E");
            return true;
        }

        if (ThalesBlock().IsMatch(compact))
        {
            examination.Fail(
                ExchangeCause.FormForeignBlock,
                "This is a Thales key block (scheme S), which only a payShield with the same LMK opens.",
                "a TR-31 block",
                "Have the payShield export the key in scheme R (TR-31) under the key encryption key.");
            return true;
        }

        if (AtallaBlock().IsMatch(compact))
        {
            examination.Fail(
                ExchangeCause.FormForeignBlock,
                "This is an Atalla key block (header of 8 characters, 48 hex digits, MAC of 16, with commas between), for an Atalla HSM with the same MFK.",
                "a TR-31 block",
                "Have the Atalla export the key as TR-31 under the key encryption key.");
            return true;
        }

        if (VariantKey().Match(compact) is { Success: true } variant)
        {
            examination.Fail(
                ExchangeCause.FormForeignBlock,
                $"This is a key in the variant scheme {variant.Value[0]} of a payShield: {compact.Length - 1} hex digits of cryptogram without a header or "
                    + "MAC.",
                "a TR-31 block",
                "Have the payShield export the key in scheme R (TR-31) under the key encryption key.");
            return true;
        }

        return FindMessage(compact, examination, out inner);
    }

    /// <summary>Messages of HSMs, in which the block is one field: Futurex' Excrypt in brackets, Atalla's in angle brackets.</summary>
    private static bool FindMessage(string compact, Examination examination, out string? inner)
    {
        inner = null;
        bool isExcrypt = ExcryptMessage().IsMatch(compact);
        if (!isExcrypt && !AtallaMessage().IsMatch(compact))
        {
            return false;
        }

        foreach (string field in compact.Trim('[', ']', '<', '>').Split(isExcrypt ? ';' : '#'))
        {
            // A field of Excrypt begins with its two letters.
            foreach (int start in (ReadOnlySpan<int>)[0, 2])
            {
                if (field.Length > start + KeyBlockShape.HeaderLength && KeyBlockShape.IsLike(field.AsSpan(start)))
                {
                    inner = field[start..];
                }
            }
        }

        string sender = isExcrypt ? "a Futurex HSM (Excrypt, in brackets)" : "an Atalla HSM (in angle brackets)";
        string content = inner is null
            ? " and none of its fields is a TR-31 block"
            : string.Create(CultureInfo.InvariantCulture, $"; one of its fields is a TR-31 block of {inner.Length} characters");
        examination.Fail(
            ExchangeCause.FormEnvelope,
            $"This is a whole message of {sender}{content}.",
            "the key block alone",
            inner is null ? "Have the HSM export the key as TR-31 under the key encryption key." : "Give the field with the key block alone.");
        return true;
    }

    [GeneratedRegex(@"\AR[A-E][0-9]{4}[0-9A-Z]{4}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SchemePrefix();

    [GeneratedRegex(@"\AS[0-9A-E][0-9]{4}[0-9A-Z]{4}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ThalesBlock();

    [GeneratedRegex(@"\A[0-9][0-9A-Z]{7},[0-9A-F]{48},[0-9A-F]{16}\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AtallaBlock();

    [GeneratedRegex(@"\A(?:[UX](?=[0-9A-F]{32}\z)|[TY](?=[0-9A-F]{48}\z)|Z(?=[0-9A-F]{16}\z))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex VariantKey();

    [GeneratedRegex(@"\A\[AO[A-Z0-9]{4};.*\]\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExcryptMessage();

    [GeneratedRegex(@"\A<[0-9A-F]{2,4}#.*>\z", RegexOptions.CultureInvariant)]
    private static partial Regex AtallaMessage();
}
