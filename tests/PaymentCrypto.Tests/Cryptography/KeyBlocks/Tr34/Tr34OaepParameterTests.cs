using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Asn1;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>RSAES-OAEP-params of RFC 4055 4.1: SHA-1 and an empty label are what is left out.</summary>
public sealed class Tr34OaepParameterTests
{
    private const string Sha256 = "300B0609608648016503040201";
    private const string Sha256Null = "300D06096086480165030402010500";
    private const string Mgf1Sha256 = "301806092A864886F70D010108" + Sha256;
    private const string LabelAbcd = "300F06092A864886F70D0101090402ABCD";

    [Theory]
    [InlineData("", "SHA-1, MGF1 with SHA-1, empty label", true, false)]
    [InlineData("3000", "SHA-1, MGF1 with SHA-1, empty label", true, false)]
    [InlineData("300FA00D" + Sha256, "SHA-256, MGF1 with SHA-1, empty label", true, false)]
    [InlineData("3011A00F" + Sha256Null, "SHA-256, MGF1 with SHA-1, empty label", true, true)]
    [InlineData("301CA11A" + Mgf1Sha256, "SHA-1, MGF1 with SHA-256, empty label", true, false)]
    [InlineData("3013A211" + LabelAbcd, "SHA-1, MGF1 with SHA-1, label ABCD", true, false)]
    [InlineData("300D" + Sha256, "SHA-256, MGF1 with SHA-1, empty label", false, false)]
    [InlineData("300F" + Sha256Null, "SHA-256, MGF1 with SHA-1, empty label", false, true)]
    [InlineData("301A" + Sha256 + "300B06092A864886F70D010108", "SHA-256, MGF1 with SHA-1, empty label", false, false)]
    [InlineData("3027" + Sha256 + Mgf1Sha256, "SHA-256, MGF1 with SHA-256, empty label", false, false)]
    [InlineData("3038" + Sha256 + Mgf1Sha256 + LabelAbcd, "SHA-256, MGF1 with SHA-256, label ABCD", false, false)]
    public void Parameters_are_read(string hex, string expected, bool tagged, bool withNull)
    {
        Tr34OaepParameters parameters = Read(hex);
        Assert.Equal((expected, tagged, withNull), (parameters.ToString(), parameters.Tagged, parameters.HashHasNull));
        Assert.Equal(expected == "SHA-256, MGF1 with SHA-256, empty label", parameters.IsTr34);
    }

    [Theory]
    [InlineData("3004A0020500")]
    [InlineData("3011A00F" + "300D0609608648016503040201020100")] // a number instead of NULL
    [InlineData("3013A00F" + Sha256Null + "0500")]
    [InlineData("3013A011" + Sha256Null + "0500")]
    [InlineData("301EA11C" + Mgf1Sha256 + "0500")]
    [InlineData("303A" + Sha256 + Mgf1Sha256 + LabelAbcd + "0500")]
    [InlineData("3015A213" + "301106092A864886F70D0101090402ABCD0500")]
    public void Another_structure_is_refused(string hex) => Tr34Fixture.Refused(CryptographyError.Tr34Malformed, () => Read(hex));

    [Fact]
    public void There_is_one_source_of_labels()
    {
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.Tr34KeyTransport, () => Read("3013A211" + LabelAbcd.Replace("010109", "01010A", StringComparison.Ordinal)));
        Assert.Contains("1.2.840.113549.1.1.10", refusal.Message, StringComparison.Ordinal);
    }

    private static Tr34OaepParameters Read(string hex)
        => Tr34OaepParameters.Read(new Asn1Cursor(Convert.FromHexString(hex), CryptographyError.Tr34Malformed, "token"));
}
