using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class QuotaTests
{
    [Fact]
    public void The_quotas_can_be_lowered_to_rehearse_what_happens_then()
    {
        using var session = new ModuleSession();
        session.Run("Set-PcProvider -InMemory -KeyQuota 1 -AliasQuota 1").Succeed();

        Outcome outcome = session.Run("$null = New-PcKey P0 AES_128; New-PcKey C0 TDES_2KEY; $null = New-PcKeyAlias a; New-PcKeyAlias b");

        Assert.Equal(2, outcome.Errors.Count);
        Expect.Error(outcome.Errors[0], "PcServiceQuotaExceeded", ErrorCategory.LimitsExceeded, "C0");
        Expect.Error(outcome.Errors[1], "PcServiceQuotaExceeded", ErrorCategory.LimitsExceeded, "b");
        Assert.Equal(1, session.Count("Get-PcKey"));
    }

    [Fact]
    public void Throttling_can_be_rehearsed_and_is_off_otherwise()
    {
        using var home = new TemporaryDirectory();
        using var session = new ModuleSession(home.Path);
        Assert.Null(session.Run("Get-PcProvider").Single().Value("RequestsPerSecond"));
        session.Run("Set-PcProvider -RequestsPerSecond 1").Succeed();

        // However slow the machine is, a thousand requests take it less than a thousand seconds.
        Outcome outcome = session.Run("foreach ($i in 1..1000) { $found = @(Get-PcKeyAlias -ErrorVariable problem); if ($problem) { break } }");

        Expect.Error(outcome.Error(), "PcThrottling", ErrorCategory.ResourceBusy, "*");
        session.Run("Set-PcProvider -RequestsPerSecond 0; foreach ($i in 1..20) { $null = Get-PcKeyAlias }").Succeed();
    }

    [Fact]
    public void Quotas_are_of_the_local_engine_only()
    {
        using var session = new ModuleSession();

        Assert.StartsWith("PcProviderOptionNotLocal,", session.Caught("Set-PcProvider Aws -KeyQuota 5").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
