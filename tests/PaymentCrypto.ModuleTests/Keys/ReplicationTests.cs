using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class ReplicationTests
{
    [Fact]
    public void A_key_is_replicated_and_is_there_in_the_other_region_under_the_same_id()
    {
        using ModuleSession session = KeySession.New();

        session.Run("$key = New-PcKey P0 AES_128; $key | Add-PcKeyReplicationRegion -ReplicationRegion eu-west-1, us-west-2").Succeed();

        PSObject primary = session.Run("Get-PcKey $key").Single();
        Assert.Equal("PRIMARY", primary.Value("MultiRegionKeyType"));
        Assert.Equal("us-east-1", primary.Value("PrimaryRegion"));
        Assert.Equal(["eu-west-1", "us-west-2"], session.Texts("(Get-PcKey $key).ReplicationStatus | ForEach-Object Region").Order());
        PSObject replica = session.Run("Set-PcProvider -Region eu-west-1; Get-PcKey $key.KeyId").Single();
        Assert.Equal("REPLICA", replica.Value("MultiRegionKeyType"));
        Assert.Equal(primary.Value("KeyCheckValue"), replica.Value("KeyCheckValue"));
    }

    [Fact]
    public void Replicas_are_removed()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -ReplicationRegion eu-west-1").Succeed();

        session.Run("Remove-PcKeyReplicationRegion $key eu-west-1 -WhatIf").Succeed();
        Assert.Equal(1, session.Count("(Get-PcKey $key).ReplicationStatus"));
        PSObject key = session.Run("Remove-PcKeyReplicationRegion $key eu-west-1 -Force -PassThru").Single();

        Assert.Equal("PaymentCrypto.Key", key.TypeNames[0]);
        session.Run("Set-PcProvider -Region eu-west-1").Succeed();
        Assert.Equal(0, session.Count("Get-PcKey -State CREATE_COMPLETE"));
    }

    [Fact]
    public void Default_regions_apply_to_new_keys_unless_they_opt_out()
    {
        using ModuleSession session = KeySession.New();

        Assert.Equal(["eu-west-1", "us-west-2"], session.Texts("Enable-PcDefaultReplicationRegion eu-west-1, us-west-2 -PassThru").Order());
        Assert.Equal(["us-west-2"], session.Texts("'eu-west-1' | Disable-PcDefaultReplicationRegion; Get-PcDefaultReplicationRegion"));
        session.Run("Get-PcDefaultReplicationRegion | Disable-PcDefaultReplicationRegion -WhatIf").Succeed();

        PSObject key = session.Run("New-PcKey P0 AES_128").Single();
        PSObject apart = session.Run("New-PcKey P0 AES_128 -ReplicationRegion @()").Single();

        Assert.Equal(true, key.Value("UsingDefaultReplicationRegions"));
        Assert.Single((Array)key.Value("ReplicationStatus")!);
        Assert.Empty((Array)apart.Value("ReplicationStatus")!);
    }

    [Theory]
    [InlineData("Add-PcKeyReplicationRegion $key Frankfurt", "PcMemberInvalid")]
    [InlineData("Add-PcKeyReplicationRegion $key us-east-1", "PcValidation")]
    public void A_region_that_cannot_be_is_refused(string script, string id)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128; $pair = New-PcKey K3 ECC_NIST_P256").Succeed();

        ErrorRecord error = session.Run(script).Error();

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Fact]
    public void A_default_region_that_is_none_is_refused()
    {
        using ModuleSession session = KeySession.New();

        Expect.Error(session.Run("Enable-PcDefaultReplicationRegion Frankfurt").Error(), "PcMemberInvalid", ErrorCategory.InvalidArgument, "Frankfurt");
    }
}
