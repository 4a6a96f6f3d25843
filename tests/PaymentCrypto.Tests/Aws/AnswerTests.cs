using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>Answers that are not what the service would send.</summary>
public sealed class AnswerTests : AwsTests
{
    [Theory]
    [InlineData("{\"__type\":\"AccessDeniedException\",\"Message\":\"m\"}", "", typeof(AccessDeniedException), "m")]
    [InlineData("{\"__type\":\"com.amazon.coral.service#UnrecognizedClientException\",\"message\":\"lower\"}", "", typeof(UnknownServiceException), "lower")]
    [InlineData("{\"Message\":\"m\"}", "x-amzn-ErrorType: AccessDeniedException:http://internal.amazon.com/coral/\r\n", typeof(AccessDeniedException), "m")]
    [InlineData("", "x-amzn-ErrorType: ConflictException\r\n", typeof(ConflictException), "The service answered ConflictException without a message.")]
    [InlineData("not json", "x-amzn-ErrorType: ConflictException\r\n", typeof(ConflictException), "The service answered ConflictException without a message.")]
    public async Task The_code_is_taken_from_the_body_or_else_from_the_header(string body, string headers, Type type, string message)
    {
        ServiceException error = await Failure<ServiceException>(ScriptedServer.Http(403, body, headers));
        Assert.Equal((type, message, "request-1"), (error.GetType(), error.Message, error.RequestId));
    }

    [Fact]
    public async Task Not_found_names_the_resource_although_the_service_sends_no_message()
    {
        ResourceNotFoundException error = await Failure<ResourceNotFoundException>(ScriptedServer.Http(404, """{"__type":"com.amazonaws.paymentcryptography#ResourceNotFoundException","ResourceId":"alias/gone"}"""));
        Assert.Equal("alias/gone", error.ResourceId);
        Assert.Contains("alias/gone", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html><body>Sign in</body></html>", "text/html", "web page")]
    [InlineData(403, "<html>Blocked by policy</html>", "text/html; charset=utf-8", "web page")]
    [InlineData(200, "{\"Keys\":[", "application/x-amz-json-1.0", "JSON")]
    [InlineData(200, "[]", "application/json", "JSON")]
    [InlineData(400, "Bad Request", "text/plain", "JSON")]
    [InlineData(404, "", "text/plain", "JSON")]
    public async Task What_the_service_would_not_answer_is_told_apart_and_not_tried_again(int status, string body, string type, string hint)
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(status, body, type: type));
        AwsConnectionException error = await Failure<AwsConnectionException>(server);
        Assert.Equal(("PcAwsAnswerUnreadable", status, "request-1"), (error.ErrorId, error.HttpStatus, error.RequestId));
        Assert.Contains(server.Url.Authority, error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Blocked", error.ToString(), StringComparison.Ordinal);
        Assert.NotNull(error.RecommendedAction);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var elsewhere = ScriptedServer.Answering(ScriptedServer.Http(200, """{"Keys":[]}"""));
        AwsConnectionException error = await Failure<AwsConnectionException>(ScriptedServer.Http(307, string.Empty, $"Location: {elsewhere.Url}\r\n"));
        Assert.Equal(("PcAwsAnswerUnreadable", 307), (error.ErrorId, error.HttpStatus));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_proxy_page_for_an_overloaded_server_is_tried_again()
    {
        using var server = new ScriptedServer((_, number) => number == 0 ? ScriptedServer.Http(503, "<html/>", type: "text/html") : ScriptedServer.Http(200, """{"Keys":[]}"""));
        using IAwsProvider provider = await Open(Keys(server.Url));
        Assert.Empty((await provider.SendAsync(new ListKeysRequest(), Cancel)).Keys!);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        AwsConnectionException error =
            await Failure<AwsConnectionException>("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + new string(' ', (16 * 1024 * 1024) + 1));
        Assert.Equal("PcAwsAnswerUnreadable", error.ErrorId);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_unreachable()
    {
        AwsConnectionException error =
            await Failure<AwsConnectionException>("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\ncontent-length: 100\r\n\r\n{\"Keys\":");
        Assert.Equal("PcAwsUnreachable", error.ErrorId);
    }

    private static async Task<TError> Failure<TError>(string answer)
        where TError : Exception
    {
        using var server = ScriptedServer.Answering(answer);
        return await Failure<TError>(server);
    }

    private static async Task<TError> Failure<TError>(ScriptedServer server)
        where TError : Exception
    {
        using IAwsProvider provider = await Open(Keys(server.Url));
        return await Assert.ThrowsAnyAsync<TError>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
    }
}
