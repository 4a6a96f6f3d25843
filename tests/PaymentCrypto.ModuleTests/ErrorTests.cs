using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class ErrorTests(SharedStore store)
{
    [Fact]
    public void An_unknown_value_is_refused_by_name_with_the_values_that_there_are_and_the_pipeline_goes_on()
    {
        using var session = new ModuleSession(store.Path);

        Outcome outcome = session.Run("Get-PcImportParameters TR35_KEY_BLOCK; 'went on'");

        ErrorRecord error = outcome.Error();
        Expect.Error(error, "PcMemberInvalid", ErrorCategory.InvalidArgument, "TR35_KEY_BLOCK");
        Assert.Equal("PcMemberInvalid,PaymentCrypto.Commands.Tokens.GetPcImportParametersCommand", error.FullyQualifiedErrorId);
        Assert.Contains("TR35_KEY_BLOCK", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("TR34_KEY_BLOCK", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("went on", Assert.Single(outcome.Output).BaseObject);
    }

    [Theory]
    [InlineData("Get-PcImportParameters TR31_KEY_BLOCK", "TR31_KEY_BLOCK")]
    [InlineData("Get-PcImportParameters ROOT_PUBLIC_KEY_CERTIFICATE", "ROOT_PUBLIC_KEY_CERTIFICATE")]
    [InlineData("Get-PcImportParameters TRUSTED_PUBLIC_KEY_CERTIFICATE", "TRUSTED_PUBLIC_KEY_CERTIFICATE")]
    [InlineData("Get-PcImportParameters KEY_CRYPTOGRAM AES_128", "KEY_CRYPTOGRAM")]
    [InlineData("Get-PcExportParameters KEY_CRYPTOGRAM", "KEY_CRYPTOGRAM")]
    [InlineData("Get-PcExportParameters TR34_KEY_BLOCK ECC_NIST_P256", "TR34_KEY_BLOCK")]
    public void A_combination_that_takes_no_token_is_refused(string script, string target)
    {
        using var session = new ModuleSession(store.Path);

        Expect.Error(session.Run(script).Error(), "PcValidation", ErrorCategory.InvalidArgument, target);
    }

    [Theory]
    [InlineData("Set-PcProvider -AccountId 123", "PcAccountIdInvalid", "123")]
    [InlineData("Set-PcProvider -Region Frankfurt", "PcRegionInvalid", "Frankfurt")]
    [InlineData("Set-PcProvider -TimeOffset 25", "PcTimeOffsetTooSmall", "25.00:00:00")]
    [InlineData("Set-PcProvider Aws -InMemory", "PcProviderOptionNotLocal", "Aws")]
    public void A_setting_that_cannot_be_is_refused_and_the_former_provider_stays(string script, string id, string mentions)
    {
        using var session = new ModuleSession(store.Path);
        string before = session.Run("(Get-PcProvider).Path").Text();

        ErrorRecord error = session.Caught(script);

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(mentions, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, session.Run("(Get-PcProvider).Path").Text());
    }

    [Fact]
    public void A_path_outside_the_file_system_is_refused()
    {
        using var session = new ModuleSession();

        Expect.Error(session.Caught("Set-PcProvider -Path env:store"), "PcPathNotFileSystem", ErrorCategory.InvalidArgument, "env:store");
    }

    [Fact]
    public void A_provider_that_there_is_not_is_refused_by_name()
    {
        using var session = new ModuleSession(store.Path);

        ErrorRecord error = session.Caught("Get-PcImportParameters -Provider Azure");

        Assert.Equal("ParameterArgumentTransformationError", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("'Azure' is not a provider", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_store_ends_the_command_and_is_left_untouched()
    {
        using var home = new TemporaryDirectory();
        byte[] garbage = [.. Enumerable.Range(0, 5000).Select(i => (byte)i)];
        File.WriteAllBytes(home.Combine("store.db"), garbage);
        using var session = new ModuleSession();
        session.Set("path", home.Path);

        ErrorRecord error = session.Caught("Set-PcProvider -Path $path");

        Expect.Error(error, "PcStoreCorrupt", ErrorCategory.InvalidData, home.Path);
        Assert.Equal(garbage, File.ReadAllBytes(home.Combine("store.db")));
    }

    [Fact]
    public void A_place_that_cannot_be_written_ends_the_command()
    {
        using var home = new TemporaryDirectory();
        File.WriteAllText(home.Combine("file"), "not a directory");
        using var session = new ModuleSession();
        session.Set("path", home.Combine("file/below"));

        Expect.Error(session.Caught("Set-PcProvider -Path $path"), "PcStoreInaccessible", ErrorCategory.PermissionDenied, home.Combine("file/below"));
    }

    [Fact]
    public void A_store_error_ends_the_pipeline_whatever_the_error_action()
    {
        using var home = new TemporaryDirectory();
        File.WriteAllText(home.Combine("store.db"), "this is no database, and long enough not to be taken for an empty one");
        using var session = new ModuleSession();
        session.Set("path", home.Path);

        session.Caught("Set-PcProvider -Path $path -ErrorAction SilentlyContinue; 'went on'");
    }
}
