using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws;

namespace PaymentCrypto.Tests.Aws;

/// <summary>Where requests go, by option, environment variable and profile.</summary>
public sealed class EndpointAndRegionTests : AwsTests
{
    private const string Service = "AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY";
    private const string Everything = "AWS_ENDPOINT_URL";

    // Hosts from the endpoint rules of the service model.
    [Theory]
    [InlineData("us-east-1", false, false, "https://controlplane.payment-cryptography.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://controlplane.payment-cryptography-fips.us-east-1.amazonaws.com/")]
    [InlineData("eu-west-2", false, true, "https://controlplane.payment-cryptography.eu-west-2.api.aws/")]
    [InlineData("eu-west-2", true, true, "https://controlplane.payment-cryptography-fips.eu-west-2.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://controlplane.payment-cryptography.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", true, false, "https://controlplane.payment-cryptography-fips.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-middle-9", false, false, "https://controlplane.payment-cryptography.eu-middle-9.amazonaws.com/")]
    public async Task A_region_has_its_host(string region, bool fips, bool dualStack, string url)
    {
        Assert.Equal(url, await EndpointOf(Keys() with { Region = region, UseFips = fips, UseDualStack = dualStack }));
        Set("AWS_REGION", region);
        Set("AWS_USE_FIPS_ENDPOINT", fips ? "true" : "false");
        Set("AWS_USE_DUALSTACK_ENDPOINT", dualStack ? "TRUE" : null);
        Assert.Equal(url, await EndpointOf(Keys() with { Region = null }));
        Set("AWS_USE_FIPS_ENDPOINT", null);
        Set("AWS_USE_DUALSTACK_ENDPOINT", null);
        Write(".aws/config", $"[default]\nuse_fips_endpoint = {fips}\nuse_dualstack_endpoint = {dualStack}\n");
        Assert.Equal(url, await EndpointOf(Keys() with { Region = null }));
    }

    // Hosts from the endpoint rules of the data plane's model.
    [Theory]
    [InlineData("us-east-1", false, false, "https://dataplane.payment-cryptography.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://dataplane.payment-cryptography-fips.us-east-1.amazonaws.com/")]
    [InlineData("eu-west-2", false, true, "https://dataplane.payment-cryptography.eu-west-2.api.aws/")]
    [InlineData("eu-west-2", true, true, "https://dataplane.payment-cryptography-fips.eu-west-2.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://dataplane.payment-cryptography.cn-north-1.amazonaws.com.cn/")]
    public async Task The_data_plane_has_a_host_of_its_own(string region, bool fips, bool dualStack, string url) =>
        Assert.Equal(url, await DataEndpointOf(Keys() with { Region = region, UseFips = fips, UseDualStack = dualStack }));

    [Fact]
    public async Task Each_plane_may_have_its_own_configured_url()
    {
        Set(Service, "http://control.test/");
        Assert.Equal("https://dataplane.payment-cryptography.eu-central-1.amazonaws.com/", await DataEndpointOf(Keys()));
        Set("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY_DATA", "http://data.test/");
        Assert.Equal("http://data.test/", await DataEndpointOf(Keys()));
        Assert.Equal("http://control.test/", await EndpointOf(Keys()));
        Set("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY_DATA", null);
        Set(Everything, "http://everything.test/");
        Assert.Equal("http://everything.test/", await DataEndpointOf(Keys()));
        Set(Everything, null);
        Write(".aws/config", "[default]\nservices = local\n[services local]\npayment_cryptography_data =\n    endpoint_url = http://services.test/\n");
        Assert.Equal("http://services.test/", await DataEndpointOf(Keys()));
        Assert.Equal("http://option.test/", await DataEndpointOf(Keys(new Uri("http://option.test"))));
    }

    [Fact]
    public async Task A_configured_url_is_found_in_the_order_that_all_aws_tools_have()
    {
        Write(".aws/config", """
            [default]
            endpoint_url = http://profile.test/
            [profile both]
            services = local
            endpoint_url = http://profile.test/
            [profile other]
            services = elsewhere
            endpoint_url = http://profile.test/
            [services local]
            s3 =
                endpoint_url = http://s3.test/
            payment_cryptography =
                endpoint_url = http://services.test/  # here
            [services elsewhere]
            s3 =
                endpoint_url = http://s3.test/
            """);
        Assert.Equal("http://profile.test/", await EndpointOf(Keys()));
        Assert.Equal("http://services.test/", await EndpointOf(Keys() with { ProfileName = "both" }));
        Assert.Equal("http://profile.test/", await EndpointOf(Keys() with { ProfileName = "other" }));
        Set(Everything, "http://everything.test/");
        Assert.Equal("http://everything.test/", await EndpointOf(Keys() with { ProfileName = "both" }));
        Set(Service, "http://service.test:8080/path");
        Assert.Equal("http://service.test:8080/path", await EndpointOf(Keys() with { ProfileName = "both" }));
        Assert.Equal("http://option.test/", await EndpointOf(Keys(new Uri("http://option.test"))));
    }

    [Fact]
    public async Task Configured_urls_can_be_ignored_but_not_the_given_one()
    {
        const string OfRegion = "https://controlplane.payment-cryptography.eu-central-1.amazonaws.com/";
        Write(".aws/config", "[profile ignoring]\nignore_configured_endpoint_urls = true\nendpoint_url = http://profile.test/\n[profile "
            + "plain]\nendpoint_url = http://profile.test/\n");
        Assert.Equal(OfRegion, await EndpointOf(Keys() with { ProfileName = "ignoring" }));
        Set(Service, "http://service.test/");
        Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        Assert.Equal(OfRegion, await EndpointOf(Keys() with { ProfileName = "plain" }));
        Assert.Equal("http://option.test/", await EndpointOf(Keys(new Uri("http://option.test"))));
    }

    [Theory]
    [InlineData("localhost:8080")]
    [InlineData("ftp://host/")]
    [InlineData("not a url")]
    [InlineData("/relative")]
    [InlineData("http://host/?query")]
    [InlineData("http://user:password@host/")]
    public async Task A_url_that_cannot_be_used_is_refused_without_repeating_a_password(string url)
    {
        Set(Service, url);
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => Open(Keys()));
        Assert.Equal("PcAwsEndpointInvalid", error.ErrorId);
        Assert.Contains(Service, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "FIPS")]
    [InlineData(false, true, "dual-stack")]
    public async Task A_demand_on_aws_hosts_does_not_go_with_a_configured_url(bool fips, bool dualStack, string demand)
    {
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() =>
            Open(Keys(new Uri("http://127.0.0.1/")) with { UseFips = fips, UseDualStack = dualStack }));
        Assert.Equal("PcAwsEndpointInvalid", error.ErrorId);
        Assert.Contains(demand, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_region_comes_from_option_environment_and_profile_in_this_order()
    {
        Write(".aws/config", "[default]\nregion = ap-south-1\n[profile named]\nregion = ap-south-2\n");
        Assert.Equal("ap-south-1", await RegionOf(Keys() with { Region = null }));
        Assert.Equal("ap-south-2", await RegionOf(Keys() with { Region = null, ProfileName = "named" }));
        Set("AWS_PROFILE", "named");
        Assert.Equal("ap-south-2", await RegionOf(Keys() with { Region = null }));
        Set("AWS_DEFAULT_REGION", "us-west-2");
        Assert.Equal("us-west-2", await RegionOf(Keys() with { Region = null }));
        Set("AWS_REGION", "us-east-2");
        Assert.Equal("us-east-2", await RegionOf(Keys() with { Region = null }));
        Assert.Equal(Region, await RegionOf(Keys()));
    }

    [Fact]
    public async Task Without_a_region_the_error_says_how_to_give_one()
    {
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => Open(Keys() with { Region = null }));
        Assert.Equal(("PcAwsRegionMissing", ErrorKind.InvalidConfiguration), (error.ErrorId, error.Kind));
        Assert.Contains("AWS_REGION", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us-east-1.evil.example")]
    [InlineData("us-east-1/")]
    [InlineData("US East (N. Virginia)")]
    [InlineData("useast1")]
    public async Task What_cannot_be_a_region_is_refused(string region)
    {
        AwsConfigurationException error = await Assert.ThrowsAsync<AwsConfigurationException>(() => Open(Keys() with { Region = region }));
        Assert.Equal("PcAwsRegionInvalid", error.ErrorId);
        Assert.Contains($"'{region}'", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> EndpointOf(AwsProviderOptions options)
    {
        using IAwsProvider provider = await Open(options);
        return provider.Endpoint.AbsoluteUri;
    }

    private static async Task<string> DataEndpointOf(AwsProviderOptions options)
    {
        Uri? endpoint = null;
        using IAwsProvider provider = await AwsProviderFactory.OpenAsync(
            options,
            settings =>
            {
                endpoint = settings.Endpoints[PaymentCrypto.Api.Catalog.Service.DataPlane];
                return settings;
            },
            Cancel);
        return endpoint!.AbsoluteUri;
    }

    private static async Task<string> RegionOf(AwsProviderOptions options)
    {
        using IAwsProvider provider = await Open(options);
        return provider.Region;
    }
}
