using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>The names of key algorithms: the service's, and four families for what it has no name for.</summary>
internal static class KeyAlgorithms
{
    public const string Tdes = "TDES";
    public const string Aes = "AES";
    public const string Des = "DES";
    public const string Hmac = "HMAC";

    private const int DesLength = 8;

    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        [Des] = DesLength,
        [KeyAlgorithm.Tdes2Key] = 16,
        [KeyAlgorithm.Tdes3Key] = 24,
        [KeyAlgorithm.Aes128] = 16,
        [KeyAlgorithm.Aes192] = 24,
        [KeyAlgorithm.Aes256] = 32,
    };

    /// <summary>The full name of the algorithm of a key of this length.</summary>
    /// <exception cref="KeyInputException">There is no such algorithm, or it has other lengths, or the length leaves a choice.</exception>
    public static string Resolve(KeyForm form, int length)
    {
        if (Canonical(form.Algorithm) is { } wanted)
        {
            return OfFamily(wanted, length) ?? throw WrongLength(form, wanted, length);
        }

        return length switch
        {
            DesLength => Des,
            32 => KeyAlgorithm.Aes256,
            _ => Canonical(form.Assumed) is { } assumed
                ? OfFamily(assumed, length) ?? throw WrongLength(form, assumed, length)
                : throw new KeyInputException(
                    KeyInputFailure.AlgorithmMissing,
                    length is 16 or 24
                        ? $"The {form.What} has {length} bytes, which may be {OfFamily(Tdes, length)} or {OfFamily(Aes, length)}: say which with the algorithm."
                        : $"The {form.What} has {length} bytes, which is no length of a DES, TDES or AES key: say what it is with the algorithm, for "
                            + "example HMAC_SHA256."),
        };
    }

    /// <summary>Whether a key of one algorithm is what is wanted.</summary>
    public static bool Fits(string algorithm, string wanted) => Canonical(wanted) switch
    {
        Tdes => algorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key,
        Aes => Family(algorithm) == BlockCipherAlgorithm.Aes,
        Hmac => IsHmac(algorithm),
        { } name => name == algorithm,
        null => true,
    };

    /// <summary>The cipher that a key is for; null when it is for none.</summary>
    public static BlockCipherAlgorithm? Family(string algorithm) => algorithm switch
    {
        Des or Tdes or KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key => BlockCipherAlgorithm.Tdes,
        Aes or KeyAlgorithm.Aes128 or KeyAlgorithm.Aes192 or KeyAlgorithm.Aes256 => BlockCipherAlgorithm.Aes,
        _ => null,
    };

    /// <summary>The hash of an HMAC key; null for another key, or when it is not known.</summary>
    public static HmacHash? HashOf(string algorithm) => algorithm switch
    {
        KeyAlgorithm.HmacSha224 => HmacHash.Sha224,
        KeyAlgorithm.HmacSha256 => HmacHash.Sha256,
        KeyAlgorithm.HmacSha384 => HmacHash.Sha384,
        KeyAlgorithm.HmacSha512 => HmacHash.Sha512,
        _ => null,
    };

    public static bool IsHmac(string algorithm) => algorithm.StartsWith(Hmac, StringComparison.Ordinal);

    /// <summary>The letter of the algorithm in a header.</summary>
    public static Tr31Algorithm Letter(string algorithm) => algorithm switch
    {
        Des => Tr31Algorithm.Des,
        "RSA" => Tr31Algorithm.Rsa,
        "ECC" => Tr31Algorithm.EllipticCurve,
        _ when IsHmac(algorithm) => Tr31Algorithm.Hmac,
        _ when Family(algorithm) == BlockCipherAlgorithm.Tdes => Tr31Algorithm.Tdes,
        _ when Family(algorithm) == BlockCipherAlgorithm.Aes => Tr31Algorithm.Aes,
        _ => throw new KeyInputException(KeyInputFailure.AlgorithmUnknown, $"A key block header has no letter for the algorithm {algorithm}."),
    };

    /// <summary>The family that a header's letter means; null for those that are not symmetric.</summary>
    public static string? FamilyOf(Tr31Algorithm letter) => letter switch
    {
        Tr31Algorithm.Tdes => Tdes,
        Tr31Algorithm.Des => Des,
        Tr31Algorithm.Aes => Aes,
        Tr31Algorithm.Hmac or Tr31Algorithm.HmacSha2 or Tr31Algorithm.HmacSha3 => Hmac,
        _ => null,
    };

    /// <summary>The name of the algorithm of a key that came with a header.</summary>
    public static string OfKey(Tr31Algorithm letter, int length, HmacHash? hash) => letter switch
    {
        Tr31Algorithm.Rsa => "RSA",
        Tr31Algorithm.EllipticCurve => "ECC",
        _ when FamilyOf(letter) is not { } family => "OTHER",
        _ when FamilyOf(letter) == Hmac => Lookup(hash) ?? Hmac,
        // Single DES keys are seen under the letter of triple DES, and the other way round.
        _ when FamilyOf(letter) is Tdes or Des => OfFamily(Tdes, length) ?? (length == DesLength ? Des : "OTHER"),
        _ => OfFamily(Aes, length) ?? "OTHER",
    };

    private static string? Lookup(HmacHash? hash) => hash switch
    {
        HmacHash.Sha224 => KeyAlgorithm.HmacSha224,
        HmacHash.Sha256 => KeyAlgorithm.HmacSha256,
        HmacHash.Sha384 => KeyAlgorithm.HmacSha384,
        HmacHash.Sha512 => KeyAlgorithm.HmacSha512,
        _ => null,
    };

    private static string? Canonical(string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        string upper = name.ToUpperInvariant();
        return upper is Tdes or Aes or Hmac || Lengths.ContainsKey(upper) || HashOf(upper) is not null
            ? upper
            : throw new KeyInputException(
                KeyInputFailure.AlgorithmUnknown,
                $"'{name}' is not the algorithm of a symmetric key: it is one of {string.Join(", ", SymmetricKeyAlgorithm.All)}, or TDES, AES, HMAC, DES "
                    + "for any length.");
    }

    private static string? OfFamily(string wanted, int length) => wanted switch
    {
        Tdes => length switch { 16 => KeyAlgorithm.Tdes2Key, 24 => KeyAlgorithm.Tdes3Key, _ => null },
        Aes => length switch { 16 => KeyAlgorithm.Aes128, 24 => KeyAlgorithm.Aes192, 32 => KeyAlgorithm.Aes256, _ => null },
        _ when IsHmac(wanted) => length > 0 ? wanted : null,
        _ => Lengths[wanted] == length ? wanted : null,
    };

    private static KeyInputException WrongLength(KeyForm form, string wanted, int length)
    {
        string lengths = wanted switch
        {
            Tdes => "16 or 24",
            Aes => "16, 24 or 32",
            _ when IsHmac(wanted) => "at least 1",
            _ => Lengths[wanted].ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        return new KeyInputException(KeyInputFailure.AlgorithmMismatch, $"The {form.What} has {length} bytes; {wanted} has {lengths}.");
    }
}
