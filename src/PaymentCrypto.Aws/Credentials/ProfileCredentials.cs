using Amazon.Runtime;
using PaymentCrypto.Api;
using PaymentCrypto.Aws.Profiles;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>Makes credentials of a profile: static keys, a role on top of another source, web identity, SSO or a credential process.</summary>
internal sealed class ProfileCredentials(ProfileFiles files, string region, Func<string, string>? mfaTokenCode)
{
    private static readonly string[] Beginnings =
        ["aws_access_key_id", "aws_secret_access_key", "role_arn", "sso_session", "sso_start_url", "credential_process", "login_session"];

    internal static bool HasCredentials(AwsProfile profile) => Beginnings.Any(setting => profile[setting] is not null);

    internal static AWSCredentials WebIdentity(string where, string tokenFile, string roleArn, string? sessionName, string region) => File.Exists(tokenFile)
        ? new WebIdentityCredentials(Path.GetFullPath(tokenFile), roleArn, sessionName, region)
        : throw new AwsConfigurationException(AwsConfigurationFailure.CredentialsUnusable,
            $"The web identity token file '{tokenFile}' of {where} does not exist.");

    internal static AWSCredentials Container(string where)
    {
        try
        {
            return new GenericContainerCredentials();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or AmazonClientException or UriFormatException)
        {
            throw new AwsConfigurationException(AwsConfigurationFailure.CredentialsUnusable,
                $"The container's credentials of {where} cannot be used: {exception.Message}");
        }
    }

    internal CredentialSource Of(AwsProfile profile) => Of(profile, []);

    private static AwsConfigurationException Invalid(AwsProfile profile, string message) =>
        new(AwsConfigurationFailure.ProfileInvalid, $"The profile '{profile.Name}' {message}");

    private static CredentialSource Source(AwsProfile profile, string kind, AWSCredentials credentials, string? ssoProfile = null) =>
        new(credentials, $"the profile '{profile.Name}' ({kind})") { SsoProfile = ssoProfile };

    private static CredentialSource StaticKeys(AwsProfile profile)
    {
        string accessKey = profile["aws_access_key_id"] ?? throw Invalid(profile, "has aws_secret_access_key without aws_access_key_id.");
        string secretKey = profile["aws_secret_access_key"] ?? throw Invalid(profile, "has aws_access_key_id without aws_secret_access_key.");
        return profile["aws_session_token"] is { } token
            ? Source(profile, "temporary keys", new SessionAWSCredentials(accessKey, secretKey, token))
            : Source(profile, "access key", new BasicAWSCredentials(accessKey, secretKey));
    }

    private static CredentialSource OfCredentialSource(AwsProfile profile, string kind) => kind.ToUpperInvariant() switch
    {
        "ENVIRONMENT" when AwsEnvironment.Get("AWS_ACCESS_KEY_ID") is null || AwsEnvironment.Get("AWS_SECRET_ACCESS_KEY") is null =>
            throw new AwsConfigurationException(
            AwsConfigurationFailure.CredentialsIncomplete,
            $"The profile '{profile.Name}' takes its keys from the environment, where AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not both set."),
        "ENVIRONMENT" => Source(profile, kind, new EnvironmentVariablesAWSCredentials()),
        "ECSCONTAINER" => Source(profile, kind, Container($"the profile '{profile.Name}'")),
        "EC2INSTANCEMETADATA" => Source(profile, kind, new InstanceRoleCredentials()),
        _ => throw Invalid(profile, $"has the credential_source '{kind}': it must be Environment, EcsContainer or Ec2InstanceMetadata."),
    };

    private static string SessionName(AwsProfile profile) => profile["role_session_name"] ?? $"paymentcrypto-{Environment.ProcessId}";

    // A role goes before the keys beside it, which are then its source.
    private CredentialSource Of(AwsProfile profile, List<string> visited) =>
        profile["role_arn"] is not null ? profile["web_identity_token_file"] is not null ? WebIdentity(profile) : Role(profile, visited)
        : profile["sso_session"] is not null || profile["sso_start_url"] is not null ? Sso(profile)
        : profile["aws_access_key_id"] is not null || profile["aws_secret_access_key"] is not null ? StaticKeys(profile)
        : profile["credential_process"] is { } process ? Source(profile, "credential process", new ProcessAWSCredentials(process))
        : profile["login_session"] is not null
            ? throw Invalid(profile, "is one of 'aws login', which is not supported; 'aws configure export-credentials' turns it into keys.")
        : throw Invalid(profile, "has no credentials: no keys, role, SSO login or credential_process.");

    private CredentialSource WebIdentity(AwsProfile profile) => Source(
        profile,
        "web identity",
        WebIdentity($"the profile '{profile.Name}'", profile["web_identity_token_file"]!, profile["role_arn"]!, profile["role_session_name"], region));

    private CredentialSource Role(AwsProfile profile, List<string> visited)
    {
        if (visited.Contains(profile.Name))
        {
            throw Invalid(profile, $"is its own source_profile: {string.Join(" → ", visited)} → {profile.Name}.");
        }

        CredentialSource source = RoleSource(profile, [.. visited, profile.Name]);
        var options = new AssumeRoleAWSCredentialsOptions { ExternalId = profile["external_id"] };
        if (profile["mfa_serial"] is { } serial)
        {
            options.MfaSerialNumber = serial;
            options.MfaTokenCodeCallback = mfaTokenCode is not null
                ? () => mfaTokenCode(serial)
                : throw new AwsConfigurationException(
                    AwsConfigurationFailure.MfaRequired, $"The role of the profile '{profile.Name}' demands a one-time code of the device '{serial}'.");
        }

        return Source(profile, "assumed role", new RoleCredentials(source.Credentials, profile["role_arn"]!, SessionName(profile), options, region),
            source.SsoProfile);
    }

    private CredentialSource RoleSource(AwsProfile profile, List<string> visited) => (profile["source_profile"], profile["credential_source"]) switch
    {
        (string, string) => throw Invalid(profile, "has both source_profile and credential_source; only one can hold."),

        // The usual way to keep a role and the keys for it in one place.
        (string name, null) when name == profile.Name => StaticKeys(profile),
        (string name, null) => Of(files.Find(name) ?? throw Invalid(profile, $"has the source_profile '{name}', which does not exist."), visited),
        (null, string kind) => OfCredentialSource(profile, kind),
        _ => throw Invalid(profile, "has role_arn without source_profile, credential_source or web_identity_token_file."),
    };

    private CredentialSource Sso(AwsProfile profile)
    {
        AwsProfile login = profile["sso_session"] is { } session
            ? files.FindSection("sso-session", session) ?? throw Invalid(profile, $"has the sso_session '{session}', which does not exist.")
            : profile;
        string Needed(AwsProfile section, string setting) => section[setting] ?? throw Invalid(profile, $"signs in with SSO and lacks {setting}.");

        SsoClients.Register();
        var credentials = new SSOAWSCredentials(
            Needed(profile, "sso_account_id"),
            Needed(login, "sso_region"),
            Needed(profile, "sso_role_name"),
            Needed(login, "sso_start_url"),
            new SSOAWSCredentialsOptions { SessionName = profile["sso_session"], SupportsGettingNewToken = false });
        return Source(profile, "SSO", credentials, profile.Name);
    }
}
