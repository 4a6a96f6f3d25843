using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>A clear key that came out of a key block, with its authenticated header. Disposing it zeroes the key.</summary>
public sealed class Tr31UnwrappedKey : IDisposable
{
    private readonly SecretBuffer _key;

    internal Tr31UnwrappedKey(Tr31KeyBlockHeader header, SecretBuffer key, IReadOnlyList<CryptographyWarning> warnings)
    {
        Header = header;
        Warnings = warnings;
        _key = key;
    }

    /// <summary>The header, authenticated by the MAC.</summary>
    public Tr31KeyBlockHeader Header { get; }

    /// <summary>What a strict reader would have refused, and what the receiver should know.</summary>
    public IReadOnlyList<CryptographyWarning> Warnings { get; }

    /// <summary>The clear key: raw bytes for symmetric keys, a DER private key for asymmetric ones.</summary>
    /// <exception cref="ObjectDisposedException">The key has been zeroed.</exception>
    public ReadOnlySpan<byte> Key => _key.Span;

    /// <summary>
    /// The usual check value of the key, 6 hex digits: ANSI X9.24 for TDES and DES, CMAC for AES. Null for HMAC and asymmetric keys, and
    /// for keys of a length that their algorithm does not have.
    /// </summary>
    /// <returns>The check value, or null.</returns>
    public string? ComputeCheckValue()
        => WrappedKeyRules.CipherOf(Header.Algorithm) is { } cipher && WrappedKeyRules.LengthsOf(Header.Algorithm).Contains(_key.Length)
            ? KeyCheckValue.Standard(cipher, Key)
            : null;

    /// <summary>
    /// Wraps the key under another KBPK: same header, with the version that the KBPK writes by default unless the present one fits, and
    /// without the blocks that described the old wrapping (KP, PB).
    /// </summary>
    /// <param name="protectionKey">The new KBPK.</param>
    /// <param name="options">How to write.</param>
    /// <param name="force">Whether to wrap a key that its header calls not exportable.</param>
    /// <returns>The new key block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31NotExportable"/>, or the block can't be written.</exception>
    public Tr31KeyBlock Rewrap(KeyBlockProtectionKey protectionKey, Tr31WrapOptions? options = null, bool force = false)
    {
        ArgumentNullException.ThrowIfNull(protectionKey);
        if (Header.Exportability is not (Tr31Exportability.Exportable or Tr31Exportability.Sensitive) && !force)
        {
            throw new CryptographyException(
                CryptographyError.Tr31NotExportable,
                "The header says that the key is not exportable (N), so it must not be wrapped again. Force it only with the key owner's consent.");
        }

        bool sameFamily = WrapRules.Family(Header.Version) == protectionKey.Algorithm;
        Tr31KeyBlockHeader header = Header with
        {
            Version = sameFamily ? Header.Version : protectionKey.PreferredVersion,
            OptionalBlocks = [.. Header.OptionalBlocks.Where(block => block.Id is not ("KP" or "PB"))],
        };
        return Tr31KeyBlock.Wrap(header, Key, protectionKey, options);
    }

    /// <summary>Zeroes the key.</summary>
    public void Dispose() => _key.Dispose();

    /// <summary>The header, never the key.</summary>
    /// <returns>The header's characters.</returns>
    public override string ToString() => Header.ToString();
}
