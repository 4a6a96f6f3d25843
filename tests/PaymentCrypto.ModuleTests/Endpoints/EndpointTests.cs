using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Endpoints;

public sealed class EndpointTests(SharedStore store)
{
    [Fact]
    public void The_variables_that_point_an_SDK_to_it_are_printed_and_are_a_property()
    {
        using var session = new ModuleSession(store.Path);

        string printed = session.Render("Start-PcEndpoint");
        PSObject endpoint = session.Run("Get-PcEndpoint").Single();
        var variables = (IDictionary<string, string>)endpoint.Properties["EnvironmentVariables"].Value;

        Assert.Equal(endpoint.Properties["Url"].Value, variables["AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY"]);
        Assert.Equal(string.Concat(variables.Select(variable => $"{variable.Key}={variable.Value}\n")), printed);
    }

    [Theory]
    [InlineData("$endpoint | Stop-PcEndpoint")]
    [InlineData("Stop-PcEndpoint $endpoint")]
    [InlineData("Stop-PcEndpoint $endpoint.Port")]
    public void Stopping_frees_the_port_and_a_stopped_endpoint_is_not_found(string stop)
    {
        using var session = new ModuleSession(store.Path);
        PSObject endpoint = session.Run("Start-PcEndpoint -PassThru").Single();
        int port = (int)endpoint.Properties["Port"].Value;
        session.Set("endpoint", endpoint.BaseObject);
        Assert.True(Listens(port));

        session.Run(stop).Succeed();

        Assert.False(Listens(port));
        Assert.Empty(session.Run("Get-PcEndpoint").Succeed());
        session.Set("port", port);
        Expect.Error(session.Run("Stop-PcEndpoint -Port $port").Error(), "PcEndpointNotFound", ErrorCategory.ObjectNotFound, port);
        session.Run("Start-PcEndpoint $port").Succeed();
        Assert.True(Listens(port));
    }

    [Fact]
    public void One_of_several_endpoints_is_named_by_position()
    {
        using var session = new ModuleSession(store.Path);
        session.Run("$first = Start-PcEndpoint -PassThru; $second = Start-PcEndpoint -PassThru").Succeed();

        session.Run("$second | Add-PcEndpointFault Throttling GetKey; Add-PcEndpointFault Throttling ListKeys -Port $first.Port").Succeed();

        Assert.Equal("GetKey", session.Run("(Get-PcEndpoint $second).Faults.Operation").Text());
        Assert.Equal("ListKeys", session.Run("(Get-PcEndpoint $first.Port).Faults.Operation").Text());
        Assert.Empty(session.Run("Clear-PcEndpointFault $second; (Get-PcEndpoint $second).Faults").Succeed());
        Assert.Single(session.Run("(Get-PcEndpoint $first).Faults").Succeed());
    }

    [Fact]
    public void Removing_the_module_stops_it()
    {
        using var session = new ModuleSession(store.Path);
        int port = (int)session.Run("(Start-PcEndpoint -PassThru).Port").Single().BaseObject;

        session.Run("Remove-Module PaymentCrypto").Succeed();

        Assert.False(Listens(port));
    }

    [Fact]
    public void Closing_the_runspace_stops_it()
    {
        var session = new ModuleSession(store.Path);
        int port = (int)session.Run("(Start-PcEndpoint -PassThru).Port").Single().BaseObject;

        session.Dispose();

        Assert.False(Listens(port));
    }

    [Fact]
    public void It_goes_on_with_its_store_when_the_session_chooses_another()
    {
        using EndpointSession pair = new EndpointSession(store: null).Connect();
        string token = pair.Client.Run("(Get-PcImportParameters KEY_CRYPTOGRAM).ImportToken").Text();

        pair.Server.Run("Set-PcProvider -InMemory").Succeed();

        Assert.Equal(token, pair.Client.Run("(Get-PcImportParameters KEY_CRYPTOGRAM -ReuseLastGeneratedToken).ImportToken").Text());
    }

    [Fact]
    public void Each_access_key_id_of_12_digits_is_an_account_and_each_region_is_its_own()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();
        const string Token = "(Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken";

        string[] tokens = [.. pair.Client.Run(
            $"{Token}; Set-PcProvider -Region eu-west-1; {Token}; Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 -AK 999988887777 -SK x; {Token}; "
            + $"Set-PcProvider -Path '{store.Path}' -AccountId 999988887777; {Token}").Succeed().Select(token => (string)token.BaseObject)];

        Assert.Equal(3, tokens[..3].Distinct().Count());
        Assert.Equal(tokens[2], tokens[3]);
    }

    [Fact]
    public void Several_access_keys_are_verified_each_for_its_own_account()
    {
        using var pair = new EndpointSession(
            store.Path,
            "-AccessKey AKIDONE -SecretKey one -Credential ([pscredential]::new('AKIDTWO', $two)) -AccountMapping @{ AKIDTWO = 999988887777 }",
            server => server.Set("two", new NetworkCredential(string.Empty, "two").SecurePassword));
        const string Account = "(Get-PcKeyAlias alias/whose).KeyArn";
        pair.Client.Run("Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 -AK AKIDTWO -SK two; New-PcKey P0 AES_128 -Alias alias/whose").Succeed();

        Assert.Contains(":999988887777:", pair.Client.Run(Account).Text(), StringComparison.Ordinal);
        Assert.Equal("PcResourceNotFound", pair.Client.Run(
            $"Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 -AK AKIDONE -SK one; {Account}").Error().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("PcInvalidSignature", pair.Client.Run(
            $"Set-PcProvider Aws -EndpointUrl $url -Region us-east-1 -AK AKIDTWO -SK one; {Account}").Error().FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void Counters_and_a_log_without_secrets_show_what_was_asked()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();
        pair.Client.Run("Get-PcImportParameters -ReuseLastGeneratedToken; Get-PcImportParameters TR31_KEY_BLOCK -ErrorAction Ignore").Succeed();

        Outcome outcome = pair.Server.Run("Get-PcEndpoint -Verbose");

        PSObject endpoint = outcome.Single();
        Assert.Equal([2L, 1L], ((string[])["Requests", "Errors"]).Select(name => endpoint.Properties[name].Value));
        Assert.Equal(2, outcome.Told.Count);
        Assert.Contains("GetParametersForImport 200, 111122223333/us-east-1, access key 111122223333", outcome.Told[0], StringComparison.Ordinal);
        Assert.Contains("GetParametersForImport 400 ValidationException", outcome.Told[1], StringComparison.Ordinal);
        Assert.DoesNotContain("import-token", outcome.Told[0], StringComparison.Ordinal);
        Assert.Equal("GetParametersForImport", pair.Server.Run("(Get-PcEndpoint).Operations.Operation").Text());
    }

    [Fact]
    public void Rehearsed_faults_are_shown_used_up_and_dropped()
    {
        using EndpointSession pair =
            new EndpointSession(store.Path, "-Fault @{ Kind = 'InternalServer'; Operation = 'GetParametersForImport' }").Connect("-MaxAttempts 1");
        pair.Server.Run("Add-PcEndpointFault DropConnection GetKey -Calls 2").Succeed();

        Expect.Error(pair.Client.Run("Get-PcImportParameters").Error(), "PcInternalServer", ErrorCategory.NotSpecified, "TR34_KEY_BLOCK");

        Assert.Equal("DropConnection, GetKey, 2 calls", pair.Server.Run("(Get-PcEndpoint).Faults | ForEach-Object ToString").Text());
        pair.Server.Run("Clear-PcEndpointFault").Succeed();
        Assert.Equal(0, pair.Server.Run("(Get-PcEndpoint).Faults.Count").Single().BaseObject);
    }

    [Theory]
    [InlineData("Start-PcEndpoint -ListenAddress 0.0.0.0", "PcEndpointUnprotected")]
    [InlineData("Start-PcEndpoint -AccessKey AKIDEXAMPLE", "PcEndpointKeyIncomplete")]
    [InlineData("Start-PcEndpoint -SecretKey x", "PcEndpointKeyIncomplete")]
    [InlineData("Start-PcEndpoint -AccessKey 'not-alphanumeric' -SecretKey x", "PcEndpointOptionsInvalid")]
    [InlineData("Start-PcEndpoint -AccountMapping @{ AKIDEXAMPLE = 42 }", null)]
    [InlineData("Start-PcEndpoint -Fault @{ Kind = 'Throttling'; Operation = 'NoSuchOperation' }", null)]
    public void What_cannot_be_is_refused_and_nothing_runs(string script, string? id)
    {
        using var session = new ModuleSession(store.Path);

        ErrorRecord error = session.Caught(script);

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(id ?? error.FullyQualifiedErrorId.Split(',')[0], error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(session.Run("Get-PcEndpoint").Succeed());
    }

    [Fact]
    public void A_port_that_is_taken_is_refused()
    {
        using var session = new ModuleSession(store.Path);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        session.Set("port", ((IPEndPoint)taken.LocalEndpoint).Port);

        Assert.StartsWith("PcEndpoint", session.Caught("Start-PcEndpoint $port").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stands_before_the_local_engine_only()
    {
        using EndpointSession pair = new EndpointSession(store.Path).Connect();

        Assert.Equal("PcNotSupportedByProvider", pair.Client.Caught("Start-PcEndpoint").FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void Its_secret_key_is_shown_nowhere()
    {
        using var session = new ModuleSession(store.Path);

        string shown = session.Render("Start-PcEndpoint -AccessKey AKIDEXAMPLE -SecretKey Xj7secret -Verbose; Get-PcEndpoint")
            + PSSerializer.Serialize(session.Run("Get-PcEndpoint").Single(), 9);

        Assert.Contains("AWS_ACCESS_KEY_ID=AKIDEXAMPLE", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Xj7", shown, StringComparison.Ordinal);
    }

    private static bool Listens(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
