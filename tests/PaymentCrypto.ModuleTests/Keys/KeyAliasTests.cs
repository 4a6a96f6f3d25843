using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class KeyAliasTests
{
    [Theory]
    [InlineData("New-PcKeyAlias alias/pin $key")]
    [InlineData("New-PcKeyAlias pin $key.KeyId")]
    [InlineData("$key | New-PcKeyAlias alias/pin")]
    [InlineData("$key.KeyArn | New-PcKeyAlias -AliasName pin")]
    [InlineData("$null = New-PcKeyAlias other $key; New-PcKeyAlias pin alias/other")]
    public void An_alias_is_made_for_a_key(string script)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128").Succeed();

        PSObject alias = session.Run(script).Single();

        Assert.Equal("PaymentCrypto.KeyAlias", alias.TypeNames[0]);
        Assert.Equal("alias/pin", alias.Value("AliasName"));
        Assert.Equal(session.Run("$key.KeyArn").Text(), alias.Value("KeyArn"));
    }

    [Theory]
    [InlineData("New-PcKeyAlias pin -KeyIdentifier $failed")]
    [InlineData("New-PcKeyAlias pin -KeyIdentifier ''")]
    [InlineData("$failed | New-PcKeyAlias pin")]
    public void An_alias_for_a_key_that_is_empty_is_warned_of(string script)
    {
        using ModuleSession session = KeySession.New();

        Outcome outcome = session.Run("$failed = $null; " + script);

        Assert.Null(outcome.Single().Value("KeyArn"));
        Assert.Contains("alias/pin stands for no key", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_that_is_meant_to_have_no_key_is_not_warned_of()
    {
        using ModuleSession session = KeySession.New();
        Assert.Empty(session.Run("New-PcKeyAlias pin").Warnings);
    }

    [Fact]
    public void An_alias_moves_to_another_key_and_to_none()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$one = New-PcKey P0 AES_128 -Alias alias/pin; $two = New-PcKey P0 AES_128").Succeed();

        Assert.Equal(
            session.Texts("$two.KeyArn"),
            session.Texts("Set-PcKeyAlias pin $two; (Get-PcKeyAlias pin).KeyArn"));
        Assert.Equal(
            session.Texts("$one.KeyArn"),
            session.Texts("($one | Set-PcKeyAlias alias/pin -PassThru).KeyArn"));
        Assert.Null(session.Run("Set-PcKeyAlias pin -Unassign -PassThru").Single().Value("KeyArn"));
    }

    [Fact]
    public void Setting_an_alias_to_nothing_needs_to_be_said()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$one = New-PcKey P0 AES_128 -Alias alias/pin").Succeed();

        session.Caught("Set-PcKeyAlias alias/pin $missing");

        Assert.Equal(session.Texts("$one.KeyArn"), session.Texts("(Get-PcKeyAlias pin).KeyArn"));
    }

    [Theory]
    [InlineData("Get-PcKeyAlias", "alias/a alias/b alias/team/c")]
    [InlineData("Get-PcKeyAlias b", "alias/b")]
    [InlineData("Get-PcKeyAlias alias/b, a", "alias/b alias/a")]
    [InlineData("'team/c', 'a' | Get-PcKeyAlias", "alias/team/c alias/a")]
    [InlineData("Get-PcKeyAlias team/*", "alias/team/c")]
    [InlineData("Get-PcKeyAlias -KeyIdentifier $key", "alias/a alias/team/c")]
    [InlineData("$key | Get-PcKeyAlias", "alias/a alias/team/c")]
    [InlineData("Get-PcKeyAlias -KeyArn $key.KeyId", "alias/a alias/team/c")]
    [InlineData("Get-PcKeyAlias zzz*", "")]
    public void Aliases_are_found_by_name_pattern_and_key(string script, string expected)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128; $null = New-PcKeyAlias a $key; $null = New-PcKeyAlias b; $null = New-PcKeyAlias team/c $key").Succeed();

        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), session.Texts(script).Order());
    }

    [Fact]
    public void Aliases_are_removed_and_their_keys_stay()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Alias alias/a; $null = New-PcKeyAlias b; $null = New-PcKeyAlias c").Succeed();

        session.Run("Get-PcKeyAlias | Remove-PcKeyAlias -WhatIf").Succeed();
        Assert.Equal(3, session.Count("Get-PcKeyAlias"));
        session.Run("Get-PcKeyAlias [ab] | Remove-PcKeyAlias -Force; 'c' | Remove-PcKeyAlias -Confirm:$false").Succeed();

        Assert.Equal(0, session.Count("Get-PcKeyAlias"));
        Assert.Equal(1, session.Count("Get-PcKey"));
    }

    [Theory]
    [InlineData("New-PcKeyAlias alias/taken", "PcConflict", ErrorCategory.ResourceExists, "alias/taken")]
    [InlineData("New-PcKeyAlias 'not allowed'", "PcMemberInvalid", ErrorCategory.InvalidArgument, "not allowed")]
    [InlineData("New-PcKeyAlias alias/new arn:aws:payment-cryptography:us-east-1:111122223333:key/abcdefghij234567", "PcResourceNotFound",
        ErrorCategory.ObjectNotFound, "alias/new")]
    [InlineData("Set-PcKeyAlias nobody -Unassign", "PcResourceNotFound", ErrorCategory.ObjectNotFound, "nobody")]
    [InlineData("Get-PcKeyAlias nobody", "PcResourceNotFound", ErrorCategory.ObjectNotFound, "nobody")]
    [InlineData("Remove-PcKeyAlias nobody -Force", "PcResourceNotFound", ErrorCategory.ObjectNotFound, "nobody")]
    public void What_cannot_be_is_the_services_own_error(string script, string id, ErrorCategory category, string target)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$null = New-PcKeyAlias alias/taken").Succeed();

        Expect.Error(session.Run(script).Error(), id, category, target);

        Assert.Equal(["alias/taken"], session.Texts("Get-PcKeyAlias"));
    }

    [Fact]
    public void WhatIf_changes_nothing()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Alias alias/pin").Succeed();

        session.Run("New-PcKeyAlias new -WhatIf; Set-PcKeyAlias pin -Unassign -WhatIf; Remove-PcKeyAlias pin -Force -WhatIf").Succeed();

        Assert.Equal(session.Texts("$key.KeyArn"), session.Texts("(Get-PcKeyAlias).KeyArn"));
    }
}
