using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>Credential objects of types that this project does not know.</summary>
public sealed class ForeignCredentialTests : AwsTests
{
    public static TheoryData<string, object> Shapes => new()
    {
        { "an asynchronous method", new WithAsync() },
        { "a method", new WithSync() },
        { "an object that hides another, as AWS.Tools does", new Hiding() },
        { "the answer of an STS call", new StsAnswer("foreign", "s", "t") },
        { "a delegate", (Func<object>)(() => new WithSync()) },
        { "an asynchronous delegate", (Func<Task<Answer>>)(async () => await new WithAsync().GetCredentialsAsync()) },
    };

    public static TheoryData<object, string> Useless => new()
    {
        { "text", "System.String" },
        { new Answer("onlyaccess", string.Empty, null), "AccessKey and SecretKey" },
        { (Func<object?>)(() => null), "AccessKey and SecretKey" },
        { (Func<object>)(() => throw new InvalidOperationException("the vault is locked")), "the vault is locked" },
        { (Func<int, object>)(_ => new object()), "parameters" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_object_of_the_right_shape_signs(string shape, object source)
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));
        using IAwsProvider provider = await Open(new AwsProviderOptions { Region = Region, EndpointUrl = server.Url, CredentialProvider = source });
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        Assert.Contains("Credential=foreign/", server.Requests[0]["Authorization"], StringComparison.Ordinal);
        Assert.True(server.Requests[0]["X-Amz-Security-Token"] == "t", shape);
    }

    [Theory]
    [MemberData(nameof(Useless))]
    public async Task An_object_of_another_shape_is_refused(object source, string reason)
    {
        using IAwsProvider provider =
            await Open(new AwsProviderOptions { Region = Region, EndpointUrl = new Uri("http://127.0.0.1:9/"), CredentialProvider = source });
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal("PcAwsCredentialsUnusable", error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    public sealed record Answer(string AccessKey, string SecretKey, string? Token);

    public sealed record StsAnswer(string AccessKeyId, string SecretAccessKey, string SessionToken);

    private sealed class WithAsync
    {
        private readonly Answer _answer = new("foreign", "s", "t");

        public async Task<Answer> GetCredentialsAsync()
        {
            await Task.Yield();
            return _answer;
        }

        // As in the SDK, where this one may block.
        public Answer GetCredentials() => throw new InvalidOperationException($"The asynchronous one goes first, and gives {_answer.AccessKey}.");
    }

    private sealed class WithSync
    {
        private readonly Answer _answer = new("foreign", "s", "t");

        public Answer GetCredentials() => _answer;
    }

    private sealed class Hiding
    {
        internal WithSync Credentials { get; } = new();
    }
}
