using System.Management.Automation;
using System.Net;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Aws;

/// <summary>Each way to say who calls, against an endpoint that verifies signatures.</summary>
public sealed class AwsCredentialTests(SharedStore store)
{
    private const string Keys = "-AccessKey AKIDEXAMPLE -SecretKey right";

    /// <summary>As AWSCredentials of another copy of the AWS SDK: a type of ours that nobody behind the wall knows.</summary>
    public sealed class OtherCredentials
    {
        public int Calls { get; private set; }

        public OtherKeys GetCredentials()
        {
            Calls++;
            return new OtherKeys("AKIDEXAMPLE", "right", string.Empty);
        }
    }

    public sealed record OtherKeys(string AccessKey, string SecretKey, string Token);

    public sealed record OtherRegion(string SystemName);

    [Theory]
    [InlineData("-AccessKey AKIDEXAMPLE -SecretKey right")]
    [InlineData("-AK AKIDEXAMPLE -SK $secret")]
    [InlineData("-Credential ([pscredential]::new('AKIDEXAMPLE', $secret))")]
    [InlineData("-Credential @{ AccessKeyId = 'AKIDEXAMPLE'; SecretAccessKey = 'right' }")]
    [InlineData("-Credential ([pscustomobject] @{ AccessKeyId = 'AKIDEXAMPLE'; SecretAccessKey = 'right' })")]
    [InlineData("-Credential $other")]
    [InlineData("-Credential (& { $other })")]
    public void The_right_keys_are_accepted_in_every_form(string caller)
    {
        using var pair = new EndpointSession(store.Path, Keys);
        pair.Client.Set("other", new OtherCredentials());
        pair.Client.Set("secret", new NetworkCredential(string.Empty, "right").SecurePassword);

        pair.Client.Run($"Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 {caller}; Get-PcImportParameters -ReuseLastGeneratedToken").Single();
    }

    [Theory]
    [InlineData("-AccessKey AKIDEXAMPLE -SecretKey wrong", "PcInvalidSignature")]
    [InlineData("-AccessKey AKIDUNKNOWN -SecretKey right", "PcUnrecognizedClient")]
    public void A_wrong_key_is_refused_by_the_service(string caller, string id)
    {
        using var pair = new EndpointSession(store.Path, Keys);

        ErrorRecord error = pair.Client.Run($"Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 {caller}; Get-PcImportParameters").Error();

        Expect.Error(error, id, ErrorCategory.AuthenticationError, "TR34_KEY_BLOCK");
    }

    [Fact]
    public void A_profile_and_its_file_are_found_under_the_names_that_AWS_Tools_has()
    {
        using var pair = new EndpointSession(store.Path, Keys);
        using var home = new TemporaryDirectory();
        File.WriteAllText(home.Combine("credentials"), "[payments]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = right\nregion = eu-west-3\n");
        pair.Client.Set("file", home.Combine("credentials"));

        PSObject provider = pair.Client.Run("Set-PcProvider -AWSProfileName payments -ProfileLocation $file -EndpointUrl $url -PassThru").Single();

        Assert.Equal("eu-west-3", provider.Properties["Region"].Value);
        Assert.Contains("payments", (string)provider.Properties["CredentialSource"].Value, StringComparison.Ordinal);
        pair.Client.Run("Get-PcImportParameters").Single();
    }

    [Fact]
    public void What_AWS_Tools_has_stored_in_the_session_is_used_and_a_parameter_goes_before_it()
    {
        using var pair = new EndpointSession(store.Path, Keys);
        var other = new OtherCredentials();
        pair.Client.Set("StoredAWSCredentials", other);
        pair.Client.Set("StoredAWSRegion", new OtherRegion("eu-central-1"));

        string[] regions = [.. pair.Client.Run(
            """
            Set-PcProvider Aws -EndpointUrl $url
            (Get-PcImportParameters).Region
            $StoredAWSRegion = 'us-west-2'
            (Get-PcProvider).Region
            Set-PcProvider -Region ap-south-1
            (Get-PcProvider).Region
            """).Succeed().Select(region => (string)region.BaseObject)];

        Assert.Equal(["eu-central-1", "us-west-2", "ap-south-1"], regions);
        Assert.NotEqual(0, other.Calls);
    }

    [Fact]
    public void A_region_object_of_the_AWS_tools_is_a_region()
    {
        using var pair = new EndpointSession(store.Path);
        pair.Client.Set("region", new OtherRegion("us-east-2"));

        Assert.Equal("us-east-2", pair.Client.Run("(Set-PcProvider Aws -EndpointUrl $url -AK a -SK b -Region $region -PassThru).Region").Text());
    }

    [Theory]
    [InlineData("Set-PcProvider Aws -AccessKey a -SecretKey b", "PcAwsRegionMissing", ErrorCategory.InvalidArgument, "-Region")]
    [InlineData("Set-PcProvider Aws -Region us-east-1", "PcAwsCredentialsMissing", ErrorCategory.AuthenticationError, "-ProfileName")]
    [InlineData("Set-PcProvider Aws -Region Frankfurt_1 -AK a -SK b", "PcAwsRegionInvalid", ErrorCategory.InvalidArgument, "us-east-1")]
    [InlineData("Set-PcProvider -ProfileName nobody -Region us-east-1", "PcAwsProfileUnknown", ErrorCategory.InvalidArgument, "list-profiles")]
    [InlineData("Set-PcProvider Aws -Region us-east-1 -AK a -SK b -EndpointUrl ftp://localhost", "PcAwsEndpointInvalid", ErrorCategory.InvalidArgument, "http")]
    [InlineData("Set-PcProvider Aws -Region us-east-1 -AK a -SK b -UseFips -EndpointUrl http://localhost", "PcAwsEndpointInvalid",
        ErrorCategory.InvalidArgument, "region")]
    [InlineData("Set-PcProvider Local -EndpointUrl http://localhost", "PcProviderOptionNotAws", ErrorCategory.InvalidArgument, "Set-PcProvider Aws")]
    [InlineData("Set-PcProvider Aws -Region us-east-1 -Credential @{ AccessKey = 'a' }", "PcAwsCredentialsUnusable", ErrorCategory.AuthenticationError,
        "credentials")]
    public void A_setting_that_cannot_be_is_refused_with_advice_and_the_former_provider_stays(string script, string id, ErrorCategory category, string advice)
    {
        using var session = new ModuleSession(store.Path);

        ErrorRecord error = session.Caught(script);

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Contains(advice, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("Local", session.Run("(Get-PcProvider).Name").Text());
    }

    [Fact]
    public void Looking_at_Aws_without_a_region_warns_and_still_shows_the_provider()
    {
        using var session = new ModuleSession(store.Path);

        Outcome outcome = session.Run("Get-PcProvider Aws");

        Assert.Equal("Aws", outcome.Single().Properties["Name"].Value);
        Assert.Contains("AWS_REGION", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_endpoint_that_is_not_there_is_a_connection_error_with_advice()
    {
        using var pair = new EndpointSession(store.Path);
        pair.Connect("-MaxAttempts 1");
        pair.Server.Run("Stop-PcEndpoint").Succeed();

        ErrorRecord error = pair.Client.Run("Get-PcImportParameters").Error();

        Expect.Error(error, "PcAwsUnreachable", ErrorCategory.ConnectionError, "TR34_KEY_BLOCK");
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("SecretKey")]
    [InlineData("SessionToken")]
    [InlineData("AccessKey")]
    [InlineData("Credential")]
    public void A_secret_is_never_taken_from_the_pipeline(string parameter)
    {
        using var session = new ModuleSession();
        foreach (string command in (string[])["Set-PcProvider", "Start-PcEndpoint"])
        {
            session.Set("parameter", parameter);
            session.Set("command", command);

            Assert.DoesNotContain(
                session.Run("(Get-Command $command).Parameters[$parameter].ParameterSets.Values | ForEach-Object { $_.ValueFromPipeline -or "
                    + "$_.ValueFromPipelineByPropertyName }").Succeed(),
                taken => taken.BaseObject is true);
        }
    }
}
