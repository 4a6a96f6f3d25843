using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ImportParametersTests(SharedStore store)
{
    [Fact]
    public void The_answer_has_the_services_members_and_the_certificates_as_objects()
    {
        using var session = new ModuleSession(store.Path);

        PSObject parameters = session.Run("Get-PcImportParameters").Single();

        Assert.Matches("^import-token-[0-9a-zA-Z]{16,64}$", (string)parameters.Properties["ImportToken"].Value);
        Assert.Equal("TR34_KEY_BLOCK", parameters.Properties["KeyMaterialType"].Value);
        Assert.Equal("RSA_2048", parameters.Properties["WrappingKeyAlgorithm"].Value);
        X509Certificate2 leaf = Assert.IsType<X509Certificate2>(Value(parameters, "Certificate"));
        X509Certificate2[] chain = Assert.IsType<X509Certificate2[]>(Value(parameters, "CertificateChain"));
        Assert.Equal(leaf, FromService(parameters, "WrappingKeyCertificate"));
        Assert.Equal(Assert.Single(chain), FromService(parameters, "WrappingKeyCertificateChain"));
        Assert.Equal(chain[0].Subject, leaf.Issuer);
        DateTime until = Assert.IsType<DateTime>(parameters.Properties["ParametersValidUntilTimestamp"].Value);
        Assert.Equal(DateTimeKind.Utc, until.Kind);
        Assert.Equal(leaf.NotAfter.ToUniversalTime(), until, TimeSpan.FromSeconds(1));
        Assert.InRange(Assert.IsType<TimeSpan>(Value(parameters, "TimeRemaining")), TimeSpan.FromDays(29), TimeSpan.FromDays(30));
        Assert.Equal(true, parameters.Properties["Reusable"].Value);
        Assert.Equal("Local", parameters.Properties["Provider"].Value);
        Assert.Equal("111122223333", parameters.Properties["AccountId"].Value);
        Assert.Equal("us-east-1", parameters.Properties["Region"].Value);
    }

    [Fact]
    public void Export_parameters_have_the_same_shape_and_tokens_of_their_own()
    {
        using var session = new ModuleSession(store.Path);

        PSObject parameters = session.Run("Get-PcExportParameters").Single();

        Assert.Matches("^export-token-[0-9a-zA-Z]{16,64}$", (string)parameters.Properties["ExportToken"].Value);
        Assert.Equal("RSA_2048", parameters.Properties["SigningKeyAlgorithm"].Value);
        Assert.Equal(Value(parameters, "Certificate"), FromService(parameters, "SigningKeyCertificate"));
        Assert.Single((X509Certificate2[])Value(parameters, "CertificateChain")!);
    }

    [Fact]
    public void Every_call_makes_a_new_token_unless_reuse_is_asked_for()
    {
        using var session = new ModuleSession(store.Path);

        IReadOnlyList<PSObject> tokens = session.Run(
            """
            Set-PcProvider -Path $store -AccountId 222233334444
            (Get-PcImportParameters).ImportToken
            (Get-PcImportParameters).ImportToken
            (Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken
            """).Succeed();

        Assert.NotEqual(tokens[0].BaseObject, tokens[1].BaseObject);
        Assert.Equal(tokens[1].BaseObject, tokens[2].BaseObject);
    }

    [Fact]
    public async Task The_same_token_comes_back_in_another_session_and_in_another_process()
    {
        using var home = new TemporaryDirectory();
        using var one = new ModuleSession(home.Path);
        using var other = new ModuleSession(home.Path);
        string token = one.Run("(Get-PcImportParameters).ImportToken").Text();

        Assert.Equal(token, other.Run("(Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken").Text());
        ShellResult process = await ShellProcess.Run(home.Path, null, "-Command", "(Get-PcImportParameters -ReuseLastGeneratedToken).ImportToken");
        Assert.Equal(token + "\n", process.Output);
    }

    [Fact]
    public void Parameters_bind_from_the_pipeline_by_property_name()
    {
        using var session = new ModuleSession(store.Path);

        PSObject parameters = session.Run(
            "[pscustomobject]@{ KeyMaterialType = 'KEY_CRYPTOGRAM'; WrappingKeyAlgorithm = 'RSA_3072'; ReuseLastGeneratedToken = $true } | "
                + "Get-PcImportParameters").Single();

        Assert.Equal("KEY_CRYPTOGRAM", parameters.Properties["KeyMaterialType"].Value);
        Assert.Equal(3072, ((X509Certificate2)Value(parameters, "Certificate")!).GetRSAPublicKey()!.KeySize);
    }

    [Fact]
    public void An_expiry_can_be_rehearsed_with_a_shifted_clock()
    {
        using var session = new ModuleSession(store.Path);

        IReadOnlyList<PSObject> output = session.Run(
            """
            Set-PcProvider -Path $store -AccountId 333344445555
            $made = Get-PcImportParameters
            $made.ImportToken
            Set-PcProvider -TimeOffset 22.23:00:00
            $still = Get-PcImportParameters -ReuseLastGeneratedToken
            $still.ImportToken; $still.TimeRemaining
            Set-PcProvider -TimeOffset 23.01:00:00
            $new = Get-PcImportParameters -ReuseLastGeneratedToken
            $new.ImportToken; $new.ParametersValidUntilTimestamp - $made.ParametersValidUntilTimestamp
            """).Succeed();

        Assert.Equal(output[0].BaseObject, output[1].BaseObject);
        Assert.InRange((TimeSpan)output[2].BaseObject, TimeSpan.FromDays(7), TimeSpan.FromDays(7.05));
        Assert.NotEqual(output[0].BaseObject, output[3].BaseObject);
        Assert.InRange((TimeSpan)output[4].BaseObject, TimeSpan.FromDays(23), TimeSpan.FromDays(23.1));
    }

    [Fact]
    public void A_size_beyond_the_documentation_warns_and_is_refused_when_only_the_documentation_counts()
    {
        using var session = new ModuleSession(store.Path);

        Outcome observed = session.Run("Get-PcImportParameters TR34_KEY_BLOCK RSA_3072 -ReuseLastGeneratedToken");
        Outcome documented = session.Run("Set-PcProvider -Conformance Documented; Get-PcImportParameters TR34_KEY_BLOCK RSA_3072");

        observed.Succeed();
        Assert.Contains("RSA_3072", Assert.Single(observed.Warnings));
        Expect.Error(documented.Error(), "PcValidation", ErrorCategory.InvalidArgument, "TR34_KEY_BLOCK");
    }

    [Fact]
    public void Verbose_tells_what_was_asked_of_whom()
    {
        using var session = new ModuleSession(store.Path);

        Outcome outcome = session.Run("Get-PcImportParameters -ReuseLastGeneratedToken -Verbose -Debug");

        Assert.Contains(outcome.Told, line => line.Contains("GetParametersForImport", StringComparison.Ordinal)
            && line.Contains("Local", StringComparison.Ordinal) && line.Contains("111122223333", StringComparison.Ordinal)
            && line.Contains("us-east-1", StringComparison.Ordinal) && line.Contains(store.Path, StringComparison.Ordinal));
        Assert.Contains(outcome.Told, line => line.Contains("base64 characters", StringComparison.Ordinal));
    }

    private static object? Value(PSObject instance, string property) =>
        instance.Properties[property].Value is PSObject wrapped ? wrapped.BaseObject : instance.Properties[property].Value;

    private static X509Certificate2 FromService(PSObject parameters, string member) => X509Certificate2.CreateFromPem(
        Encoding.ASCII.GetString(Convert.FromBase64String((string)parameters.Properties[member].Value)));
}
