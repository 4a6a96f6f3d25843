using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SSO;
using Amazon.SSOOIDC;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>
/// The provider in a load context of its own, while the process has other copies of the same SDK assemblies, as in a PowerShell
/// session with AWS.Tools.
/// </summary>
public sealed class PrivateContextTests : AwsTests
{
    private const string Role = "arn:aws:iam::111122223333:role/payments";
    private const string AssumedKeys = """<AccessKeyId>assumed</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration>""";

    // Loads the foreign copies first: it is then that the SDK finds the wrong ones.
    private static readonly Type[] Foreign = [typeof(AmazonSecurityTokenServiceClient), typeof(AmazonSSOClient), typeof(AmazonSSOOIDCClient)];

    [Fact]
    public async Task A_role_is_assumed()
    {
        Write(".aws/config", $"[default]\nrole_arn = {Role}\nsource_profile = default\naws_access_key_id = base\naws_secret_access_key = s\n");
        using ScriptedServer sts =
            Answering("text/xml", $"<AssumeRoleResponse><AssumeRoleResult><Credentials>{AssumedKeys}</Credentials></AssumeRoleResult></AssumeRoleResponse>");
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Assert.Equal("assumed", await Signer(new AwsProviderOptions { Region = Region }));
    }

    [Fact]
    public async Task A_web_identity_is_exchanged()
    {
        Set("AWS_WEB_IDENTITY_TOKEN_FILE", Write("token", "the-token"));
        Set("AWS_ROLE_ARN", Role);
        using ScriptedServer sts = Answering(
            "text/xml", $"<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>{AssumedKeys}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>");
        Set("AWS_ENDPOINT_URL_STS", sts.Url.AbsoluteUri);
        Assert.Equal("assumed", await Signer(new AwsProviderOptions { Region = Region }));
    }

    [Fact]
    public async Task An_sso_login_is_renewed_and_gives_keys()
    {
        Write(".aws/config", "[default]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = R\n[sso-session corp]\nsso_region = "
            + "us-east-1\nsso_start_url = https://sso.test/start\n");
        Write(
            $".aws/sso/cache/{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("corp")))}.json",
            """{"accessToken":"old","expiresAt":"2001-01-01T00:00:00Z","refreshToken":"r","clientId":"c","clientSecret":"cs","registrationExpiresAt":"2999-01-01T00:00:00Z","region":"us-east-1","startUrl":"https://sso.test/start"}""");
        using ScriptedServer oidc = Answering("application/json", """{"accessToken":"renewed","expiresIn":3600,"refreshToken":"r2","tokenType":"Bearer"}""");
        using ScriptedServer sso = Answering("application/json", """{"roleCredentials":{"accessKeyId":"ofsso","secretAccessKey":"s","sessionToken":"t","expiration":32472144000000}}""");
        Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Url.AbsoluteUri);
        Set("AWS_ENDPOINT_URL_SSO", sso.Url.AbsoluteUri);
        Assert.Equal("ofsso", await Signer(new AwsProviderOptions { Region = Region }));
        Assert.Equal("renewed", Assert.Single(sso.Requests)["x-amz-sso_bearer_token"]);
    }

    [Fact]
    public async Task The_region_and_role_of_an_instance_are_asked_for()
    {
        using var metadata = new ScriptedServer((request, _) => request.Line.Split(' ')[1] switch
        {
            "/latest/api/token" => Text("the-token"),
            "/latest/dynamic/instance-identity/document" => Text("""{"region":"ap-south-1"}"""),
            "/latest/meta-data/iam/security-credentials/" => Text("therole"),
            "/latest/meta-data/iam/info" => Text("""{"Code":"Success"}"""),
            "/latest/meta-data/iam/security-credentials/therole" => Text("""{"Code":"Success","AccessKeyId":"ofinstance","SecretAccessKey":"s","Token":"t","Expiration":"2999-01-01T00:00:00Z"}"""),
            _ => ScriptedServer.Http(404, string.Empty),
        });
        Set("AWS_EC2_METADATA_SERVICE_ENDPOINT", metadata.Url.AbsoluteUri.TrimEnd('/'));
        Set("AWS_EC2_METADATA_DISABLED", null);
        Assert.Equal("ofinstance", await Signer(new AwsProviderOptions(), "ap-south-1"));
        Assert.All(metadata.Requests.Where(request => request.Line.StartsWith("GET", StringComparison.Ordinal)),
            request => Assert.Equal("the-token", request["X-aws-ec2-metadata-token"]));
    }

    [Fact]
    public async Task Credentials_of_the_other_sdk_serve()
    {
        object foreign = new SessionAWSCredentials("foreign", "s", "t");
        Assert.Equal("foreign", await Signer(new AwsProviderOptions { Region = Region, CredentialProvider = foreign }));
    }

    private static ScriptedServer Answering(string type, string body) => ScriptedServer.Answering(ScriptedServer.Http(200, body, type: type));

    private static string Text(string body) => ScriptedServer.Http(200, body, type: "text/plain");

    private static async Task<string> Signer(AwsProviderOptions options, string region = Region)
    {
        Assert.All(Foreign, type => Assert.Contains(type.Assembly, System.Runtime.Loader.AssemblyLoadContext.Default.Assemblies));
        var context = new PrivateContext();
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));
        using IAwsProvider provider = await context.CreateFactory().OpenAsync(options with { EndpointUrl = server.Url }, Cancel);
        Assert.Equal(region, provider.Region);
        Assert.Contains(context.Assemblies, assembly => assembly.GetName().Name == "AWSSDK.Core");
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        return server.Requests[0]["Authorization"].Split('=', '/')[1];
    }
}
