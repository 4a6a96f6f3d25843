using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Aws.Profiles;
using PaymentCrypto.Aws.Variables;

namespace PaymentCrypto.Aws.Settings;

/// <summary>
/// Finds the endpoint: a configured URL, else the host of the region. Where URLs may be configured, and which goes first, is the
/// AWS tools' common rule for service-specific endpoints; FIPS and dual-stack are properties of AWS's own hosts and do not go with
/// a configured one.
/// </summary>
internal sealed class EndpointSource(Uri? option, AwsProfile? profile, ProfileFiles files)
{
    private const string Variable = "AWS_ENDPOINT_URL";
    private const string Setting = "endpoint_url";

    internal Uri Get(Service service, string region, bool fips, bool dualStack)
    {
        if (option is not null)
        {
            return Checked("The endpoint URL", option.OriginalString, fips, dualStack);
        }

        return Configured(service) is (string source, string url) ? Checked(source, url, fips, dualStack) : OfRegion(service, region, fips, dualStack);
    }

    private static Uri OfRegion(Service service, string region, bool fips, bool dualStack)
    {
        Partition partition = Fn.Partition(region);
        string suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Uri($"https://{service.EndpointPrefix}{(fips ? "-fips" : string.Empty)}.{region}.{suffix}/");
    }

    private static Uri Checked(string source, string url, bool fips, bool dualStack)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp)
            || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            throw Invalid($"{source} '{url}' is not an absolute http or https URL without a query.");
        }

        // The URL stays out of the message: it may hold a password.
        return endpoint.UserInfo.Length > 0 ? throw Invalid($"{source} has a user name in it; requests are signed with AWS keys and nothing else.")
            : fips ? throw Invalid($"{source} is '{url}', and a FIPS endpoint is demanded: only one of the two can hold.")
            : dualStack ? throw Invalid($"{source} is '{url}', and a dual-stack endpoint is demanded: only one of the two can hold.")
            : endpoint;
    }

    private static AwsConfigurationException Invalid(string message) => new(AwsConfigurationFailure.EndpointInvalid, message);

    private (string Source, string Url)? Configured(Service service)
    {
        if (string.Equals(AwsEnvironment.Get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") ?? profile?["ignore_configured_endpoint_urls"], "true",
            StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        AwsProfile? services = profile?["services"] is { } name ? files.FindSection("services", name) : null;
        return AwsEnvironment.Get(service.EndpointVariable) is { } ofService ? ($"The environment variable {service.EndpointVariable}", ofService)
            : AwsEnvironment.Get(Variable) is { } ofAll ? ($"The environment variable {Variable}", ofAll)
            : services?[$"{service.SettingsName}/{Setting}"] is { } inServices ? ($"The endpoint of the services section '{services.Name}'", inServices)
            : profile?[Setting] is { } inProfile ? ($"The endpoint of the profile '{profile.Name}'", inProfile)
            : null;
    }
}
