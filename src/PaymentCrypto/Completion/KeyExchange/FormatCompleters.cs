using PaymentCrypto.Api;

namespace PaymentCrypto.Completion.KeyExchange;

/// <summary>Offers the algorithms of clear keys.</summary>
public sealed class SymmetricAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public SymmetricAlgorithmCompleter()
        : base(
            new CompletionValue(KeyAlgorithm.Tdes2Key, "TDES, 16 bytes"),
            new CompletionValue(KeyAlgorithm.Tdes3Key, "TDES, 24 bytes"),
            new CompletionValue(KeyAlgorithm.Aes128, "AES, 16 bytes"),
            new CompletionValue(KeyAlgorithm.Aes192, "AES, 24 bytes"),
            new CompletionValue(KeyAlgorithm.Aes256, "AES, 32 bytes"),
            new CompletionValue(KeyAlgorithm.HmacSha224, "HMAC with SHA-224"),
            new CompletionValue(KeyAlgorithm.HmacSha256, "HMAC with SHA-256"),
            new CompletionValue(KeyAlgorithm.HmacSha384, "HMAC with SHA-384"),
            new CompletionValue(KeyAlgorithm.HmacSha512, "HMAC with SHA-512"),
            new CompletionValue("TDES", "TDES of any length"),
            new CompletionValue("AES", "AES of any length"))
    {
    }
}

/// <summary>Offers the algorithms of key pairs.</summary>
public sealed class KeyPairAlgorithmCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public KeyPairAlgorithmCompleter()
        : base(
            new CompletionValue(KeyAlgorithm.Rsa2048, "RSA with 2048 bits: TR-34 and cryptograms of TDES keys"),
            new CompletionValue(KeyAlgorithm.Rsa3072, "RSA with 3072 bits: TR-34 and cryptograms of TDES and AES-128 keys"),
            new CompletionValue(KeyAlgorithm.Rsa4096, "RSA with 4096 bits: TR-34 and cryptograms of TDES and AES-128 keys"),
            new CompletionValue(KeyAlgorithm.EccNistP256, "P-256: ECDH for keys up to AES-128"),
            new CompletionValue(KeyAlgorithm.EccNistP384, "P-384: ECDH for keys up to AES-192"),
            new CompletionValue(KeyAlgorithm.EccNistP521, "P-521: ECDH for keys up to AES-256"))
    {
    }
}

/// <summary>Offers the ways to compute the check value of a clear key; where its algorithm is on the command line, those that go with it.</summary>
public sealed class CheckValueMethodCompleter : ValueCompleter
{
    private static readonly CompletionValue[] Known =
    [
        new(KeyCheckValueAlgorithm.AnsiX924, "A block of zeros encrypted: usual for TDES"),
        new(KeyCheckValueAlgorithm.Cmac, "CMAC of a block of zeros: usual for AES"),
        new(KeyCheckValueAlgorithm.Hmac, "HMAC of nothing: usual for HMAC keys"),
    ];

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        Known.Where(value => request.Text("Algorithm") is not { } algorithm
        || algorithm.StartsWith("HMAC", StringComparison.OrdinalIgnoreCase) == (value.Text == KeyCheckValueAlgorithm.Hmac));
}

/// <summary>Offers the paddings of key cryptograms.</summary>
public sealed class WrappingSpecCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public WrappingSpecCompleter()
        : base(
            new CompletionValue(WrappingKeySpec.RsaOaepSha256, "RSA-OAEP with SHA-256"),
            new CompletionValue(WrappingKeySpec.RsaOaepSha512, "RSA-OAEP with SHA-512"))
    {
    }
}

/// <summary>Offers the layouts of TR-34 tokens.</summary>
public sealed class DialectCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public DialectCompleter()
        : base(
            new CompletionValue("Aws", "AWS Payment Cryptography and its samples"),
            new CompletionValue("StrictCms", "CMS to the letter, as OpenSSL reads it"),
            new CompletionValue("AnnexB", "The samples of X9 TR-34:2012 as printed"),
            new CompletionValue("AnnexBRepaired", "The samples of X9 TR-34:2012 with the ciphertext where CMS has it"),
            new CompletionValue("Futurex", "Futurex and VirtuCrypt"))
    {
    }
}

/// <summary>Offers the variants that AS 2805 uses a key encryption key in.</summary>
public sealed class As2805VariantCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public As2805VariantCompleter()
        : base(
            new CompletionValue(As2805KeyVariant.PinEncryptionKeyVariant28, "28: PIN encryption key"),
            new CompletionValue(As2805KeyVariant.MessageAuthenticationKeyVariant24, "24: MAC key"),
            new CompletionValue(As2805KeyVariant.DataEncryptionKeyVariant22, "22: data encryption key"),
            new CompletionValue(As2805KeyVariant.TerminalMajorKeyVariant00, "00: key encryption key"))
    {
    }
}
