using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The protocol by the rules of AWS JSON 1.0, without a socket.</summary>
public sealed class ProtocolTests
{
    private const string FrontEnd = "com.amazon.coral.service#";
    private const string Model = "com.amazonaws.paymentcryptography#";

    [Fact]
    public async Task A_call_is_answered_with_the_json_of_its_response_and_a_request_id()
    {
        HttpResponse response = await new HandlerHarness().GetAlias();
        Assert.Equal(200, response.Status);
        Assert.Equal("application/x-amz-json-1.0", response.Headers.Get("Content-Type"));
        Assert.True(Guid.TryParse(response.Headers.Get("x-amzn-RequestId"), out _));
        Assert.Null(response.Headers.Get("x-amzn-ErrorType"));
        Assert.Equal("""{"Alias":{"AliasName":"alias/a","KeyArn":"111122223333/us-east-1"}}""", response.Text());
    }

    [Fact]
    public async Task An_operation_without_output_answers_an_empty_object() =>
        Assert.Equal("{}", (await new HandlerHarness().Send(Requests.Post("DeleteAlias", Requests.GetAliasBody))).Text());

    [Theory]
    [InlineData("Content-Type", "application/json", 415, FrontEnd + "UnsupportedMediaTypeException")]
    [InlineData("Content-Type", "application/x-amz-json-1.1", 415, FrontEnd + "UnsupportedMediaTypeException")]
    [InlineData("Content-Type", null, 415, FrontEnd + "UnsupportedMediaTypeException")]
    [InlineData("Content-Encoding", "gzip", 415, FrontEnd + "UnsupportedMediaTypeException")]
    [InlineData("X-Amz-Target", null, 400, FrontEnd + "UnknownOperationException")]
    [InlineData("X-Amz-Target", "GetAlias", 400, FrontEnd + "UnknownOperationException")]
    [InlineData("X-Amz-Target", "PaymentCryptographyControlPlane.getAlias", 400, FrontEnd + "UnknownOperationException")]
    [InlineData("X-Amz-Target", "PaymentCryptographyControlPlane.ListTokens", 400, FrontEnd + "UnknownOperationException")]
    [InlineData("X-Amz-Target", "TrentService.GetAlias", 400, FrontEnd + "UnknownOperationException")]
    [InlineData("X-Amz-Target", "PaymentCryptographyControlPlane.GetAlias.x", 400, FrontEnd + "UnknownOperationException")]
    [InlineData("Authorization", "Basic x", 400, FrontEnd + "IncompleteSignatureException")]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 Credential=a/20250102/nowhere/payment-cryptography/aws4_request, SignedHeaders=host, Signature=0", 403,
        FrontEnd + "InvalidSignatureException")]
    public async Task A_header_that_is_not_as_the_protocol_has_it_is_refused(string header, string? value, int status, string type)
    {
        var harness = new HandlerHarness();
        AssertError(await harness.GetAlias((header, value)), status, type);
        Assert.Equal(0, harness.Provider.Calls);
    }

    [Fact]
    public async Task An_operation_of_the_data_plane_that_is_called_like_one_of_the_other_is_told_how()
    {
        HttpResponse response = await new HandlerHarness().GetAlias(("X-Amz-Target", "PaymentCryptographyControlPlane.TranslatePinData"));

        AssertError(response, 400, FrontEnd + "UnknownOperationException");
        Assert.Contains("POST /pindata/translate, without X-Amz-Target", response.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_media_type_may_have_a_charset() =>
        Assert.Equal(200, (await new HandlerHarness().GetAlias(("Content-Type", "application/x-amz-json-1.0; charset=utf-8"))).Status);

    [Theory]
    [InlineData("GET", "/", 405)]
    [InlineData("PUT", "/", 405)]
    [InlineData("OPTIONS", "/", 405)]
    [InlineData("POST", "/keys/x/unknown", 404)]
    [InlineData("POST", "//", 404)]
    public async Task Another_method_or_path_names_no_operation(string method, string target, int status)
    {
        HttpRequest request = Requests.Post("GetAlias", Requests.GetAliasBody);
        HttpResponse response =
            await new HandlerHarness().Send(new HttpRequest { Method = method, Target = target, Headers = request.Headers, Body = request.Body });
        AssertError(response, status, FrontEnd + "UnknownOperationException");
        Assert.Equal(status == 405 ? "POST" : null, response.Headers.Get("Allow"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"AliasName\":1}")]
    [InlineData("not json")]
    public async Task A_body_that_is_not_the_json_of_the_request_is_a_serialization_error(string body) =>
        AssertError(await new HandlerHarness().Send(Requests.Post("GetAlias", body)), 400, FrontEnd + "SerializationException");

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task A_missing_member_is_a_validation_error(string body)
    {
        var harness = new HandlerHarness();
        HttpResponse response = await harness.Send(Requests.Post("GetAlias", body));
        AssertError(response, 400, Model + "ValidationException");
        Assert.Contains("Value null at 'aliasName'", response.Text(), StringComparison.Ordinal);
        Assert.Equal(0, harness.Provider.Calls);
    }

    [Theory]
    [InlineData("""{"AliasName":"alias/a","AliasName":"alias/b"}""")]
    [InlineData("""{"AliasName":"alias/a","\u0041liasName":"alias/b"}""")]
    [InlineData("""{"AliasName":"alias/a","Unknown":{"a":1,"b":[{"c":1,"c":1}]}}""")]
    public async Task A_member_that_stands_twice_is_refused(string body)
    {
        var harness = new HandlerHarness();
        AssertError(await harness.Send(Requests.Post("GetAlias", body)), 400, FrontEnd + "SerializationException");
        Assert.Equal(0, harness.Provider.Calls);
    }

    public static TheoryData<Exception, int, string> ProviderErrors => new()
    {
        { new ValidationException("m"), 400, Model + "ValidationException" },
        { new ServiceQuotaExceededException("m"), 402, Model + "ServiceQuotaExceededException" },
        { new ConflictException("m"), 409, Model + "ConflictException" },
        { new ThrottlingException("m"), 429, Model + "ThrottlingException" },
        { new InternalServerException("m"), 500, Model + "InternalServerException" },
        { new UnknownServiceException("NewException", 418, "m"), 418, FrontEnd + "NewException" },
        { new UnknownServiceException("Bad\r\nName: x", 200, "m"), 500, FrontEnd + "Bad\r\nName: x" },
        { new NotSupportedByProviderException("m"), 400, FrontEnd + "UnknownOperationException" },
        { new StoreException(StoreFailure.Busy, "m"), 503, Model + "ServiceUnavailableException" },
        { new StoreException(StoreFailure.Full, "m"), 500, Model + "InternalServerException" },
        { new OperationCanceledException("m"), 500, Model + "InternalServerException" },
    };

    [Theory]
    [MemberData(nameof(ProviderErrors))]
    public async Task What_a_provider_throws_is_an_error_of_the_service(Exception error, int status, string type)
    {
        HttpResponse response = await new HandlerHarness(new FakeProvider { Answer = (_, _) => throw error }).GetAlias();
        AssertError(response, status, type);
        Assert.DoesNotContain(response.Headers.Fields, field => field.Value.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_resource_is_named_and_has_no_message() => Assert.Equal(
        $$"""{"__type":"{{Model}}ResourceNotFoundException","ResourceId":"alias/missing"}""",
        (await new HandlerHarness().Send(Requests.Post("GetKey", """{"KeyIdentifier":"alias/missing"}"""))).Text());

    [Fact]
    public async Task The_message_of_a_defect_stays_inside()
    {
        HttpResponse response = await new HandlerHarness(new FakeProvider { Answer = (_, _) => throw new FormatException("clear key 0123") }).GetAlias();
        AssertError(response, 500, Model + "InternalServerException");
        Assert.DoesNotContain("0123", response.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_operation_of_the_contract_reaches_the_provider()
    {
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            string? reached = null;
            var harness =
                new HandlerHarness(new FakeProvider { Answer = (request, _) => { reached = request.Operation; throw new ConflictException("reached"); } });
            HttpResponse response = await harness.Send(Requests.Post(operation.Name, "{}"));
            Assert.Equal(operation.RequestType.GetProperties().Any(IsRequired) ? null : operation.Name, reached);
            Assert.Contains(response.Status, new[] { 400, 409 });
        }

        static bool IsRequired(System.Reflection.PropertyInfo property) =>
            property.IsDefined(typeof(PaymentCrypto.Api.Constraints.MemberRequiredAttribute), false);
    }

    [Theory]
    [InlineData(null, "111122223333/us-east-1")]
    [InlineData("AKIAIOSFODNN7EXAMPLE/20250102/eu-west-1", "111122223333/eu-west-1")]
    [InlineData("AKIALISTED/20250102/eu-west-1", "999988887777/eu-west-1")]
    [InlineData("444455556666/20250102/ap-southeast-2", "444455556666/ap-southeast-2")]
    public async Task Account_and_region_come_from_the_credential_scope(string? credential, string scope)
    {
        var harness = new HandlerHarness(options: new EndpointOptions { Accounts = new Dictionary<string, string> { ["AKIALISTED"] = "999988887777" } });
        string? header = credential is null
            ? null
            : $"AWS4-HMAC-SHA256 Credential={credential}/payment-cryptography/aws4_request, SignedHeaders=host, Signature=00";
        Assert.Contains($"\"{scope}\"", (await harness.GetAlias(("Authorization", header))).Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:1234", true)]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:80", true)]
    [InlineData("us-east-1.localhost:80", true)]
    [InlineData("[::1]:80", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("example.com", false)]
    [InlineData("localhost.example.com:80", false)]
    [InlineData("10.0.0.1:80", false)]
    [InlineData("[2001:db8::1]", false)]
    [InlineData("[::1].evil.com", false)]
    [InlineData("[::1]evil.com:80", false)]
    [InlineData("127.0.0.1:1@evil", false)]
    [InlineData("127.0.0.1:80:evil.com", false)]
    [InlineData("127.0.0.1@evil.com", false)]
    [InlineData("127.0.0.1.evil.com", false)]
    [InlineData("localhost:evil.com", false)]
    [InlineData("localhost/evil.com", false)]
    [InlineData("evil.com/.localhost", false)]
    [InlineData("evil.com#.localhost", false)]
    [InlineData("", false)]
    public async Task Without_signatures_only_names_of_this_machine_are_answered(string host, bool answered) =>
        Assert.Equal(answered ? 200 : 403, (await new HandlerHarness().GetAlias(("Host", host))).Status);

    [Fact]
    public async Task Without_signatures_a_web_page_is_refused() =>
        AssertError(await new HandlerHarness().GetAlias(("Origin", "https://example.com")), 403, Model + "AccessDeniedException");

    [Fact]
    public async Task The_log_has_who_and_what_and_nothing_of_the_bodies()
    {
        var harness = new HandlerHarness();
        HttpResponse response = await harness.GetAlias(
            ("Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20250102/eu-west-1/payment-cryptography/aws4_request, SignedHeaders=host, Signature=c0ffee"));
        EndpointLogEntry entry = Assert.Single(harness.Meter.TakeLog());
        Assert.Equal(("GetAlias", "111122223333/eu-west-1", "AKIDEXAMPLE", 200, null),
            (entry.Operation, entry.Scope!.ToString(), entry.AccessKeyId, entry.HttpStatus, entry.ErrorCode));
        Assert.Equal((response.Headers.Get("x-amzn-RequestId"), Requests.GetAliasBody.Length, response.Body.Length),
            (entry.RequestId, entry.RequestBytes, entry.ResponseBytes));
        string text = (entry with { RequestId = "random" }).ToString();
        Assert.DoesNotContain("c0ffee", text, StringComparison.Ordinal);
        Assert.DoesNotContain("alias/a", text, StringComparison.Ordinal);
        Assert.Empty(harness.Meter.TakeLog());
    }

    private static void AssertError(HttpResponse response, int status, string type)
    {
        using var body = JsonDocument.Parse(response.Body);
        Assert.Equal((status, type), (response.Status, body.RootElement.GetProperty("__type").GetString()));
        Assert.NotNull(response.Headers.Get("x-amzn-RequestId"));
        string code = type.Split('#')[1];
        Assert.Equal(code.All(char.IsAsciiLetterOrDigit) ? code : null, response.Headers.Get("x-amzn-ErrorType"));
    }
}
