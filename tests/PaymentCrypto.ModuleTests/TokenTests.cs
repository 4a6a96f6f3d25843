using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class TokenTests : IDisposable
{
    private readonly ModuleSession _session = new();

    public TokenTests() => _session.Run("Set-PcProvider -InMemory; $import = Get-PcImportParameters; $export = Get-PcExportParameters").Succeed();

    [Fact]
    public void Tokens_are_listed_newest_first_and_selected_by_direction_wildcard_or_name()
    {
        IReadOnlyList<PSObject> output = _session.Run(
            """
            (Get-PcToken).Token -join ' '
            (Get-PcToken -Direction import).Token
            (Get-PcToken exp*).Token
            ($import | Get-PcToken).Token
            "$($export.ExportToken) $($import.ImportToken)"
            """).Succeed();

        Assert.Equal(output[4].BaseObject, output[0].BaseObject);
        Assert.Equal(output[3].BaseObject, output[1].BaseObject);
        Assert.StartsWith("export-token-", (string)output[2].BaseObject, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_not_there_is_an_error_but_a_wildcard_that_matches_none_is_not()
    {
        Outcome named = _session.Run("Get-PcToken import-token-0000000000000000, $import.ImportToken");

        Expect.Error(named.Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "import-token-0000000000000000");
        Assert.Single(named.Output);
        Assert.Empty(_session.Run("Get-PcToken nothing*").Succeed());
        Expect.Error(
            _session.Run("Get-PcToken export-token-0000000000000000 -Direction Export").Error(),
            "PcResourceNotFound", ErrorCategory.ObjectNotFound, "export-token-0000000000000000");
    }

    [Fact]
    public void Revoking_asks_first_and_WhatIf_keeps_the_token()
    {
        _session.Run("$import | Revoke-PcToken -WhatIf").Succeed();

        Assert.Equal(2, _session.Run("Get-PcToken").Succeed().Count);
        // The host of these tests answers no questions, so asking is an error.
        _session.Caught("$import | Revoke-PcToken");
        Assert.Equal(2, _session.Run("Get-PcToken").Succeed().Count);
    }

    [Fact]
    public void A_revoked_token_is_gone_and_one_that_is_not_there_does_not_stop_the_others()
    {
        Outcome outcome = _session.Run("Revoke-PcToken import-token-0000000000000000, $import.ImportToken -Confirm:$false -PassThru");

        Expect.Error(outcome.Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "import-token-0000000000000000");
        Assert.Equal("Import", Assert.Single(outcome.Output).Properties["Direction"].Value);
        Assert.Equal("Export", _session.Run("Get-PcToken").Single().Properties["Direction"].Value);
    }

    [Fact]
    public void Only_expired_tokens_are_cleared()
    {
        IReadOnlyList<PSObject> output = _session.Run(
            """
            Clear-PcExpiredToken; @(Get-PcToken).Count
            Set-PcProvider -TimeOffset 31.00:00:00
            $new = Get-PcImportParameters -ReuseLastGeneratedToken
            Clear-PcExpiredToken -WhatIf; @(Get-PcToken).Count
            Clear-PcExpiredToken
            (Get-PcToken).Token -eq $new.ImportToken
            """).Succeed();

        Assert.Equal([2, 3, true], output.Select(value => value.BaseObject));
    }

    public void Dispose() => _session.Dispose();
}
