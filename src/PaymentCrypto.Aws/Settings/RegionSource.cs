using System.Text.RegularExpressions;
using Amazon.Util;
using PaymentCrypto.Api;
using PaymentCrypto.Aws.Profiles;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws.Settings;

/// <summary>Finds the region: option, environment, profile, instance metadata.</summary>
internal sealed partial class RegionSource(string? option, AwsProfile? profile)
{
    // The metadata service is a hop away and answers in milliseconds; on a machine that is no instance nobody answers at all.
    private static readonly TimeSpan MetadataPatience = TimeSpan.FromSeconds(5);

    internal async Task<string> GetAsync(CancellationToken cancel)
    {
        string region = option ?? AwsEnvironment.Get("AWS_REGION") ?? AwsEnvironment.Get("AWS_DEFAULT_REGION") ?? profile?["region"]
            ?? await OfInstanceAsync(cancel).ConfigureAwait(false)
            ?? throw new AwsConfigurationException(
                AwsConfigurationFailure.RegionMissing,
                "There is no AWS region: not as an option, in AWS_REGION or AWS_DEFAULT_REGION, in the profile "
                    + $"'{profile?.Name ?? AwsProfile.DefaultName}', or from instance metadata.");

        // It becomes a part of the host name.
        return RegionPattern().IsMatch(region)
            ? region
            : throw new AwsConfigurationException(
                AwsConfigurationFailure.RegionInvalid, $"'{region}' is not an AWS region name: it must look like us-east-1 or ap-southeast-2.");
    }

    private static async Task<string?> OfInstanceAsync(CancellationToken cancel)
    {
        if (!AwsEnvironment.MetadataAllowed)
        {
            return null;
        }

        try
        {
            return (await Task.Run(() => EC2InstanceMetadata.Region, cancel).WaitAsync(MetadataPatience, cancel).ConfigureAwait(false))?.SystemName;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\A[a-z]{2,8}(-[a-z0-9]{1,16}){1,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionPattern();
}
