using System.Globalization;
using System.Text;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// The header of a key block (X9.143, 16 characters and the optional blocks). It is clear text, so it can be read without any key; it is
/// authenticated only when the block is unwrapped. Immutable: change a copy with <c>with</c>.
/// </summary>
public sealed record Tr31KeyBlockHeader
{
    /// <summary>Length of the fixed part in characters.</summary>
    public const int FixedLength = 16;

    /// <summary>How many optional blocks a header can announce.</summary>
    public const int MaxOptionalBlocks = 99;

    private readonly string _keyVersion = "00";
    private readonly Tr31OptionalBlock[] _optionalBlocks = [];

    /// <summary>How the block protects its key.</summary>
    public required Tr31Version Version { get; init; }

    /// <summary>What the key is for.</summary>
    public required Tr31KeyUsage KeyUsage { get; init; }

    /// <summary>The algorithm of the key.</summary>
    public required Tr31Algorithm Algorithm { get; init; }

    /// <summary>What the key may do.</summary>
    public required Tr31ModeOfUse ModeOfUse { get; init; }

    /// <summary>Whether the key may be wrapped again.</summary>
    public required Tr31Exportability Exportability { get; init; }

    /// <summary>Two letters or digits: <c>00</c> when unused; <c>c</c> and a number for a key component.</summary>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31HeaderField"/>.</exception>
    public string KeyVersion
    {
        get => _keyVersion;
        init => _keyVersion = value is { Length: 2 } && char.IsAsciiLetterOrDigit(value[0]) && char.IsAsciiLetterOrDigit(value[1])
            ? value
            : throw new CryptographyException(
                CryptographyError.Tr31HeaderField,
                $"A key version number is two letters or digits such as \"00\", not \"{Printable.Quote(value)}\".");
    }

    /// <summary>What the block is for.</summary>
    public Tr31KeyContext KeyContext { get; init; } = Tr31KeyContext.DecidedByWrappingKey;

    /// <summary>The optional blocks in their order. The padding block PB may be left out: wrapping adds it where it is needed.</summary>
    public IReadOnlyList<Tr31OptionalBlock> OptionalBlocks
    {
        get => _optionalBlocks;
        init => _optionalBlocks = [.. value];
    }

    /// <summary>The length field as received: characters of the whole block. Zero in a new header; wrapping computes it.</summary>
    public int TotalLength { get; internal init; }

    /// <summary>The last character of the fixed part, reserved.</summary>
    internal char Reserved { get; init; } = '0';

    /// <summary>Reads a header that stands alone, as in TR-34, where version and length field have no meaning. No payload may follow.</summary>
    /// <param name="text">The header.</param>
    /// <param name="options">How much to forgive.</param>
    /// <returns>The header.</returns>
    /// <exception cref="CryptographyException">A check failed; see <see cref="CryptographyException.Error"/>.</exception>
    public static Tr31KeyBlockHeader Parse(string text, Tr31ReadOptions? options = null)
        => Parse(text, out _, options);

    /// <summary>Reads a header that stands alone, and reports what was unusual in it.</summary>
    /// <param name="text">The header.</param>
    /// <param name="warnings">What a strict reader would have refused.</param>
    /// <param name="options">How much to forgive.</param>
    /// <returns>The header.</returns>
    /// <exception cref="CryptographyException">A check failed; see <see cref="CryptographyException.Error"/>.</exception>
    public static Tr31KeyBlockHeader Parse(string text, out IReadOnlyList<CryptographyWarning> warnings, Tr31ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings((options ?? Tr31ReadOptions.Default).Strict);
        HeaderReader.CheckCharacters(text);
        Tr31KeyBlockHeader header = HeaderReader.Read(text, restIsPayload: false, findings, out int length);
        warnings = findings.Warnings;
        return length == text.Length
            ? header
            : throw new CryptographyException(
                CryptographyError.Tr31Length,
                $"The header ends after {length} characters, but {text.Length} were given. To read a whole key block, parse it as one.");
    }

    /// <summary>Finds an optional block.</summary>
    /// <param name="id">The two-character identifier, for example <c>KS</c>.</param>
    /// <returns>The block, or null.</returns>
    public Tr31OptionalBlock? FindBlock(string id) => Array.Find(_optionalBlocks, block => block.Id == id);

    /// <summary>Finds an optional block by the type of its content.</summary>
    /// <typeparam name="T">A type of <c>PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks</c>.</typeparam>
    /// <returns>The first such block, or null.</returns>
    public T? FindBlock<T>()
        where T : Tr31OptionalBlock
    {
        foreach (Tr31OptionalBlock block in _optionalBlocks)
        {
            if (block is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The header as it stands in a block. A received header comes out byte for byte as it went in.</summary>
    /// <returns>16 characters and the optional blocks.</returns>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder(FixedLength)
            .Append((char)Version)
            .Append(CultureInfo.InvariantCulture, $"{TotalLength:D4}")
            .Append(KeyUsage.Code)
            .Append((char)Algorithm)
            .Append((char)ModeOfUse)
            .Append(KeyVersion)
            .Append((char)Exportability)
            .Append(CultureInfo.InvariantCulture, $"{_optionalBlocks.Length:D2}")
            .Append((char)KeyContext)
            .Append(Reserved);
        foreach (Tr31OptionalBlock block in _optionalBlocks)
        {
            text.Append(block.Text);
        }

        return text.ToString();
    }

    /// <summary>Whether both headers are the same characters.</summary>
    /// <param name="other">The other header.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Tr31KeyBlockHeader? other) => other is not null && ToString() == other.ToString();

    /// <summary>Hash code of the header's characters.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Keeps the array of a reader, which owns it, without a copy.</summary>
    internal Tr31OptionalBlock[] OwnedOptionalBlocks
    {
        init => _optionalBlocks = value;
    }
}
