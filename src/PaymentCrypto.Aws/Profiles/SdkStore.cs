using Amazon.Runtime.CredentialManagement;

namespace PaymentCrypto.Aws.Profiles;

/// <summary>The encrypted store that AWS.Tools and the Visual Studio toolkit keep on Windows, read through the AWS SDK.</summary>
internal static class SdkStore
{
    /// <summary>Finds a profile; null anywhere but on Windows.</summary>
    internal static AwsProfile? Find(string name) =>
        OperatingSystem.IsWindows() && new NetSDKCredentialsFile().TryGetProfile(name, out CredentialProfile? profile)
            ? new AwsProfile(name, SettingsOf(profile))
            : null;

    private static Dictionary<string, string> SettingsOf(CredentialProfile profile)
    {
        CredentialProfileOptions options = profile.Options;
        (string Name, string? Value)[] settings =
        [
            ("region", profile.Region?.SystemName),
            ("endpoint_url", profile.EndpointUrl),
            ("aws_access_key_id", options.AccessKey),
            ("aws_secret_access_key", options.SecretKey),
            ("aws_session_token", options.Token),
            ("role_arn", options.RoleArn),
            ("role_session_name", options.RoleSessionName),
            ("source_profile", options.SourceProfile),
            ("credential_source", options.CredentialSource),
            ("external_id", options.ExternalID),
            ("mfa_serial", options.MfaSerial),
            ("credential_process", options.CredentialProcess),
        ];
        return settings.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Name, setting => setting.Value!, StringComparer.Ordinal);
    }
}
