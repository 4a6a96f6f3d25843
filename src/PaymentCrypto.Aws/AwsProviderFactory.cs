using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws.Credentials;
using PaymentCrypto.Aws.Profiles;
using PaymentCrypto.Aws.Settings;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws;

/// <summary>Opens AWS providers on the AWS SDK's runtime. The module finds it by name behind its dependency wall.</summary>
public sealed class AwsProviderFactory : IAwsProviderFactory
{
    /// <inheritdoc/>
    public async Task<IAwsProvider> OpenAsync(AwsProviderOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        return await OpenAsync(options, settings => settings, cancel).ConfigureAwait(false);
    }

    /// <summary>With a last word on the settings, for tests that must not wait.</summary>
    internal static async Task<IAwsProvider> OpenAsync(AwsProviderOptions options, Func<ClientSettings, ClientSettings> adjust, CancellationToken cancel)
    {
        var files = ProfileFiles.Load(options.ProfileLocation);
        AwsProfile? profile = FindProfile(options, files);
        ClientSettings settings = await new SettingsReader(options, profile, files).ReadAsync(cancel).ConfigureAwait(false);
        CredentialSource credentials = new CredentialChain(options, files, settings.Region).Choose();
        return new AwsPaymentCryptography(credentials, adjust(settings));
    }

    // As with the AWS CLI, a profile that is asked for must be there, even when its credentials would not be needed.
    private static AwsProfile? FindProfile(AwsProviderOptions options, ProfileFiles files)
    {
        string? name = options.ProfileName ?? AwsEnvironment.Get("AWS_PROFILE");
        AwsProfile? profile = files.Find(name ?? AwsProfile.DefaultName);
        return profile is not null || name is null
            ? profile
            : throw new AwsConfigurationException(
                AwsConfigurationFailure.ProfileUnknown,
                $"The profile '{name}'{(options.ProfileName is null ? ", named by AWS_PROFILE," : string.Empty)} is neither in '{files.CredentialsPath}' "
                    + $"nor in '{files.ConfigPath}'.");
    }
}
