using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>Whose keys sign a request, seen at the server that receives it.</summary>
public sealed class CredentialTests : AwsTests, IDisposable
{
    private readonly ScriptedServer _server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));

    public new void Dispose()
    {
        _server.Dispose();
        base.Dispose();
    }

    [Fact]
    public async Task Each_source_gives_way_to_the_one_before_it()
    {
        Write(".aws/credentials", """
            [default]
            aws_access_key_id = ofdefault
            aws_secret_access_key = s
            [named]
            aws_access_key_id = ofnamed
            aws_secret_access_key = s
            aws_session_token = t
            """);
        var nothing = new AwsProviderOptions();
        Assert.Equal("ofdefault|", await Signer(nothing));
        Set("AWS_PROFILE", "named");
        Assert.Equal("ofnamed|t", await Signer(nothing));
        Set("AWS_ACCESS_KEY_ID", "ofenvironment");
        Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("ofenvironment|", await Signer(nothing));
        Set("AWS_SESSION_TOKEN", "e");
        Assert.Equal("ofenvironment|e", await Signer(nothing));
        Assert.Equal("ofnamed|t", await Signer(new AwsProviderOptions { ProfileName = "named" }));
        var given = new AwsProviderOptions { ProfileName = "named", CredentialProvider = new Values("ofobject", "s", "o") };
        Assert.Equal("ofobject|o", await Signer(given));
        Assert.Equal("literal|", await Signer(given with { AccessKey = "literal", SecretKey = Secret("s") }));
    }

    [Fact]
    public async Task Files_are_read_anew_wherever_the_variables_point_to_now()
    {
        Set("AWS_SHARED_CREDENTIALS_FILE", Write("first", "[default]\naws_access_key_id=first\naws_secret_access_key=s\n"));
        Assert.Equal("first|", await Signer(new AwsProviderOptions()));
        Set("AWS_SHARED_CREDENTIALS_FILE", Write("second", "[default]\naws_access_key_id=second\naws_secret_access_key=s\n"));
        Assert.Equal("second|", await Signer(new AwsProviderOptions()));
        Set("AWS_CONFIG_FILE", Write("third", "[profile of-config]\naws_access_key_id=third\naws_secret_access_key=s\n"));
        Assert.Equal("third|", await Signer(new AwsProviderOptions { ProfileName = "of-config" }));
        string location = Write("elsewhere/credentials", "[default]\naws_access_key_id=fourth\naws_secret_access_key=s\n");
        Assert.Equal("fourth|", await Signer(new AwsProviderOptions { ProfileLocation = location }));
        AwsConfigurationException error = await Failure(new AwsProviderOptions { ProfileLocation = location + "x" });
        Assert.Equal("PcAwsProfileInvalid", error.ErrorId);
        Assert.Contains(location + "x", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_profile_of_older_aws_tools_is_found()
    {
        Write(".aws/config", "[default]\nregion = us-east-1\n");
        Write(".aws/credentials", "[AWS PS Default]\naws_access_key_id=old\naws_secret_access_key=s\n");
        Assert.Equal("old|", await Signer(new AwsProviderOptions()));
    }

    [Fact]
    public async Task A_credential_process_is_run()
    {
        string output = Write("keys.json", """{"Version":1,"AccessKeyId":"ofprocess","SecretAccessKey":"s","SessionToken":"t"}""");
        Write(".aws/config", $"[default]\ncredential_process = {(OperatingSystem.IsWindows() ? "type" : "cat")} \"{output}\"\n");
        Assert.Equal("ofprocess|t", await Signer(new AwsProviderOptions()));
    }

    [Fact]
    public async Task What_a_failing_credential_process_prints_is_not_shown()
    {
        Write(".aws/config", "[default]\ncredential_process = echo top-secret\n");
        AwsConfigurationException error = await Failure(new AwsProviderOptions());
        Assert.Equal("PcAwsCredentialsUnusable", error.ErrorId);
        Assert.Contains("the profile 'default' (credential process)", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_containers_role_is_asked_for()
    {
        using var container = ScriptedServer.Answering(ScriptedServer.Http(
            200, """{"AccessKeyId":"ofcontainer","SecretAccessKey":"s","Token":"t","Expiration":"2999-01-01T00:00:00Z"}"""));
        Set("AWS_CONTAINER_CREDENTIALS_FULL_URI", new Uri(container.Url, "role").AbsoluteUri);
        Set("AWS_CONTAINER_AUTHORIZATION_TOKEN", "bearer");
        Assert.Equal("ofcontainer|t", await Signer(new AwsProviderOptions()));
        Assert.Equal(("GET /role HTTP/1.1", "bearer"), (container.Requests[0].Line, container.Requests[0]["Authorization"]));
    }

    [Fact]
    public async Task Without_credentials_the_error_says_where_was_looked()
    {
        AwsConfigurationException error = await Failure(new AwsProviderOptions());
        Assert.Equal(("PcAwsCredentialsMissing", ErrorKind.AuthenticationFailed), (error.ErrorId, error.Kind));
        Assert.Contains(Path.Combine(Home, ".aws", "credentials"), error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_EC2_METADATA_DISABLED", error.Message, StringComparison.Ordinal);
        Assert.Contains("aws configure", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task An_unknown_profile_is_named_whoever_named_it()
    {
        AwsConfigurationException given = await Failure(new AwsProviderOptions { ProfileName = "gone" });
        Set("AWS_PROFILE", "lost");
        AwsConfigurationException inherited = await Failure(Keys());
        Assert.Equal(("PcAwsProfileUnknown", "PcAwsProfileUnknown"), (given.ErrorId, inherited.ErrorId));
        Assert.Contains("'gone'", given.Message, StringComparison.Ordinal);
        Assert.Contains("'lost', named by AWS_PROFILE,", inherited.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws_access_key_id = a", "PcAwsProfileInvalid", "aws_secret_access_key")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r", "PcAwsProfileInvalid", "source_profile")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = gone", "PcAwsProfileInvalid", "'gone'")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = loop", "PcAwsProfileInvalid", "tested → loop → tested")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Moon", "PcAwsProfileInvalid", "'Moon'")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\ncredential_source = Environment", "PcAwsCredentialsIncomplete", "AWS_ACCESS_KEY_ID")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\ncredential_source = EcsContainer", "PcAwsCredentialsUnusable", "AWS_CONTAINER_CREDENTIALS")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nweb_identity_token_file = /no/such/file", "PcAwsCredentialsUnusable", "/no/such/file")]
    [InlineData("role_arn = arn:aws:iam::111122223333:role/r\nsource_profile = keys\nmfa_serial = arn:aws:iam::111122223333:mfa/m", "PcAwsMfaRequired",
        "mfa/m")]
    [InlineData("sso_session = gone", "PcAwsProfileInvalid", "'gone'")]
    [InlineData("sso_start_url = https://sso.test/start\nsso_region = us-east-1", "PcAwsProfileInvalid", "sso_account_id")]
    [InlineData("login_session = x", "PcAwsProfileInvalid", "aws login")]
    [InlineData("region = us-east-1", "PcAwsProfileInvalid", "no credentials")]
    public async Task A_profile_that_cannot_work_is_told_why(string settings, string id, string reason)
    {
        Write(".aws/config", $"[profile tested]\n{settings}\n[profile loop]\nrole_arn=arn:aws:iam::111122223333:role/r\nsource_profile=tested\n[profile "
            + "keys]\naws_access_key_id=a\naws_secret_access_key=s\n");
        AwsConfigurationException error = await Failure(new AwsProviderOptions { ProfileName = "tested" });
        Assert.Equal(id, error.ErrorId);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RecommendedAction);
    }

    [Fact]
    public async Task Half_a_pair_of_keys_is_incomplete()
    {
        Assert.Equal("PcAwsCredentialsIncomplete", (await Failure(new AwsProviderOptions { AccessKey = "a" })).ErrorId);
        Assert.Equal("PcAwsCredentialsIncomplete", (await Failure(new AwsProviderOptions { SecretKey = Secret("s") })).ErrorId);
        Set("AWS_SECRET_ACCESS_KEY", "s");
        Assert.Equal("PcAwsCredentialsIncomplete", (await Failure(new AwsProviderOptions())).ErrorId);
    }

    [Fact]
    public async Task No_secret_is_in_any_text_form()
    {
        AwsProviderOptions options = Keys(_server.Url) with { SessionToken = Secret("the-session-token") };
        using IAwsProvider provider = await Open(options);
        Assert.Equal(nameof(AwsProviderOptions), options.ToString());
        Assert.All([provider.ToString()!, provider.CredentialSource], text => Assert.DoesNotContain(SecretKey, text, StringComparison.Ordinal));
        Assert.Equal("the given access key", provider.CredentialSource);
    }

    [Fact]
    public async Task An_unreadable_file_is_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "File modes do not bind this user.");
        string path = Write(".aws/credentials", "[default]\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        AwsConfigurationException error = await Failure(new AwsProviderOptions());
        Assert.Equal("PcAwsProfileInvalid", error.ErrorId);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private async Task<string> Signer(AwsProviderOptions options)
    {
        using IAwsProvider provider = await Open(options with { Region = Region, EndpointUrl = _server.Url });
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        RecordedRequest sent = _server.Requests[^1];
        return $"{sent["Authorization"].Split('=', '/')[1]}|{sent["X-Amz-Security-Token"]}";
    }

    private async Task<AwsConfigurationException> Failure(AwsProviderOptions options) =>
        await Assert.ThrowsAsync<AwsConfigurationException>(() => Signer(options));

    private sealed record Values(string AccessKey, string SecretKey, string Token);
}
