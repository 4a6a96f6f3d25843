using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>Verification, on requests that botocore 1.43.11 signed at 2025-01-02T03:04:05Z for http://127.0.0.1:4566/ in eu-west-1.</summary>
public sealed class SignedRequestTests
{
    private const string KeyId = "AKIDEXAMPLE";
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private const string SessionToken = "the-session-token";
    private const string Body = """{"KeyIdentifier":"alias/a"}""";

    private const string Authorization =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20250102/eu-west-1/payment-cryptography/aws4_request, "
        + "SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=b2d42cbdfee448318604e8d7df43c89a9900158b445cac29f6b6989e289c200f";

    private const string SessionAuthorization =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20250102/eu-west-1/payment-cryptography/aws4_request, "
        + "SignedHeaders=content-type;host;x-amz-date;x-amz-security-token;x-amz-target, "
            + "Signature=dc30ca9551c04ffde50204c674eb3b9ddc5a062fadd069d8aa6b0217df118e6e";

    private static readonly EndpointAccessKey LongTermKey = new() { AccessKeyId = KeyId, SecretAccessKey = Secret, AccountId = "444455556666" };

    [Fact]
    public async Task A_request_signed_by_botocore_is_let_in_for_the_account_of_its_key()
    {
        (int status, string code, HandlerHarness harness) = await Send(Signed());
        Assert.Equal((404, "ResourceNotFoundException"), (status, code));
        Assert.Equal("444455556666/eu-west-1", Assert.Single(harness.Meter.TakeLog()).Scope!.ToString());
    }

    [Theory]
    [InlineData("Authorization", null, "MissingAuthenticationTokenException", 403)]
    [InlineData("Authorization", "AWS4-HMAC-SHA256", "IncompleteSignatureException", 400)]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 nonsense", "IncompleteSignatureException", 400)]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20250102/eu-west-1/payment-cryptography/aws4_request, SignedHeaders=host",
        "IncompleteSignatureException", 400)]
    [InlineData("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20250102/eu-west-1/aws4_request, SignedHeaders=host, Signature=0",
        "IncompleteSignatureException", 400)]
    [InlineData("Authorization", "AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20250102/payment-cryptography/aws4_request, SignedHeaders=host, Signature=0",
        "IncompleteSignatureException", 400)]
    [InlineData("X-Amz-Date", null, "IncompleteSignatureException", 400)]
    [InlineData("X-Amz-Date", "yesterday", "IncompleteSignatureException", 400)]
    [InlineData("X-Amz-Date", "20250103T030405Z", "InvalidSignatureException", 403)]
    [InlineData("X-Amz-Date", "20250102T030406Z", "InvalidSignatureException", 403)]
    [InlineData("X-Amz-Target", "PaymentCryptographyControlPlane.DeleteKey", "InvalidSignatureException", 403)]
    [InlineData("Content-Type", "application/x-amz-json-1.0; charset=x", "InvalidSignatureException", 403)]
    [InlineData("Host", "127.0.0.1:4567", "InvalidSignatureException", 403)]
    [InlineData("X-Amz-Meta", "not signed", "InvalidSignatureException", 403)]
    [InlineData("X-Amz-Security-Token", "unasked", "UnrecognizedClientException", 403)]
    public async Task A_header_that_was_altered_added_or_left_out_is_refused(string header, string? value, string code, int status)
    {
        (int answered, string error, HandlerHarness harness) = await Send(Signed().With(header, value));
        Assert.Equal((status, code), (answered, error));
        Assert.Equal(0, harness.Provider.Calls);
    }

    [Fact]
    public async Task A_header_that_does_not_steer_the_request_need_not_be_signed() =>
        Assert.Equal(404, (await Send(Signed().With("User-Agent", "anything").With("amz-sdk-request", "attempt=1"))).Status);

    [Theory]
    [InlineData("credential=AKIDEXAMPLE/20250102/eu-west-1/kms/aws4_request")]
    [InlineData("credential=AKIDEXAMPLE/20250102/us-east-1/payment-cryptography/aws4_request")]
    [InlineData("credential=AKIDEXAMPLE/20250101/eu-west-1/payment-cryptography/aws4_request")]
    [InlineData("signature=B2D42CBDFEE448318604E8D7DF43C89A9900158B445CAC29F6B6989E289C200F")]
    [InlineData("signature=b2d42cbdfee448318604e8d7df43c89a9900158b445cac29f6b6989e289c200e")]
    [InlineData("signature=b2d4")]
    [InlineData("signature=\u00e9")]
    [InlineData("headers=content-type;host;x-amz-date")]
    [InlineData("headers=host;content-type;x-amz-date;x-amz-target")]
    [InlineData("headers=content-type;host;x-absent;x-amz-date;x-amz-target")]
    public async Task A_part_of_the_authorization_that_was_altered_is_refused(string change)
    {
        string[] change2 = change.Split('=', 2);
        string[] parts = Authorization["AWS4-HMAC-SHA256 ".Length..].Split(", ");
        parts[change2[0] switch { "credential" => 0, "headers" => 1, _ => 2 }] = change2[0] switch
        {
            "credential" => "Credential=" + change2[1],
            "headers" => "SignedHeaders=" + change2[1],
            _ => "Signature=" + change2[1],
        };
        Assert.Equal((403, "InvalidSignatureException"), Outcome(await Send(Signed().With("Authorization", "AWS4-HMAC-SHA256 " + string.Join(", ", parts)))));
    }

    [Fact]
    public async Task Parts_may_be_separated_without_a_space() =>
        Assert.Equal(404, (await Send(Signed().With("Authorization", Authorization.Replace(", ", ",", StringComparison.Ordinal)))).Status);

    [Fact]
    public async Task A_body_that_was_altered_is_refused()
    {
        HttpRequest signed = Signed();
        var altered = new HttpRequest { Method = signed.Method, Target = signed.Target, Headers = signed.Headers, Body = """{"KeyIdentifier":"alias/b"}"""u8.ToArray() };
        Assert.Equal((403, "InvalidSignatureException"), Outcome(await Send(altered)));
    }

    [Fact]
    public async Task A_query_that_was_added_is_refused()
    {
        HttpRequest signed = Signed();
        var altered = new HttpRequest { Method = signed.Method, Target = "/?x=1", Headers = signed.Headers, Body = signed.Body };
        Assert.Equal((403, "InvalidSignatureException"), Outcome(await Send(altered)));
    }

    [Fact]
    public async Task Another_secret_key_is_refused() =>
        Assert.Equal((403, "InvalidSignatureException"), Outcome(await Send(Signed(), LongTermKey with { SecretAccessKey = Secret + "x" })));

    [Fact]
    public async Task An_access_key_that_is_not_configured_is_not_recognized() =>
        Assert.Equal((403, "UnrecognizedClientException"), Outcome(await Send(Signed(), LongTermKey with { AccessKeyId = "AKIDOTHER" })));

    [Theory]
    [InlineData(-301, "Signature not yet current: 20250102T030405Z is still later than 20250102T030404Z (20250102T025904Z + 5 min.)")]
    [InlineData(301, "Signature expired: 20250102T030405Z is now earlier than 20250102T030406Z (20250102T030906Z - 5 min.)")]
    public async Task A_signature_outside_its_window_is_refused_in_the_words_that_sdks_look_for(int seconds, string message)
    {
        var harness = new HandlerHarness(options: new EndpointOptions { AccessKeys = [LongTermKey] });
        harness.Clock.AdjustTime(harness.Clock.GetUtcNow().AddSeconds(seconds));
        HttpResponse response = await harness.Send(Signed());
        Assert.Equal(403, response.Status);
        Assert.Contains(message, response.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task A_signature_at_the_edge_of_its_window_is_let_in(int seconds)
    {
        var harness = new HandlerHarness(options: new EndpointOptions { AccessKeys = [LongTermKey] });
        harness.Clock.AdjustTime(harness.Clock.GetUtcNow().AddSeconds(seconds));
        Assert.Equal(404, (await harness.Send(Signed())).Status);
    }

    [Theory]
    [InlineData(SessionToken, 404)]
    [InlineData("another-token", 403)]
    [InlineData(null, 403)]
    public async Task A_session_key_needs_its_session_token(string? token, int status)
    {
        HttpRequest request = Signed().With("Authorization", SessionAuthorization).With("X-Amz-Security-Token", token);
        Assert.Equal(status, (await Send(request, LongTermKey with { SessionToken = SessionToken })).Status);
    }

    [Fact]
    public async Task With_signatures_any_host_name_is_answered()
    {
        // The host is part of what is signed, so a wrong signature, not the name, is what is found.
        Assert.Equal("InvalidSignatureException", (await Send(Signed().With("Host", "ci.example.com"))).Code);
    }

    private static HttpRequest Signed() => Requests.Post("GetKey", Body, ("X-Amz-Date", "20250102T030405Z"), ("Authorization", Authorization));

    private static async Task<(int Status, string Code, HandlerHarness Harness)> Send(HttpRequest request, EndpointAccessKey? key = null)
    {
        var harness = new HandlerHarness(options: new EndpointOptions { AccessKeys = [key ?? LongTermKey] });
        HttpResponse response = await harness.Send(request);
        Assert.DoesNotContain(Secret, response.Text(), StringComparison.Ordinal);
        return (response.Status, response.Headers.Get("x-amzn-ErrorType")!, harness);
    }

    private static (int Status, string Code) Outcome((int Status, string Code, HandlerHarness Harness) sent) => (sent.Status, sent.Code);
}
