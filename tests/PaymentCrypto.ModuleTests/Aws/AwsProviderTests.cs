using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Aws;

/// <summary>The Aws provider against the endpoint of another session.</summary>
public sealed class AwsProviderTests(SharedStore store)
{
    [Fact]
    public void A_token_made_locally_is_the_one_that_is_reused_through_Aws()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();
        string token = pair.Server.Run("(Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken").Text();

        PSObject parameters = pair.Client.Run("Get-PcImportParameters -ReuseLastGeneratedToken").Single();

        Assert.Equal(token, parameters.Properties["ImportToken"].Value);
        Assert.Equal("Aws", parameters.Properties["Provider"].Value);
        Assert.Equal("us-east-1", parameters.Properties["Region"].Value);
        Assert.Equal(
            pair.Server.Run("(Get-PcImportParameters -ReuseLastGeneratedToken).WrappingKeyCertificate").Text(),
            parameters.Properties["WrappingKeyCertificate"].Value);
    }

    [Fact]
    public void An_error_has_the_same_id_category_and_target_as_locally_and_a_request_id()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();

        ErrorRecord local = pair.Server.Run("Get-PcImportParameters TR31_KEY_BLOCK").Error();
        ErrorRecord remote = pair.Client.Run("Get-PcImportParameters TR31_KEY_BLOCK").Error();

        Expect.Error(remote, local.FullyQualifiedErrorId.Split(',')[0], local.CategoryInfo.Category, "TR31_KEY_BLOCK");
        Assert.Matches(@"\(Request id [0-9a-f-]{36}\.\)$", remote.ToString());
        Assert.StartsWith(local.Exception.Message, remote.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_id_and_the_endpoint_are_told_with_Verbose()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();

        IReadOnlyList<string> told = pair.Client.Run("Get-PcImportParameters -ReuseLastGeneratedToken -Verbose").Told;

        Assert.Contains(told,
            line => line.Contains(pair.Url, StringComparison.Ordinal) && line.Contains("credentials from the given access key", StringComparison.Ordinal));
        Assert.Contains(told, line => System.Text.RegularExpressions.Regex.IsMatch(line, "request id [0-9a-f-]{36}"));
    }

    [Fact]
    public void Throttling_is_retried_and_each_retry_is_told_with_Verbose()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();
        pair.Server.Run("Get-PcImportParameters -ReuseLastGeneratedToken; Add-PcEndpointFault Throttling GetParametersForImport").Succeed();

        Outcome outcome = pair.Client.Run("Get-PcImportParameters -ReuseLastGeneratedToken -Verbose");

        outcome.Single();
        Assert.Contains("GetParametersForImport failed (ThrottlingException); attempt 2 of 3 follows.", outcome.Told);
        Assert.Equal(2L, pair.Server.Run("(Get-PcEndpoint).Requests").Single().BaseObject);
    }

    [Fact]
    public void Throttling_without_a_further_attempt_is_the_services_error()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect("-MaxAttempts 1");
        pair.Server.Run("Add-PcEndpointFault Throttling").Succeed();

        Expect.Error(pair.Client.Run("Get-PcImportParameters").Error(), "PcThrottling", ErrorCategory.ResourceBusy, "TR34_KEY_BLOCK");
    }

    [Fact]
    public void A_cmdlet_for_the_local_store_alone_says_so()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();

        Assert.Equal("PcNotSupportedByProvider", pair.Client.Caught("Get-PcToken").FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(0L, pair.Server.Run("(Get-PcEndpoint).Requests").Single().BaseObject);
    }

    [Fact]
    public void Get_PcProvider_shows_where_requests_go_and_whose_credentials_they_have_but_no_secret()
    {
        using var pair = new EndpointSession(store.Path);
        pair.Client.Run(
            "Set-PcProvider Aws -EndpointUrl $url -Region eu-west-1 -AccessKey AKIDEXAMPLE -SecretKey Xj7secretXj7 -SessionToken Xj7tokenXj7").Succeed();

        PSObject provider = pair.Client.Run("Get-PcProvider").Single();
        string shown = pair.Client.Render("Get-PcProvider")
            + PSSerializer.Serialize(provider, 9)
            + string.Concat(pair.Client.Run("Set-PcProvider -MaxAttempts 2 -Verbose -Debug; Get-PcImportParameters -Verbose -Debug").Told);

        Assert.Equal("eu-west-1", provider.Properties["Region"].Value);
        Assert.Equal(pair.Url + "/", provider.Properties["Endpoint"].Value);
        Assert.Equal("the given access key", provider.Properties["CredentialSource"].Value);
        Assert.Null(provider.Properties["AccountId"].Value);
        Assert.DoesNotContain("Xj7", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_named_stays()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();

        PSObject provider = pair.Client.Run("Set-PcProvider -Region eu-west-2 -PassThru").Single();

        Assert.Equal(["Aws", "eu-west-2", pair.Url + "/"], ((string[])["Name", "Region", "Endpoint"]).Select(name => provider.Properties[name].Value));
    }

    [Fact]
    public void A_provider_object_carries_keys_to_another_runspace()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();
        using var other = new ModuleSession();
        other.Set("provider", pair.Client.Run("Get-PcProvider").Single().BaseObject);

        Assert.Equal("Aws", other.Run("(Get-PcImportParameters -ReuseLastGeneratedToken -Provider $provider).Provider").Text());
        Assert.Equal("Local", other.Run("(Get-PcProvider).Name").Text());
    }

    [Fact]
    public async Task The_environment_chooses_Aws_for_a_process()
    {
        using var pair = new EndpointSession(store.Path);
        string token = pair.Server.Run("(Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 -ReuseLastGeneratedToken).ImportToken").Text();
        string variables = string.Join('\n',
            pair.Server.Run("(Get-PcEndpoint).EnvironmentVariables.GetEnumerator() | ForEach-Object { \"`$env:$($_.Key) = '$($_.Value)'\" }").Succeed());

        ShellResult result = await ShellProcess.Run(
            store.Path, null, "-Command", $"$env:PAYMENTCRYPTO_PROVIDER = 'Aws'\n{variables}\n(Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072 "
                + "-ReuseLastGeneratedToken).ImportToken\n(Get-PcProvider).CredentialSource");

        Assert.Equal($"{token}\nthe environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY\n", result.Output);
    }
}
