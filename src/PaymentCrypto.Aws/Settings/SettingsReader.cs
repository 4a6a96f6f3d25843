using System.Globalization;
using Amazon.Runtime;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws.Profiles;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws.Settings;

/// <summary>
/// Settles each setting: option, else environment variable, else profile, else default. It does not go through the AWS SDK's own
/// fallbacks, which are read once per process.
/// </summary>
internal sealed class SettingsReader(AwsProviderOptions options, AwsProfile? profile, ProfileFiles files)
{
    internal async Task<ClientSettings> ReadAsync(CancellationToken cancel)
    {
        string region = await new RegionSource(options.Region, profile).GetAsync(cancel).ConfigureAwait(false);
        bool fips = Flag(options.UseFips, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
        bool dualStack = Flag(options.UseDualStack, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
        var endpoints = new EndpointSource(options.EndpointUrl, profile, files);
        return new ClientSettings
        {
            Region = region,
            Endpoints = Service.All.ToDictionary(service => service, service => endpoints.Get(service, region, fips, dualStack)),
            RetryMode = RetryMode(),
            MaxAttempts = MaxAttempts(),
            Timeout = Timeout(),
            OnRetry = options.OnRetry,
        };
    }

    private static AwsConfigurationException Invalid(string what, string value, string right) =>
        new(AwsConfigurationFailure.SettingInvalid, $"{what} is '{value}': it must be {right}.");

    private bool Flag(bool? option, string variable, string setting) =>
        option ?? string.Equals(Find(variable, setting).Value, "true", StringComparison.OrdinalIgnoreCase);

    // Legacy was the SDK's mode before version 4, which no longer has it.
    private RequestRetryMode RetryMode()
    {
        if (options.RetryMode is { } mode)
        {
            return mode == AwsRetryMode.Adaptive ? RequestRetryMode.Adaptive : RequestRetryMode.Standard;
        }

        (string source, string? value) = Find("AWS_RETRY_MODE", "retry_mode");
        return value?.ToLowerInvariant() switch
        {
            null or "standard" or "legacy" => RequestRetryMode.Standard,
            "adaptive" => RequestRetryMode.Adaptive,
            _ => throw Invalid(source, value!, "standard or adaptive"),
        };
    }

    private int MaxAttempts()
    {
        (string source, string? value) = options.MaxAttempts is { } option
            ? (nameof(options.MaxAttempts), option.ToString(CultureInfo.InvariantCulture))
            : Find("AWS_MAX_ATTEMPTS", "max_attempts");
        return value is null ? 3
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int attempts) && attempts > 0 ? attempts
            : throw Invalid(source, value, "a whole number from 1 on");
    }

    private TimeSpan Timeout() => options.Timeout > TimeSpan.Zero && options.Timeout <= TimeSpan.FromDays(1)
        ? options.Timeout
        : throw Invalid(nameof(options.Timeout), options.Timeout.ToString(), "longer than nothing and at most a day");

    private (string Source, string? Value) Find(string variable, string setting) => AwsEnvironment.Get(variable) is { } value
        ? ($"The environment variable {variable}", value)
        : ($"The setting {setting} of the profile '{profile?.Name}'", profile?[setting]);
}
