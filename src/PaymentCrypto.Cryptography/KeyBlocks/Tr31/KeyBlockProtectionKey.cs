using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// A key block protection key (KBPK). What follows from it is computed once, on first use, and kept: unwrap thousands of blocks with one
/// instance, from any number of threads, and dispose it.
/// </summary>
public sealed class KeyBlockProtectionKey : IDisposable
{
    private const int SingleDesLength = 8;

    private readonly SecretBuffer _key;
    private readonly Lazy<ProtectionCiphers> _derived;
    private readonly Lazy<ProtectionCiphers> _counterMode;
    private readonly Lazy<ProtectionCiphers> _variants;

    private KeyBlockProtectionKey(BlockCipherAlgorithm algorithm, ReadOnlySpan<byte> key)
    {
        // Also checks the length.
        CheckValue = KeyCheckValue.Standard(algorithm, key);
        Algorithm = algorithm;
        _key = SecretBuffer.CopyOf(key);
        _derived = new Lazy<ProtectionCiphers>(() => Derive(ProtectionKeyDerivation.EncryptionCbcUsage));
        _counterMode = new Lazy<ProtectionCiphers>(() => Derive(ProtectionKeyDerivation.EncryptionCtrUsage));
        _variants = new Lazy<ProtectionCiphers>(MakeVariants);
    }

    /// <summary>The cipher of the key.</summary>
    public BlockCipherAlgorithm Algorithm { get; }

    /// <summary>Length of the key in bytes.</summary>
    public int Length => _key.Length;

    /// <summary>The usual check value of the key: ANSI X9.24 for TDES, CMAC for AES, 6 hex digits.</summary>
    public string CheckValue { get; }

    /// <summary>The version that is written under this key unless another is wanted: B under TDES, D under AES.</summary>
    public Tr31Version PreferredVersion => Algorithm == BlockCipherAlgorithm.Aes ? Tr31Version.D : Tr31Version.B;

    /// <summary>Takes an AES key, for versions D and E.</summary>
    /// <param name="key">16, 24 or 32 bytes. Copied; the caller zeroes its own.</param>
    /// <returns>The KBPK; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static KeyBlockProtectionKey FromAes(ReadOnlySpan<byte> key) => new(BlockCipherAlgorithm.Aes, key);

    /// <summary>Takes a TDES key, for version B and the withdrawn versions A and C.</summary>
    /// <param name="key">16 or 24 bytes; 8 bytes only for A and C. Copied; the caller zeroes its own.</param>
    /// <returns>The KBPK; the caller disposes it.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>.</exception>
    public static KeyBlockProtectionKey FromTdes(ReadOnlySpan<byte> key) => new(BlockCipherAlgorithm.Tdes, key);

    /// <summary>A longer check value, as KP and PK blocks carry it.</summary>
    /// <param name="useCmac">CMAC (up to 16 bytes for AES, 8 for TDES) instead of ANSI X9.24.</param>
    /// <param name="length">Length in bytes.</param>
    /// <returns>Two hex digits for each byte.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidArgument"/>.</exception>
    public string ComputeCheckValue(bool useCmac, int length)
        => useCmac ? KeyCheckValue.Cmac(Algorithm, _key.Span, length) : KeyCheckValue.AnsiX924(Algorithm, _key.Span, length);

    /// <summary>Zeroes the key and everything derived from it.</summary>
    public void Dispose()
    {
        foreach (Lazy<ProtectionCiphers> ciphers in new[] { _derived, _counterMode, _variants })
        {
            if (ciphers.IsValueCreated)
            {
                ciphers.Value.Dispose();
            }
        }

        _key.Dispose();
    }

    /// <summary>Algorithm, length and check value, never the key.</summary>
    /// <returns>For example <c>AES-256 key, check value 08793E</c>.</returns>
    public override string ToString() => $"{Describe()}, check value {CheckValue}";

    /// <summary>Whether blocks of a version are wrapped under such a key.</summary>
    internal bool Fits(Tr31Version version) => version is Tr31Version.D or Tr31Version.E
        ? Algorithm == BlockCipherAlgorithm.Aes
        : Algorithm == BlockCipherAlgorithm.Tdes && (Length > SingleDesLength || version != Tr31Version.B);

    /// <summary>The ciphers of a version, or the error that most people meet first.</summary>
    internal ProtectionCiphers CiphersFor(Tr31Version version) => (version, Algorithm) switch
    {
        (Tr31Version.D, BlockCipherAlgorithm.Aes) => _derived.Value,
        (Tr31Version.E, BlockCipherAlgorithm.Aes) => _counterMode.Value,
        (Tr31Version.B, BlockCipherAlgorithm.Tdes) when Length > SingleDesLength => _derived.Value,
        (Tr31Version.A or Tr31Version.C, BlockCipherAlgorithm.Tdes) => _variants.Value,
        _ => throw Mismatch(version),
    };

    private CryptographyException Mismatch(Tr31Version version)
    {
        string wanted = version switch
        {
            Tr31Version.D or Tr31Version.E => "an AES key",
            Tr31Version.B => "a TDES key of 16 or 24 bytes",
            _ => "a TDES key",
        };
        return new CryptographyException(
            CryptographyError.Tr31ProtectionKeyMismatch,
            $"A version {version} key block is protected by {wanted}, but the KBPK is {Article} {Describe()} (check value {CheckValue}). " +
            "Versions A, B and C go with TDES, D and E with AES.");
    }

    private string Article => Algorithm == BlockCipherAlgorithm.Aes ? "an" : "a";

    private string Describe()
        => Algorithm == BlockCipherAlgorithm.Aes ? $"AES-{8 * Length} key" : $"TDES key of {Length} bytes";

    private ProtectionCiphers Derive(ushort encryptionUsage)
    {
        using var cipher = BlockCipher.Create(Algorithm, _key.Span);
        using SecretBuffer encryption = ProtectionKeyDerivation.Derive(cipher, encryptionUsage);
        using SecretBuffer authentication = ProtectionKeyDerivation.Derive(cipher, ProtectionKeyDerivation.AuthenticationUsage);
        return Expand(encryption, authentication);
    }

    private ProtectionCiphers MakeVariants()
    {
        using SecretBuffer encryption = ProtectionKeyDerivation.Variant(_key.Span, ProtectionKeyDerivation.EncryptionVariant);
        using SecretBuffer authentication = ProtectionKeyDerivation.Variant(_key.Span, ProtectionKeyDerivation.AuthenticationVariant);
        return Expand(encryption, authentication);
    }

    private ProtectionCiphers Expand(SecretBuffer encryption, SecretBuffer authentication)
        => new(BlockCipher.Create(Algorithm, encryption.Span), BlockCipher.Create(Algorithm, authentication.Span));
}
