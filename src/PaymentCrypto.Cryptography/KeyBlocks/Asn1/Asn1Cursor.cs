using System.Formats.Asn1;
using System.Globalization;

namespace PaymentCrypto.Cryptography.KeyBlocks.Asn1;

/// <summary>
/// Reads one level of BER or DER and names the element in every refusal. Values are slices of the input, never copies, so that
/// what is signed is hashed exactly as it was received. The depth of the reading is the depth of the code: nothing recurses.
/// </summary>
internal sealed class Asn1Cursor
{
    private readonly AsnReader _reader;
    private readonly CryptographyError _error;
    private readonly string _parent;

    public Asn1Cursor(ReadOnlyMemory<byte> encoded, CryptographyError error, string what, AsnEncodingRules rules = AsnEncodingRules.BER)
        : this(new AsnReader(encoded, rules, new AsnReaderOptions { SkipSetSortOrderVerification = true }), error, what)
    {
    }

    private Asn1Cursor(AsnReader reader, CryptographyError error, string parent)
    {
        _reader = reader;
        _error = error;
        _parent = parent;
    }

    public bool HasData => _reader.HasData;

    /// <summary>Whether the next element has this tag; false at the end.</summary>
    public bool Next(Asn1Tag tag) => _reader.HasData && Read("next element", static reader => reader.PeekTag()).HasSameClassAndValue(tag);

    public bool NextIsContext(int number) => Next(new Asn1Tag(TagClass.ContextSpecific, number));

    public Asn1Cursor Sequence(string name) => Child(name, static reader => reader.ReadSequence());

    public Asn1Cursor SetOf(string name) => Child(name, static reader => reader.ReadSetOf());

    public Asn1Cursor Explicit(int number, string name)
    {
        try
        {
            return new Asn1Cursor(_reader.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, number)), _error, name);
        }
        catch (AsnContentException error)
        {
            throw Malformed(name, error);
        }
    }

    public string Oid(string name) => Read(name, static reader => reader.ReadObjectIdentifier());

    public void Null(string name) => Read(name, static reader =>
    {
        reader.ReadNull();
        return true;
    });

    public bool Boolean(string name) => Read(name, static reader => reader.ReadBoolean());

    /// <summary>The contents of an INTEGER, big endian two's complement, as encoded.</summary>
    public ReadOnlyMemory<byte> Integer(string name) => Read(name, static reader => reader.ReadIntegerBytes());

    public int SmallInteger(string name) => Read(
        name,
        static reader => reader.TryReadInt32(out int value) ? value : throw new AsnContentException("The integer does not fit 32 bits."));

    public byte[] BitString(string name) => Read(name, static reader =>
    {
        byte[] bits = reader.ReadBitString(out int unused);
        return unused == 0 ? bits : throw new AsnContentException("The bit string is not a whole number of bytes.");
    });

    /// <summary>A BIT STRING of named bits, which may end within a byte.</summary>
    public byte[] NamedBits(string name) => Read(name, static reader => reader.ReadBitString(out _));

    public ReadOnlyMemory<byte> OctetString(string name) => OctetString(name, Asn1Tag.PrimitiveOctetString);

    /// <summary>An OCTET STRING or one under an implicit tag; BER's constructed form is joined, the usual form is a slice.</summary>
    public ReadOnlyMemory<byte> OctetString(string name, Asn1Tag tag)
    {
        try
        {
            return _reader.TryReadPrimitiveOctetString(out ReadOnlyMemory<byte> contents, tag) ? contents : _reader.ReadOctetString(tag);
        }
        catch (AsnContentException error)
        {
            throw Malformed(name, error);
        }
    }

    /// <summary>UTCTime (two digits of the year, 1950 to 2049) or GeneralizedTime.</summary>
    public DateTimeOffset Time(string name) => Read(
        name,
        static reader => reader.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime) ? reader.ReadGeneralizedTime() : reader.ReadUtcTime(2049));

    /// <summary>The next element whole: tag, length and contents.</summary>
    public ReadOnlyMemory<byte> Encoded(string name) => Read(name, static reader => reader.ReadEncodedValue());

    public ReadOnlyMemory<byte> PeekEncoded(string name) => Read(name, static reader => reader.PeekEncodedValue());

    public void End()
    {
        if (_reader.HasData)
        {
            throw new CryptographyException(_error, string.Create(
                CultureInfo.InvariantCulture,
                $"{_parent} has an element more than expected: tag 0x{PeekEncoded(_parent).Span[0]:X2} after the last known one."));
        }
    }

    private Asn1Cursor Child(string name, Func<AsnReader, AsnReader> read) => new(Read(name, read), _error, name);

    private T Read<T>(string name, Func<AsnReader, T> read)
    {
        try
        {
            return read(_reader);
        }
        catch (AsnContentException error)
        {
            throw Malformed(name, error);
        }
        catch (OverflowException error)
        {
            throw Malformed(name, error);
        }
    }

    private CryptographyException Malformed(string name, Exception error) =>
        new(_error, $"{_parent}: {name} is missing or malformed ({error.Message.TrimEnd('.')}).", error);
}
