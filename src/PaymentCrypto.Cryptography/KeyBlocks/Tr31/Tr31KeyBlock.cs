namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// A key block (ANSI X9.143, formerly TR-31): a symmetric or private key, encrypted and bound to a header that says what it is for.
/// <example><code>
/// using var kbpk = KeyBlockProtectionKey.FromAes(bytes);
/// using var unwrapped = Tr31KeyBlock.Unwrap(text, kbpk);
/// </code></example>
/// </summary>
public sealed class Tr31KeyBlock
{
    private readonly Tr31ReadOptions _options;
    private readonly int _headerLength;

    private Tr31KeyBlock(string text, Tr31KeyBlockHeader header, int headerLength, Tr31ReadOptions options, IReadOnlyList<CryptographyWarning> warnings)
    {
        Text = text;
        Header = header;
        Warnings = warnings;
        _headerLength = headerLength;
        _options = options;
    }

    /// <summary>The key block, character for character.</summary>
    public string Text { get; }

    /// <summary>The header. Not authenticated before the block is unwrapped.</summary>
    public Tr31KeyBlockHeader Header { get; }

    /// <summary>What a strict reader would have refused, or what the receiver should know.</summary>
    public IReadOnlyList<CryptographyWarning> Warnings { get; }

    /// <summary>Reads a key block without any key: characters, length, fields, optional blocks and shape of the payload are checked, in that order.</summary>
    /// <param name="text">The key block, in one line.</param>
    /// <param name="options">How much to forgive.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException">A check failed; see <see cref="CryptographyException.Error"/>.</exception>
    public static Tr31KeyBlock Parse(string text, Tr31ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        options ??= Tr31ReadOptions.Default;
        var findings = new Findings(options.Strict);
        HeaderReader.CheckCharacters(text);
        HeaderReader.CheckLength(text);
        Tr31KeyBlockHeader header = HeaderReader.Read(text, restIsPayload: true, findings, out int headerLength);
        PayloadReader.Check(header, headerLength, text.AsSpan(headerLength), findings);
        return new Tr31KeyBlock(text, header, headerLength, options, findings.Warnings);
    }

    /// <summary>Reads a key block and takes the key out of it.</summary>
    /// <param name="text">The key block, in one line.</param>
    /// <param name="protectionKey">The KBPK.</param>
    /// <param name="options">How much to forgive.</param>
    /// <returns>The key with its header; the caller disposes it.</returns>
    /// <exception cref="CryptographyException">A check failed; see <see cref="CryptographyException.Error"/>.</exception>
    public static Tr31UnwrappedKey Unwrap(string text, KeyBlockProtectionKey protectionKey, Tr31ReadOptions? options = null)
        => Parse(text, options).Unwrap(protectionKey);

    /// <summary>
    /// Wraps a key. Total length, number of optional blocks and the padding block PB are computed; extended lengths are written as X9.143 does.
    /// </summary>
    /// <param name="header">What the key is. Its version must fit the KBPK.</param>
    /// <param name="key">The clear key. The caller zeroes it.</param>
    /// <param name="protectionKey">The KBPK.</param>
    /// <param name="options">How to write.</param>
    /// <returns>The key block.</returns>
    /// <exception cref="CryptographyException">The block can't be written; see <see cref="CryptographyException.Error"/>.</exception>
    public static Tr31KeyBlock Wrap(Tr31KeyBlockHeader header, ReadOnlySpan<byte> key, KeyBlockProtectionKey protectionKey, Tr31WrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(protectionKey);
        return KeyBlockWriter.Wrap(header, key, protectionKey, options ?? Tr31WrapOptions.Default);
    }

    /// <summary>Takes the key out: the KBPK must fit the version, the MAC must verify, and the key must be what the header says.</summary>
    /// <param name="protectionKey">The KBPK.</param>
    /// <returns>The key with its header; the caller disposes it.</returns>
    /// <exception cref="CryptographyException">A check failed; see <see cref="CryptographyException.Error"/>.</exception>
    public Tr31UnwrappedKey Unwrap(KeyBlockProtectionKey protectionKey)
    {
        ArgumentNullException.ThrowIfNull(protectionKey);
        return KeyBlockReader.Unwrap(this, _headerLength, protectionKey, _options);
    }

    /// <summary>The key block as it is written and sent.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;

    /// <summary>Length of header and optional blocks in characters.</summary>
    internal int HeaderLength => _headerLength;

    /// <summary>Whether the MAC verifies under a key that fits the version; nothing else is looked at.</summary>
    internal bool HasMacOf(KeyBlockProtectionKey protectionKey) => KeyBlockReader.HasMacOf(this, _headerLength, protectionKey);

    /// <summary>The same block with more to know about it.</summary>
    internal Tr31KeyBlock WithWarnings(IReadOnlyList<CryptographyWarning> more)
        => more.Count == 0 ? this : new Tr31KeyBlock(Text, Header, _headerLength, _options, [.. Warnings, .. more]);
}
