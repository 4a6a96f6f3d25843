using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Asn1;

/// <summary>Each kind of element, in an encoding that X.690 allows and in one that it does not, is read or refused by its name.</summary>
public sealed class Asn1CursorTests
{
    private static readonly Dictionary<string, Func<Asn1Cursor, object?>> Readers = new()
    {
        ["sequence"] = cursor => cursor.Sequence("it").HasData,
        ["set"] = cursor => cursor.SetOf("it").HasData,
        ["explicit"] = cursor => cursor.Explicit(1, "it").HasData,
        ["oid"] = cursor => cursor.Oid("it"),
        ["boolean"] = cursor => cursor.Boolean("it"),
        ["small"] = cursor => cursor.SmallInteger("it"),
        ["bits"] = cursor => Convert.ToHexString(cursor.BitString("it")),
        ["named bits"] = cursor => Convert.ToHexString(cursor.NamedBits("it")),
        ["octets"] = cursor => Convert.ToHexString(cursor.OctetString("it").Span),
        ["time"] = cursor => cursor.Time("it").ToString("u"),
    };

    [Theory]
    [InlineData("sequence", "3000", false)]
    [InlineData("sequence", "300101", true)]
    [InlineData("set", "310402010202", true)]
    [InlineData("set", "3106020102020101", true)] // not in the order of DER: the attributes of many tokens
    [InlineData("explicit", "A103020100", true)]
    [InlineData("oid", "06032A0304", "1.2.3.4")]
    [InlineData("boolean", "0101FF", true)]
    [InlineData("boolean", "010100", false)]
    [InlineData("small", "02047FFFFFFF", int.MaxValue)]
    [InlineData("small", "0201FF", -1)]
    [InlineData("bits", "03020080", "80")]
    [InlineData("named bits", "03020780", "80")]
    [InlineData("octets", "0402ABCD", "ABCD")]
    [InlineData("octets", "24800401AB0401CD0000", "ABCD")] // in segments, of indefinite length
    [InlineData("time", "170D3530303130313030303030305A", "1950-01-01 00:00:00Z")]
    [InlineData("time", "170D3439313233313233353935395A", "2049-12-31 23:59:59Z")]
    [InlineData("time", "180F32303530303130313030303030305A", "2050-01-01 00:00:00Z")]
    public void An_element_is_read(string kind, string hex, object expected) => Assert.Equal(expected, Readers[kind](Cursor(hex)));

    [Theory]
    [InlineData("sequence", "3100")]
    [InlineData("set", "3000")]
    [InlineData("explicit", "A003020100")]
    [InlineData("explicit", "8101FF")]
    [InlineData("oid", "0600")]
    [InlineData("boolean", "0100")]
    [InlineData("small", "020500FFFFFFFF")]
    [InlineData("small", "02020001")] // a zero too many
    [InlineData("bits", "03020780")] // bits are left over
    [InlineData("octets", "0402AB")]
    [InlineData("octets", "0402")]
    [InlineData("time", "020100")]
    [InlineData("time", "170D3530313330313030303030305A")] // a thirteenth month
    [InlineData("sequence", "")]
    public void What_is_no_such_element_is_refused_by_its_name(string kind, string hex)
    {
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Readers[kind](Cursor(hex)));
        Assert.StartsWith("token: it is missing or malformed", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.InnerException);
    }

    [Fact]
    public void Null_is_taken_and_nothing_else_for_it()
    {
        Cursor("0500").Null("it");
        Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Cursor("020100").Null("it"));
    }

    [Fact]
    public void An_element_too_many_is_shown_by_its_tag()
    {
        Asn1Cursor cursor = Cursor("0500A000");
        cursor.Null("it");
        Assert.True(cursor.NextIsContext(0));
        CryptographyException refusal = Tr34Fixture.Refused(CryptographyError.Tr34Malformed, cursor.End);
        Assert.Contains("0xA0", refusal.Message, StringComparison.Ordinal);
        cursor.Encoded("rest");
        Assert.False(cursor.NextIsContext(0));
        cursor.End();
    }

    [Theory]
    [InlineData(Oids.Sha256, "SHA-256")]
    [InlineData(Oids.RsaesOaep, "RSAES-OAEP")]
    [InlineData("1.2.840.113549.1.1.4", "md5WithRSAEncryption")]
    [InlineData("1.2.3.4", "1.2.3.4")]
    public void An_identifier_is_called_by_its_usual_name_where_it_has_one(string oid, string name) => Assert.Equal(name, Oids.NameOf(oid));

    private static Asn1Cursor Cursor(string hex) => new(Convert.FromHexString(hex), CryptographyError.Tr34Malformed, "token");
}
