using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Tests.Api;

public sealed class ApiJsonTests
{
    /// <summary>A GetKey answer in the form of AWS's CLI documentation.</summary>
    private const string GetKeyAnswer =
        """
        {"Key":{"KeyArn":"arn:aws:payment-cryptography:us-east-2:111122223333:key/kwapwa6qaifllw2h","KeyAttributes":{"KeyUsage":"TR31_C0_CARD_VERIFICATION_KEY","KeyClass":"SYMMETRIC_KEY","KeyAlgorithm":"TDES_2KEY","KeyModesOfUse":{"Encrypt":false,"Decrypt":false,"Wrap":false,"Unwrap":false,"Generate":true,"Sign":false,"Verify":true,"DeriveKey":false,"NoRestrictions":false}},"KeyCheckValue":"EFA0C1","KeyCheckValueAlgorithm":"ANSI_X9_24","Enabled":true,"Exportable":false,"KeyState":"CREATE_COMPLETE","KeyOrigin":"AWS_PAYMENT_CRYPTOGRAPHY","CreateTimestamp":1698245002.065,"UsageStartTimestamp":1698245002}}
        """;

    [Fact]
    public void A_response_is_read_and_written_back_as_it_came()
    {
        ApiOperation operation = OperationCatalog.Find("GetKey")!;
        var response = (GetKeyResponse)operation.ReadResponse(Encoding.UTF8.GetBytes(GetKeyAnswer));
        Key key = response.Key!;
        Assert.Equal("kwapwa6qaifllw2h", key.KeyArn![^16..]);
        Assert.Equal(KeyUsage.Tr31C0CardVerificationKey, key.KeyAttributes!.KeyUsage);
        Assert.True(key.KeyAttributes.KeyModesOfUse!.Generate);
        Assert.False(key.KeyAttributes.KeyModesOfUse.Encrypt);
        Assert.Equal(new DateTimeOffset(2023, 10, 25, 14, 43, 22, 65, TimeSpan.Zero), key.CreateTimestamp);
        Assert.Null(key.DeleteTimestamp);
        Assert.Equal(GetKeyAnswer, Encoding.UTF8.GetString(operation.WriteResponse(response)));
    }

    [Fact]
    public void Absent_members_are_left_out_and_base64_stays_as_it_is() => Assert.Equal(
        """{"KeyMaterial":{"RootCertificatePublicKey":{"PublicKeyCertificate":"LS0+/w=="}}}""",
        Request("ImportKey", new ImportKeyRequest
        {
            KeyMaterial = new ImportKeyMaterial { RootCertificatePublicKey = new RootCertificatePublicKey { PublicKeyCertificate = "LS0+/w==" } },
        }));

    [Fact]
    public void Lists_and_maps_keep_their_order_and_names() => Assert.Equal(
        """{"KeyMaterial":{"Tr31KeyBlock":{"KeyBlockHeaders":{"OptionalBlocks":{"PB":"0F","LB":"x"}}}},"ExportKeyIdentifier":"alias/a"}""",
        Request("ExportKey", new ExportKeyRequest
        {
            ExportKeyIdentifier = "alias/a",
            KeyMaterial = new ExportKeyMaterial
            {
                Tr31KeyBlock = new ExportTr31KeyBlock
                {
                    KeyBlockHeaders = new KeyBlockHeaders { OptionalBlocks = new Dictionary<string, string> { ["PB"] = "0F", ["LB"] = "x" } },
                },
            },
        }));

    [Fact]
    public void Metadata_is_no_part_of_the_body() => Assert.Equal(
        "{}",
        Encoding.UTF8.GetString(OperationCatalog.Find("DeleteAlias")!.WriteResponse(
            new DeleteAliasResponse { Metadata = new ResponseMetadata { RequestId = "r", Warnings = ["w"] } })));

    [Theory]
    [InlineData("1698245002", 1698245002000)]
    [InlineData("1698245002.065", 1698245002065)]
    [InlineData("1.698245002065E9", 1698245002065)]
    [InlineData("-0.001", -1)]
    [InlineData("\"2023-10-25T14:43:22.065Z\"", 1698245002065)]
    [InlineData("\"2023-10-25T16:43:22+02:00\"", 1698245002000)]
    public void A_moment_is_read_from_any_number_and_from_rfc_3339(string json, long milliseconds) =>
        Assert.Equal(milliseconds, Moment(json)!.Value.ToUnixTimeMilliseconds());

    [Theory]
    [InlineData("1e30")]
    [InlineData("-1e30")]
    [InlineData("253402300800")]
    [InlineData("\"yesterday\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void Anything_else_is_no_moment(string json) => Assert.Throws<MalformedJsonException>(() => Moment(json));

    [Property]
    public void A_moment_survives_to_the_millisecond(DateTimeOffset moment)
    {
        byte[] body =
            OperationCatalog.Find("GetParametersForImport")!.WriteResponse(new GetParametersForImportResponse { ParametersValidUntilTimestamp = moment });
        var read = (GetParametersForImportResponse)OperationCatalog.Find("GetParametersForImport")!.ReadResponse(body);
        Assert.Equal(moment.ToUnixTimeMilliseconds(), read.ParametersValidUntilTimestamp!.Value.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData(" { \"KeyIdentifier\" : null } ")]
    [InlineData("{\"Unknown\":{\"x\":[1,2]}}")]
    [InlineData("{\"keyIdentifier\":\"case matters\"}")]
    public void Absent_null_and_unknown_members_of_a_structure_are_absent(string body) =>
        Assert.Null(((GetKeyRequest)Read("GetKey", body)).KeyIdentifier);

    [Fact]
    public void A_null_flag_is_false() =>
        Assert.False(((CreateKeyRequest)Read("CreateKey", """{"KeyAttributes":{"KeyModesOfUse":{"Encrypt":null}}}""")).KeyAttributes!.KeyModesOfUse!.Encrypt);

    [Fact]
    public void An_unknown_member_of_a_union_is_refused() =>
        Assert.Throws<MalformedJsonException>(() => Read("ImportKey", """{"KeyMaterial":{"Tr99KeyBlock":{}}}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"KeyIdentifier\":1}")]
    [InlineData("{\"KeyIdentifier\":{}}")]
    [InlineData("{\"KeyIdentifier\":\"\\ud800\"}")]
    [InlineData("{\"KeyIdentifier\":\"a\",}")]
    [InlineData("{/**/}")]
    [InlineData("\u0000")]
    public void What_is_not_the_json_of_the_request_is_malformed(string body) => Assert.Throws<MalformedJsonException>(() => Read("GetKey", body));

    [Theory]
    [InlineData("ListKeys", "{\"MaxResults\":\"5\"}")]
    [InlineData("ListKeys", "{\"MaxResults\":1.5}")]
    [InlineData("ListKeys", "{\"MaxResults\":99999999999}")]
    [InlineData("CreateKey", "{\"Exportable\":\"true\"}")]
    [InlineData("CreateKey", "{\"Exportable\":1}")]
    [InlineData("CreateKey", "{\"Tags\":{}}")]
    [InlineData("CreateKey", "{\"KeyAttributes\":{\"KeyModesOfUse\":{\"Encrypt\":\"true\"}}}")]
    public void A_member_of_the_wrong_json_type_is_malformed(string operation, string body) =>
        Assert.Throws<MalformedJsonException>(() => Read(operation, body));

    [Fact]
    public void Bytes_that_are_not_utf8_are_malformed()
    {
        byte[] body = [.. "{\"KeyIdentifier\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        Assert.Throws<MalformedJsonException>(() => OperationCatalog.Find("GetKey")!.ReadRequest(body));
    }

    [Fact]
    public void Deep_nesting_is_malformed_and_not_a_crash() =>
        Assert.Throws<MalformedJsonException>(() => Read("GetKey", "{\"x\":" + new string('[', 100_000)));

    [Fact]
    public void The_message_has_the_place_and_not_the_value()
    {
        MalformedJsonException error = Assert.Throws<MalformedJsonException>(
            () => Read("ImportKey", """{"KeyMaterial":{"Tr31KeyBlock":{"WrappedKeyBlock":["D0112secret"]}}}"""));
        Assert.Contains("$.KeyMaterial.Tr31KeyBlock.WrappedKeyBlock", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Equal("PcJsonMalformed", error.ErrorId);
    }

    [Property(MaxTest = 300)]
    public void Any_damage_to_a_request_is_read_or_malformed(byte[] noise, NonNegativeInt where)
    {
        ArgumentNullException.ThrowIfNull(noise);
        byte[] body = """{"KeyMaterial":{"KeyCryptogram":{"Exportable":true,"KeyAttributes":{"KeyModesOfUse":{"Encrypt":true}}}},"Tags":[{"Key":"a","Value":"b"}]}"""u8.ToArray();
        int start = where.Get % body.Length;
        noise.AsSpan(0, Math.Min(noise.Length, body.Length - start)).CopyTo(body.AsSpan(start));
        Exception? thrown = Record.Exception(() => OperationCatalog.Find("ImportKey")!.ReadRequest(body));
        Assert.True(thrown is null or MalformedJsonException, thrown?.ToString());
    }

    private static string Request(string operation, ApiRequest request) => Encoding.UTF8.GetString(OperationCatalog.Find(operation)!.WriteRequest(request));

    private static ApiRequest Read(string operation, string body) => OperationCatalog.Find(operation)!.ReadRequest(Encoding.UTF8.GetBytes(body));

    private static DateTimeOffset? Moment(string json) =>
        ((GetParametersForImportResponse)OperationCatalog.Find("GetParametersForImport")!.ReadResponse(
            Encoding.UTF8.GetBytes($$"""{"ParametersValidUntilTimestamp":{{json}}}"""))).ParametersValidUntilTimestamp;
}
