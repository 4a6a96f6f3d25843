using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

public sealed class RetryTests : AwsTests
{
    [Theory]
    [InlineData("ThrottlingException", 429)]
    [InlineData("ThrottlingException", 400)]
    [InlineData("InternalServerException", 500)]
    [InlineData("ServiceUnavailableException", 503)]
    public async Task What_may_pass_is_tried_as_often_as_allowed_and_every_retry_is_reported(string code, int status)
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Error(code, status));
        var reports = new List<AwsRetry>();
        using IAwsProvider provider = await Open(Keys(server.Url) with { MaxAttempts = 4, OnRetry = reports.Add });
        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal(code, error.Code);
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal([new("ListKeys", 2, 4, code), new("ListKeys", 3, 4, code), new("ListKeys", 4, 4, code)], reports);
    }

    [Theory]
    [InlineData("ValidationException", 400)]
    [InlineData("AccessDeniedException", 403)]
    [InlineData("ConflictException", 409)]
    [InlineData("ServiceQuotaExceededException", 402)]
    public async Task What_will_not_pass_is_tried_once(string code, int status)
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Error(code, status));
        using IAwsProvider provider = await Open(Keys(server.Url));
        await Assert.ThrowsAnyAsync<ServiceException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(AwsRetryMode.Standard)]
    [InlineData(AwsRetryMode.Adaptive)]
    public async Task The_request_is_signed_and_sent_whole_again(AwsRetryMode mode)
    {
        using var server = new ScriptedServer((_, number) => number == 0 ? ScriptedServer.Error("ThrottlingException", 429) : ScriptedServer.Http(200, "{}"));
        using IAwsProvider provider = await Open(Keys(server.Url) with { RetryMode = mode });
        await provider.SendAsync(new DeleteAliasRequest { AliasName = "alias/a" }, Cancel);
        Assert.All(server.Requests, request => Assert.Equal("""{"AliasName":"alias/a"}""", request.Body));
        Assert.All(server.Requests, request => Assert.StartsWith("AWS4-HMAC-SHA256", request["Authorization"], StringComparison.Ordinal));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task One_attempt_is_one_attempt_even_when_the_connection_breaks()
    {
        using var server = ScriptedServer.Answering(string.Empty);
        using IAwsProvider provider = await Open(Keys(server.Url) with { MaxAttempts = 1 });
        AwsConnectionException error = await Assert.ThrowsAsync<AwsConnectionException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal("PcAwsUnreachable", error.ErrorId);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("5", null, 5)]
    [InlineData(null, "max_attempts = 2", 2)]
    [InlineData(null, "retry_mode = legacy", 3)]
    public async Task The_number_of_attempts_comes_from_the_environment_or_the_profile(string? variable, string? setting, int attempts)
    {
        Set("AWS_MAX_ATTEMPTS", variable);
        Write(".aws/config", $"[default]\n{setting}\n");
        using var server = ScriptedServer.Answering(ScriptedServer.Error("ThrottlingException", 429));
        using IAwsProvider provider = await Open(Keys(server.Url));
        await Assert.ThrowsAsync<ThrottlingException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal(attempts, server.Requests.Count);
    }

    [Theory]
    [InlineData("AWS_MAX_ATTEMPTS", "0")]
    [InlineData("AWS_MAX_ATTEMPTS", "many")]
    [InlineData("AWS_RETRY_MODE", "hasty")]
    public async Task A_setting_that_makes_no_sense_is_named(string variable, string value)
    {
        Set(variable, value);
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => Open(Keys()));
        Assert.Equal("PcAwsSettingInvalid", error.ErrorId);
        Assert.Contains(variable, error.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", error.Message, StringComparison.Ordinal);
    }
}
