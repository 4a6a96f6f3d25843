using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Examples;

/// <summary>The runbook with stand-ins for what Azure Automation gives it, against the endpoint.</summary>
public sealed class AzureAutomationTests
{
    private const string Script = "azure-automation/rotate-import-token.ps1";

    private const string Assets = """
        $variables = @{ PaymentImportToken = ''; PaymentWrappingCertificate = '' }
        $writes = [System.Collections.Generic.List[string]]::new()
        $secret = [System.Net.NetworkCredential]::new('', 'not-verified').SecurePassword
        function Get-AutomationPSCredential([string] $Name) { if ($Name -eq 'AwsPaymentKeys') { [pscredential]::new('111122223333', $secret) } }
        function Get-AutomationVariable([string] $Name) { $variables[$Name] }
        function Set-AutomationVariable([string] $Name, $Value) { $writes.Add($Name); $variables[$Name] = $Value }
        """;

    [Fact]
    public void A_new_token_is_published_with_its_certificate_and_a_second_run_changes_nothing()
    {
        using var pair = new EndpointSession(store: null);
        pair.Client.Run(Assets).Succeed();

        string first = pair.Client.Run(Script, "-EndpointUrl $url").Text();
        string second = pair.Client.Run(Script, "-EndpointUrl $url").Text();

        string token = pair.Client.Run("$variables.PaymentImportToken").Text();
        Assert.Equal(token, pair.Server.Run("(Get-PcToken).Token").Text());
        Assert.Contains($"{token} is new", first, StringComparison.Ordinal);
        Assert.Contains($"{token} stays", second, StringComparison.Ordinal);
        Assert.Equal("PaymentWrappingCertificate PaymentImportToken", pair.Client.Run("$writes -join ' '").Text());
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", pair.Client.Run("$variables.PaymentWrappingCertificate").Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_credential_or_with_a_refusal_the_job_fails_and_nothing_is_written()
    {
        using var pair = new EndpointSession(store: null);
        pair.Client.Run(Assets).Succeed();

        Assert.Contains("no credential asset 'Other'", pair.Client.Run(Script, "-EndpointUrl $url -AwsKeyAsset Other").Terminating!.ToString(),
            StringComparison.Ordinal);

        pair.Server.Run("Add-PcEndpointFault InternalServer -Calls 20").Succeed();
        Assert.StartsWith("PcInternalServer", pair.Client.Run(Script, "-EndpointUrl $url").Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, pair.Client.Run("$writes.Count").Single().BaseObject);
    }

    [Fact]
    public void With_WhatIf_nothing_is_asked()
    {
        using var pair = new EndpointSession(store: null);
        pair.Client.Run(Assets).Succeed();

        Assert.Empty(pair.Client.Run(Script, "-EndpointUrl $url -WhatIf").Succeed());

        Assert.Equal(0L, pair.Server.Run("(Get-PcEndpoint).Requests").Single().BaseObject);
    }
}
