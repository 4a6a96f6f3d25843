using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("Get-PcImportParameters ", new[] { "TR34_KEY_BLOCK", "KEY_CRYPTOGRAM" })]
    [InlineData("Get-PcImportParameters -KeyMaterialType k", new[] { "KEY_CRYPTOGRAM" })]
    [InlineData("Get-PcImportParameters -WrappingKeyAlgorithm ", new[] { "RSA_2048", "RSA_3072", "RSA_4096" })]
    [InlineData("Get-PcImportParameters -WrappingKeyAlgorithm 'rsa_3", new[] { "'RSA_3072'" })]
    [InlineData("Get-PcExportParameters -KeyMaterialType ", new[] { "TR34_KEY_BLOCK" })]
    [InlineData("Get-PcExportParameters -SigningKeyAlgorithm ", new[] { "RSA_2048" })]
    [InlineData("Get-PcImportParameters -Provider ", new[] { "Local", "Aws" })]
    [InlineData("Set-PcProvider -Conformance ", new[] { "Documented", "Observed" })]
    [InlineData("Get-PcToken -Direction ", new[] { "Import", "Export" })]
    [InlineData("Set-PcProvider -RetryMode ", new[] { "Adaptive", "Standard" })]
    [InlineData("Add-PcEndpointFault ", new[] { "Throttling", "InternalServer", "Delay", "DropConnection", "DropResponse" })]
    [InlineData("Add-PcEndpointFault Throttling GetParametersFor", new[] { "GetParametersForExport", "GetParametersForImport" })]
    public void Only_values_that_work_are_offered(string line, string[] expected)
    {
        using var session = new ModuleSession();
        using var shell = PowerShell.Create(session.Runspace);

        var completion = CommandCompletion.CompleteInput(line, line.Length, null, shell);

        Assert.Equal(expected.Order(), completion.CompletionMatches.Select(match => match.CompletionText).Order());
        Assert.All(completion.CompletionMatches, match => Assert.NotEmpty(match.ToolTip));
    }
}
