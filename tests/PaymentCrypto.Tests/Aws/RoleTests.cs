using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>Credentials that other AWS services hand out: STS and IAM Identity Center, both played by a server on loopback.</summary>
public sealed class RoleTests : AwsTests
{
    private const string Role = "arn:aws:iam::111122223333:role/payments";
    private const string StartUrl = "https://sso.test/start";

    [Fact]
    public async Task A_role_is_assumed_with_the_keys_of_its_source_profile()
    {
        Write(".aws/config", $"[profile role]\nrole_arn = {Role}\nsource_profile = base\nexternal_id = x1\nrole_session_name = me\n[profile "
            + "base]\naws_access_key_id = basekey\naws_secret_access_key = s\n");
        using ScriptedServer sts = Sts("AssumeRole");
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Assert.Equal(("assumed", "the profile 'role' (assumed role)"), await Signer(new AwsProviderOptions { ProfileName = "role" }));
        RecordedRequest asked = Assert.Single(sts.Requests);
        Assert.Contains($"Credential=basekey/", asked["Authorization"], StringComparison.Ordinal);
        Assert.Contains($"/{Region}/sts/", asked["Authorization"], StringComparison.Ordinal);
        Assert.Contains($"RoleArn={Uri.EscapeDataString(Role)}", asked.Body, StringComparison.Ordinal);
        Assert.Contains("ExternalId=x1", asked.Body, StringComparison.Ordinal);
        Assert.Contains("RoleSessionName=me", asked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_with_a_device_sends_the_code_that_the_caller_gives()
    {
        Write(".aws/config", $"[default]\nrole_arn = {Role}\nsource_profile = default\nmfa_serial = arn:aws:iam::111122223333:mfa/me\naws_access_key_id = "
            + "basekey\naws_secret_access_key = s\n");
        using ScriptedServer sts = Sts("AssumeRole");
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        await Signer(new AwsProviderOptions { MfaTokenCode = serial => serial.EndsWith("/me", StringComparison.Ordinal) ? "123456" : string.Empty });
        Assert.Contains("TokenCode=123456", Assert.Single(sts.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_in_the_environment_is_exchanged()
    {
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", Write("token", "the-token"));
        Set("AWS_ROLE_ARN", Role);
        using ScriptedServer sts = Sts("AssumeRoleWithWebIdentity");
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Assert.Equal(("assumed", "the web identity of AWS_WEB_IDENTITY_TOKEN_FILE"), await Signer(new AwsProviderOptions()));
        Assert.Contains("WebIdentityToken=the-token", Assert.Single(sts.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_role_is_told_in_the_words_of_sts()
    {
        Write(".aws/config", $"[default]\nrole_arn = {Role}\nsource_profile = default\naws_access_key_id = basekey\naws_secret_access_key = s\n");
        using var sts = ScriptedServer.Answering(ScriptedServer.Http(
            403, "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to "
                + "assume</Message></Error></ErrorResponse>", type: "text/xml"));
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => Signer(new AwsProviderOptions()));
        Assert.Equal("PcAwsCredentialsUnusable", error.ErrorId);
        Assert.Contains("the profile 'default' (assumed role)", error.Message, StringComparison.Ordinal);
        Assert.Contains("not authorized to assume", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_sso_login_gives_the_keys_of_its_role()
    {
        WriteSsoProfile();
        WriteSsoToken("2999-01-01T00:00:00Z");
        using var sso = ScriptedServer.Answering(ScriptedServer.Http(
            200, """{"roleCredentials":{"accessKeyId":"ofsso","secretAccessKey":"s","sessionToken":"t","expiration":32472144000000}}""", type: "application/json"));
        Set("AWS_ENDPOINT_URL_SSO", sso.Url.AbsoluteUri);
        Assert.Equal(("ofsso", "the profile 'sso' (SSO)"), await Signer(new AwsProviderOptions { ProfileName = "sso" }));
        RecordedRequest asked = Assert.Single(sso.Requests);
        Assert.Contains("role_name=Payments", asked.Line, StringComparison.Ordinal);
        Assert.Equal("the-access-token", asked["x-amz-sso_bearer_token"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2001-01-01T00:00:00Z")]
    public async Task An_sso_login_that_is_over_or_never_was_says_to_sign_in_again(string? expiry)
    {
        WriteSsoProfile();
        if (expiry is not null)
        {
            WriteSsoToken(expiry);
        }

        await AssertSsoExpired("sso");
    }

    [Fact]
    public async Task An_sso_login_that_the_service_no_longer_accepts_says_to_sign_in_again()
    {
        WriteSsoProfile();
        WriteSsoToken("2999-01-01T00:00:00Z");
        using var sso = ScriptedServer.Answering(ScriptedServer.Http(
            401, """{"message":"Session token not found or invalid"}""", "x-amzn-ErrorType: UnauthorizedException\r\n", "application/json"));
        Set("AWS_ENDPOINT_URL_SSO", sso.Url.AbsoluteUri);
        await AssertSsoExpired("sso");
    }

    [Fact]
    public async Task A_role_on_top_of_an_sso_login_that_is_over_says_to_sign_in_again()
    {
        WriteSsoProfile();
        await AssertSsoExpired("role");
    }

    [Fact]
    public async Task An_unreachable_credential_service_is_unreachable()
    {
        WriteSsoProfile();
        WriteSsoToken("2999-01-01T00:00:00Z");
        using var sso = ScriptedServer.Answering(string.Empty);
        Set("AWS_ENDPOINT_URL_SSO", sso.Url.AbsoluteUri);
        Set("AWS_MAX_ATTEMPTS", "1");
        AwsConnectionException error = await Assert.ThrowsAsync<AwsConnectionException>(() => Signer(new AwsProviderOptions { ProfileName = "sso" }));
        Assert.Equal("PcAwsUnreachable", error.ErrorId);
        Assert.Contains("the profile 'sso' (SSO)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_identity_token_that_has_gone_since_is_no_network_failure()
    {
        string token = Write("token", "the-token");
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", token);
        Set("AWS_ROLE_ARN", Role);
        using IAwsProvider provider = await Open(new AwsProviderOptions { Region = Region, EndpointUrl = new Uri("http://127.0.0.1:9/") });
        File.Delete(token);
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal("PcAwsCredentialsUnusable", error.ErrorId);
    }

    private static ScriptedServer Sts(string operation) => ScriptedServer.Answering(ScriptedServer.Http(
        200,
        $"<{operation}Response><{operation}Result><Credentials><AccessKeyId>assumed</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials></{operation}Result></{operation}Response>",
        type: "text/xml"));

    private static async Task<(string AccessKey, string Source)> Signer(AwsProviderOptions options)
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));
        using IAwsProvider provider = await Open(options with { Region = Region, EndpointUrl = server.Url });
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        return (server.Requests[1]["Authorization"].Split('=', '/')[1], provider.CredentialSource);
    }

    private static async Task AssertSsoExpired(string profile)
    {
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => Signer(new AwsProviderOptions { ProfileName = profile }));
        Assert.Equal(("PcAwsSsoExpired", ErrorKind.AuthenticationFailed), (error.ErrorId, error.Kind));
        Assert.Contains("aws sso login --profile sso", error.RecommendedAction, StringComparison.Ordinal);
    }

    private void WriteSsoProfile() => Write(".aws/config", $"""
        [profile sso]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Payments
        [sso-session corp]
        sso_region = us-east-1
        sso_start_url = {StartUrl}
        [profile role]
        role_arn = {Role}
        source_profile = sso
        """);

    // The cache file of 'aws sso login' is named by the SHA-1 of the session's name.
    private void WriteSsoToken(string expiry) => Write(
        $".aws/sso/cache/{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("corp")))}.json",
        $$"""{"accessToken":"the-access-token","expiresAt":"{{expiry}}","region":"us-east-1","startUrl":"{{StartUrl}}"}""");
}
