using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class KeyCompletionTests
{
    [Theory]
    [InlineData("New-PcKey C0 -Algorithm ", "TDES_2KEY TDES_3KEY AES_128 AES_192 AES_256")]
    [InlineData("New-PcKey -Usage TR31_M3_ISO_9797_3_MAC_KEY ", "TDES_2KEY TDES_3KEY")]
    [InlineData("New-PcKey -Usage K3 -Algorithm ecc", "ECC_NIST_P256 ECC_NIST_P384 ECC_NIST_P521")]
    [InlineData("New-PcKey -Usage P0 -Algorithm RSA", "")]
    [InlineData("New-PcKey kbpk", "TR31_K1_KEY_BLOCK_PROTECTION_KEY")]
    [InlineData("New-PcKey P0", "TR31_P0_PIN_ENCRYPTION_KEY")]
    [InlineData("New-PcKey 'TR31_V", "'TR31_V1_IBM3624_PIN_VERIFICATION_KEY' 'TR31_V2_VISA_PIN_VERIFICATION_KEY'")]
    [InlineData("New-PcKey K1 AES_128 -KeyCheckValueAlgorithm c", "CMAC")]
    [InlineData("New-PcKey D0 AES_128 -ModesOfUse De", "Decrypt")]
    [InlineData("Get-PcKey -State DELETE", "DELETE_PENDING DELETE_COMPLETE")]
    [InlineData("Get-PcKey -Class SYM", "SYMMETRIC_KEY")]
    [InlineData("Add-PcKeyReplicationRegion x eu-w", "eu-west-1 eu-west-2 eu-west-3")]
    [InlineData("New-PcCertificateSigningRequest x -SigningAlgorithm SHA5", "SHA512")]
    [InlineData("Get-PcMpaTeam ", "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE")]
    public void Values_are_offered_that_go_with_the_rest_of_the_line(string line, string expected)
    {
        using var session = new ModuleSession();

        CompletionResult[] offered = session.Complete(line);

        // Where nothing fits PowerShell offers file names, as it does everywhere.
        string[] values = [.. offered.Where(result => result.ResultType == CompletionResultType.ParameterValue).Select(result => result.CompletionText)];
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), values.Order());
    }

    [Fact]
    public void The_mode_that_the_usage_is_made_for_comes_first()
    {
        using var session = new ModuleSession();

        Assert.Equal("X", session.Complete("New-PcKey B0 AES_128 -ModesOfUse ")[0].CompletionText);
        Assert.Equal("C", session.Complete("New-PcKey C0 TDES_2KEY -ModesOfUse ")[0].CompletionText);
    }

    [Fact]
    public void Keys_come_from_the_store_with_what_a_person_knows_them_by()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$pin = New-PcKey P0 AES_128 -Alias alias/pin/terminal; $cvk = New-PcKey C0 TDES_2KEY").Succeed();

        CompletionResult alias = Assert.Single(session.Complete("Get-PcKey pin"));
        CompletionResult id = Assert.Single(session.Complete($"Get-PcKey {session.Run("$cvk.KeyId.Substring(0, 6)").Text()}"));

        Assert.Equal("alias/pin/terminal", alias.CompletionText);
        Assert.Equal($"P0 PIN encryption, AES_128, KCV {session.Run("$pin.KeyCheckValue").Text()}, enabled", alias.ToolTip);
        Assert.Equal(session.Run("$cvk.KeyId").Text(), id.CompletionText);
        Assert.Equal(session.Run("$pin.KeyArn; $cvk.KeyArn").Succeed().Select(arn => (string)arn.BaseObject).Order(),
            session.Complete("Get-PcKey arn:").Select(result => result.CompletionText).Order());
        Assert.Equal(3, session.Complete("Add-PcKeyTag ").Length);
    }

    [Fact]
    public void Only_keys_that_the_command_can_do_something_with_are_offered()
    {
        using ModuleSession session = KeySession.New();
        session.Run(
            """
            $null = New-PcKey P0 AES_128 -Alias alias/on
            $null = New-PcKey P0 AES_128 -Alias alias/off -Disabled
            New-PcKey P0 AES_128 -Alias alias/going | Remove-PcKey -Force
            $null = New-PcKey K3 ECC_NIST_P256 -Alias alias/pair
            $null = New-PcKeyAlias alias/empty
            """).Succeed();

        string[] Offered(string line) => [.. session.Complete(line + " alias/").Select(result => result.CompletionText).Order()];

        Assert.Equal(["alias/going", "alias/off", "alias/on", "alias/pair"], Offered("Get-PcKey"));
        Assert.Equal(["alias/on", "alias/pair"], Offered("Disable-PcKey"));
        Assert.Equal(["alias/off"], Offered("Enable-PcKey"));
        Assert.Equal(["alias/going"], Offered("Restore-PcKey"));
        Assert.Equal(["alias/off", "alias/on", "alias/pair"], Offered("Remove-PcKey"));
        Assert.Equal(["alias/pair"], Offered("Get-PcPublicKeyCertificate"));
        Assert.Equal(["alias/empty", "alias/going", "alias/off", "alias/on", "alias/pair"], Offered("Set-PcKeyAlias"));
        Assert.Equal(["alias/empty"], session.Complete("Remove-PcKeyAlias em").Select(result => result.CompletionText));
    }

    [Fact]
    public async Task Completion_makes_no_store()
    {
        using var folder = new TemporaryDirectory();
        string home = folder.Combine("none");

        ShellResult result = await ShellProcess.Run(home, null, "-Command",
            "(TabExpansion2 'Get-PcKey alias/').CompletionMatches.Count; [System.IO.Directory]::Exists($env:PAYMENTCRYPTO_HOME)");

        Assert.Equal(["0", "False"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("Get-PcKey '[")]
    [InlineData("Get-PcKey `")]
    [InlineData("Remove-PcKeyAlias [a")]
    [InlineData("New-PcKey [")]
    [InlineData("Get-PcKey -Provider Aws x")]
    [InlineData("Get-PcKey -Provider Nobody x")]
    public void Completion_never_fails(string line)
    {
        using ModuleSession session = KeySession.New();

        session.Complete(line);

        Assert.Empty(session.Run("$Error").Output);
    }
}
