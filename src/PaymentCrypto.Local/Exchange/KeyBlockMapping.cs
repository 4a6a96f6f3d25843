using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Exchange;

/// <summary>The fields of a key block header and the key attributes that they stand for, in both directions.</summary>
internal static class KeyBlockMapping
{
    /// <summary>Refuses what everybody can see in a header, before anything is decrypted: its usage and its mode of use.</summary>
    /// <exception cref="ValidationException">The service has no such usage or mode.</exception>
    public static void RequireKnown(Tr31KeyBlockHeader header)
    {
        UsageOf(header);
        ModesOf(header);
    }

    /// <summary>Whether the header lets the key go on. Only the two letters that say so do: whatever else stands there does not (X9.143 table 9).</summary>
    public static bool IsExportable(Tr31KeyBlockHeader header) => header.Exportability is Tr31Exportability.Exportable or Tr31Exportability.Sensitive;

    /// <summary>The attributes of the key that a block carries. The attribute table is checked by the caller.</summary>
    /// <param name="header">The block's header.</param>
    /// <param name="keyLength">Length of the key in bytes.</param>
    /// <exception cref="ValidationException">The service has no such usage, algorithm or mode.</exception>
    public static KeyAttributes ToAttributes(Tr31KeyBlockHeader header, int keyLength) => new()
    {
        KeyUsage = UsageOf(header),
        KeyClass = KeyClass.SymmetricKey,
        KeyAlgorithm = AlgorithmOf(header, keyLength),
        KeyModesOfUse = ModesOf(header),
    };

    /// <summary>The header of a key to be exported.</summary>
    public static Tr31KeyBlockHeader ToHeader(KeyAttributes attributes, Tr31Version version)
    {
        Tr31Algorithm algorithm = LetterOf(attributes.KeyAlgorithm!);
        return new Tr31KeyBlockHeader
        {
            Version = version,
            KeyUsage = new Tr31KeyUsage(CodeOf(attributes.KeyUsage!)),
            Algorithm = algorithm,
            ModeOfUse = ModeLetters.ToLetter(attributes.KeyModesOfUse!)
                ?? throw new ValidationException("The key's modes of use cannot be written into a key block header."),
            Exportability = Tr31Exportability.Exportable,
            OptionalBlocks = algorithm == Tr31Algorithm.Hmac ? [new HmacHashBlock(CheckValues.HashOf(attributes.KeyAlgorithm!))] : [],
        };
    }

    private static string UsageOf(Tr31KeyBlockHeader header) => KeyUsage.All.FirstOrDefault(usage => CodeOf(usage) == header.KeyUsage.Code)
        ?? throw new ValidationException($"Key usage {header.KeyUsage.Code} in the key block header is not one that the service has.");

    private static KeyModesOfUse ModesOf(Tr31KeyBlockHeader header) => ModeLetters.FromLetter(header.ModeOfUse)
        ?? throw new ValidationException($"Mode of use {(char)header.ModeOfUse} in the key block header is not one that the service has.");

    private static string CodeOf(string usage) => usage["TR31_".Length..][..2];

    private static string AlgorithmOf(Tr31KeyBlockHeader header, int keyLength) => (header.Algorithm, keyLength) switch
    {
        (Tr31Algorithm.Tdes, 16) => KeyAlgorithm.Tdes2Key,
        (Tr31Algorithm.Tdes, 24) => KeyAlgorithm.Tdes3Key,
        (Tr31Algorithm.Aes, 16) => KeyAlgorithm.Aes128,
        (Tr31Algorithm.Aes, 24) => KeyAlgorithm.Aes192,
        (Tr31Algorithm.Aes, 32) => KeyAlgorithm.Aes256,
        (Tr31Algorithm.Hmac, _) => HmacOf(header),
        _ => throw new ValidationException(
            $"A {keyLength}-byte key of algorithm {(char)header.Algorithm} in the key block header is not one that the service has."),
    };

    // X9.143 6.3.6.4: the HM block names the hash, which the header's algorithm letter does not.
    private static string HmacOf(Tr31KeyBlockHeader header) => header.FindBlock<HmacHashBlock>()?.Hash switch
    {
        HmacHash.Sha224 => KeyAlgorithm.HmacSha224,
        HmacHash.Sha256 => KeyAlgorithm.HmacSha256,
        HmacHash.Sha384 => KeyAlgorithm.HmacSha384,
        HmacHash.Sha512 => KeyAlgorithm.HmacSha512,
        null => throw new ValidationException("An HMAC key needs an optional block HM that names its hash: 20, 21, 22 or 23 for SHA-224 to SHA-512."),
        HmacHash other =>
            throw new ValidationException($"The optional block HM names the hash {(int)other:X2}: the service has 20, 21, 22 and 23 (SHA-224 to SHA-512)."),
    };

    private static Tr31Algorithm LetterOf(string algorithm) => algorithm switch
    {
        KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key => Tr31Algorithm.Tdes,
        KeyAlgorithm.Aes128 or KeyAlgorithm.Aes192 or KeyAlgorithm.Aes256 => Tr31Algorithm.Aes,
        _ => Tr31Algorithm.Hmac,
    };
}
