using Amazon.Runtime;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws.Profiles;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>
/// Chooses the credentials in the order that users of AWS.Tools know: keys, credential object and profile as given; then the
/// environment's keys, its web identity, its profile or the default one; then the container's and the instance's role.
/// </summary>
internal sealed class CredentialChain(AwsProviderOptions options, ProfileFiles files, string region)
{
    // AWS.Tools made its default profile under this name for years.
    private const string OldDefaultProfile = "AWS PS Default";

    internal CredentialSource Choose() =>
        Literal()
            ?? Given()
            ?? NamedProfile()
            ?? EnvironmentKeys()
            ?? EnvironmentWebIdentity()
            ?? EnvironmentProfile()
            ?? DefaultProfile()
            ?? Container()
            ?? Instance()
        ?? throw Missing();

    private static AwsConfigurationException Incomplete(string message) => new(AwsConfigurationFailure.CredentialsIncomplete, message);

    private static AWSCredentials Keys(string accessKey, string secretKey, string? sessionToken) =>
        sessionToken is null ? new BasicAWSCredentials(accessKey, secretKey) : new SessionAWSCredentials(accessKey, secretKey, sessionToken);

    private static CredentialSource? EnvironmentKeys()
    {
        string? accessKey = AwsEnvironment.Get("AWS_ACCESS_KEY_ID");
        string? secretKey = AwsEnvironment.Get("AWS_SECRET_ACCESS_KEY");
        return accessKey is not null && secretKey is not null
            ? new CredentialSource(Keys(accessKey, secretKey, AwsEnvironment.Get("AWS_SESSION_TOKEN")),
                "the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
            : accessKey is not null ? throw Incomplete("AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not.")
            : secretKey is not null ? throw Incomplete("AWS_SECRET_ACCESS_KEY is set and AWS_ACCESS_KEY_ID is not.")
            : null;
    }

    private static CredentialSource? Container() =>
        AwsEnvironment.Get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is null && AwsEnvironment.Get("AWS_CONTAINER_CREDENTIALS_FULL_URI") is null
            ? null
            : new CredentialSource(ProfileCredentials.Container("the container's environment"), "the container's role");

    private CredentialSource? Literal()
    {
        if (options.AccessKey is not { Length: > 0 } accessKey)
        {
            return options.SecretKey is null && options.SessionToken is null
                ? null
                : throw Incomplete("A secret key or a session token is given and no access key.");
        }

        string secretKey = SecretText.Of(options.SecretKey) ?? throw Incomplete($"The access key '{accessKey}' is given without its secret key.");
        return new CredentialSource(Keys(accessKey, secretKey, SecretText.Of(options.SessionToken)), "the given access key");
    }

    private CredentialSource? Given() => options.CredentialProvider is { } given
        ? new CredentialSource(new ForeignCredentials(given), "the given credential object")
        : null;

    private CredentialSource? NamedProfile() => options.ProfileName is { } name ? OfProfile(name) : null;

    private CredentialSource? EnvironmentProfile() => AwsEnvironment.Get("AWS_PROFILE") is { } name ? OfProfile(name) : null;

    // The default profile often has nothing but a region.
    private CredentialSource? DefaultProfile()
    {
        AwsProfile? profile = new[] { AwsProfile.DefaultName,
            OldDefaultProfile }.Select(files.Find).FirstOrDefault(found => found is not null && ProfileCredentials.HasCredentials(found));
        return profile is null ? null : OfProfile(profile.Name);
    }

    private CredentialSource? OfProfile(string name) =>
        files.Find(name) is { } profile ? new ProfileCredentials(files, region, options.MfaTokenCode).Of(profile) : null;

    private CredentialSource? EnvironmentWebIdentity()
    {
        string? tokenFile = AwsEnvironment.Get("AWS_WEB_IDENTITY_TOKEN_FILE");
        string? role = AwsEnvironment.Get("AWS_ROLE_ARN");
        return tokenFile is null || role is null
            ? null
            : new CredentialSource(
                ProfileCredentials.WebIdentity("AWS_WEB_IDENTITY_TOKEN_FILE", tokenFile, role, AwsEnvironment.Get("AWS_ROLE_SESSION_NAME"), region),
                "the web identity of AWS_WEB_IDENTITY_TOKEN_FILE");
    }

    private CredentialSource? Instance() => AwsEnvironment.MetadataAllowed
        ? new CredentialSource(new InstanceRoleCredentials(), "the instance's role") { WhenAbsent = Missing() }
        : null;

    private AwsConfigurationException Missing() => new(
        AwsConfigurationFailure.CredentialsMissing,
        $"There are no AWS credentials: none given, none in the environment, no profile '{AwsProfile.DefaultName}' with credentials in "
            + $"'{files.CredentialsPath}' or '{files.ConfigPath}', and no role of a container or instance"
            + (AwsEnvironment.MetadataAllowed ? "." : " (AWS_EC2_METADATA_DISABLED is true)."));
}
