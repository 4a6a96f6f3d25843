using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// One optional block of a header: an identifier and printable data. Identifiers with a known content have types of their own in
/// <c>PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks</c>; everything else is kept as it came.
/// </summary>
public class Tr31OptionalBlock
{
    private const int ShortHeaderLength = 4;
    private const int MaxShortLength = 0xFF;
    private const int ExtendedHeaderLength = 10;

    private string? _text;

    /// <summary>Makes a block of any kind.</summary>
    /// <param name="id">Two letters or digits; two digits are proprietary.</param>
    /// <param name="data">Printable ASCII, possibly empty.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlock"/>.</exception>
    public Tr31OptionalBlock(string id, string data)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(data);
        if (id.Length != 2 || !char.IsAsciiLetterOrDigit(id[0]) || !char.IsAsciiLetterOrDigit(id[1]))
        {
            throw Malformed($"An optional block identifier is two letters or digits such as \"KS\", not \"{Printable.Quote(id)}\".");
        }

        foreach (char c in data)
        {
            if (!Printable.IsPrintableAscii(c))
            {
                throw Malformed($"The data of optional block {id} must be printable ASCII (0x20-0x7E), but holds the character U+{(int)c:X4}.");
            }
        }

        Id = id;
        Data = data;
    }

    /// <summary>The two-character identifier.</summary>
    public string Id { get; }

    /// <summary>The content, without identifier and length.</summary>
    public string Data { get; }

    /// <summary>How the length was written, or will be.</summary>
    public Tr31LengthForm LengthForm { get; private set; }

    /// <summary>Whether the standard leaves the meaning to the parties: the identifier is two digits.</summary>
    public bool IsProprietary => char.IsAsciiDigit(Id[0]) && char.IsAsciiDigit(Id[1]);

    /// <summary>Identifier, length and data: byte for byte as received, or as X9.143 writes it.</summary>
    public string Text => _text ??= Encode();

    /// <summary>Identifier and data, for a person.</summary>
    /// <returns>For example <c>KS = FFFF9876543210E00000</c>.</returns>
    public override string ToString() => $"{Id} = {Data}";

    /// <summary>Remembers the very characters, because the MAC of the block covers them.</summary>
    internal Tr31OptionalBlock AsReceived(string text, Tr31LengthForm form)
    {
        _text = text;
        LengthForm = form;
        return this;
    }

    /// <summary>The same block, written as X9.143 writes it.</summary>
    internal Tr31OptionalBlock Normalised()
    {
        if (_text is null)
        {
            return this;
        }

        var copy = (Tr31OptionalBlock)MemberwiseClone();
        copy.LengthForm = Tr31LengthForm.Short;
        copy._text = null;
        return copy;
    }

    private string Encode()
    {
        int length = ShortHeaderLength + Data.Length;
        if (length <= MaxShortLength)
        {
            return $"{Id}{length:X2}{Data}";
        }

        length = ExtendedHeaderLength + Data.Length;
        if (length > ushort.MaxValue)
        {
            throw Malformed($"Optional block {Id} has {Data.Length} characters of data; no key block is longer than 9999 in all.");
        }

        LengthForm = Tr31LengthForm.ExtendedCharacters;
        return $"{Id}0004{length:X4}{Data}";
    }

    private static CryptographyException Malformed(string message) => new(CryptographyError.Tr31OptionalBlock, message);
}
