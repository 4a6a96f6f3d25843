using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

public sealed class ToolCompletionTests
{
    [Theory]
    [InlineData("New-PcTr31KeyBlock -Usage P", new[] { "P0", "P1" })]
    [InlineData("New-PcTr31KeyBlock -Version ", new[] { "A", "B", "C", "D", "E" })]
    [InlineData("New-PcTr31KeyBlock -OptionalBlock K", new[] { "KC=", "KP=", "KS=" })]
    [InlineData("New-PcTr31KeyBlock -Exportability ", new[] { "E", "N", "S" })]
    [InlineData("New-PcTr34KeyBlock -Dialect A", new[] { "Aws", "AnnexB", "AnnexBRepaired" })]
    [InlineData("New-PcKeyCryptogram -WrappingSpec ", new[] { "RSA_OAEP_SHA_256", "RSA_OAEP_SHA_512" })]
    [InlineData("New-PcEcdhKey -KeyDerivationFunction ", new[] { "NIST_SP800", "ANSI_X963" })]
    [InlineData("New-PcKeyExchangeCertificate ecc", new[] { "ECC_NIST_P256", "ECC_NIST_P384", "ECC_NIST_P521" })]
    [InlineData("New-PcKeyExchangeCertificate -Role K", new[] { "Kdh", "KeyAgreement", "Krd" })]
    [InlineData("New-PcKeyComponent TDES_", new[] { "TDES_2KEY", "TDES_3KEY" })]
    public void Values_are_offered_with_what_they_mean(string line, string[] expected)
    {
        using var session = new ModuleSession();
        using var shell = PowerShell.Create(session.Runspace);

        var completion = CommandCompletion.CompleteInput(line, line.Length, null, shell);

        Assert.Equal(expected.Order(), completion.CompletionMatches.Select(match => match.CompletionText).Order());
        Assert.All(completion.CompletionMatches, match => Assert.NotEmpty(match.ToolTip));
    }

    [Theory]
    [InlineData("New-PcTr34KeyBlock",
        "WrappingKeyCertificate ImportToken RandomNonce SigningKeyCertificate KeyUsage KeyModesOfUse KeyExportability KeyAlgorithm OptionalBlocks")]
    [InlineData("ConvertFrom-PcTr34KeyBlock", "WrappedKeyBlock KeyMaterial RandomNonce SigningKeyCertificate")]
    [InlineData("New-PcKeyCryptogram", "WrappingSpec ImportToken WrappingKeyCertificate")]
    [InlineData("New-PcEcdhKey", "DeriveKeyAlgorithm KeyDerivationFunction KeyDerivationHashAlgorithm SharedInformation PublicKeyCertificate")]
    public void The_service_s_names_are_parameters_or_aliases(string command, string names)
    {
        using var session = new ModuleSession();
        session.Set("command", command);

        string[] known =
            [.. session.Run("(Get-Command $command).Parameters.Values | ForEach-Object { $_.Name; $_.Aliases }").Succeed().Select(name => name.ToString())];

        Assert.All(names.Split(' '), name => Assert.Contains(name, known));
    }
}
