using System.Collections;
using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class KeyTagTests
{
    [Fact]
    public void Tags_are_a_hashtable_in_and_out()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Tag @{ env = 'test'; owner = 'issuing' }; Add-PcKeyTag $key @{ env = 'prod'; year = 2030 }").Succeed();

        var tags = (Hashtable)session.Run("Get-PcKeyTag $key").Single().BaseObject;

        Assert.Equal(["env=prod", "owner=issuing", "year=2030"], tags.Cast<DictionaryEntry>().Select(tag => $"{tag.Key}={tag.Value}").Order());
    }

    [Fact]
    public void The_tags_of_one_key_can_be_given_to_another()
    {
        using ModuleSession session = KeySession.New();

        var tags = (Hashtable)session.Run(
            "$one = New-PcKey P0 AES_128 -Tag @{ a = '1'; b = '2' }; $two = New-PcKey P0 AES_128; $two | Add-PcKeyTag -Tag (Get-PcKeyTag $one); $two | "
                + "Get-PcKeyTag").Single().BaseObject;

        Assert.Equal(2, tags.Count);
    }

    [Fact]
    public void Tags_are_removed_by_name_or_as_objects()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Alias alias/k -Tag @{ a = '1'; b = '2'; c = '3'; d = '4' }").Succeed();

        session.Run("Remove-PcKeyTag alias/k a, nobody -Force").Succeed();
        session.Run("Get-PcKeyTag alias/k -AsObject | Where-Object Value -eq 3 | Remove-PcKeyTag -Force").Succeed();
        session.Run("Remove-PcKeyTag $key b -WhatIf; Add-PcKeyTag $key @{ e = '5' } -WhatIf").Succeed();

        Assert.Equal(["b=2", "d=4"], session.Texts("Get-PcKeyTag $key -AsObject").Order());
    }

    [Fact]
    public void Names_differ_by_case_and_AWS_lists_are_understood()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Tag @{ Key = 'Env'; Value = 'one' }, @{ Key = 'env'; Value = 'two' }").Succeed();

        Assert.Equal(["one", "two"], session.Texts("$tags = Get-PcKeyTag $key; $tags['Env']; $tags['env']"));
    }

    [Theory]
    [InlineData("Add-PcKeyTag $key @{ ('x' * 129) = '1' }")]
    [InlineData("Add-PcKeyTag $key @{ a = 'v' * 257 }")]
    [InlineData("Add-PcKeyTag $key @{ a = '' }")]
    [InlineData("$many = @{}; foreach ($i in 1..201) { $many[\"t$i\"] = 'x' }; Add-PcKeyTag $key $many")]
    public void A_limit_of_tags_is_the_services_own_error(string script)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128").Succeed();

        Expect.Error(session.Run(script).Error(), "PcMemberInvalid", ErrorCategory.InvalidArgument, session.Run("$key.KeyArn").Text());

        Assert.Empty((Hashtable)session.Run("Get-PcKeyTag $key").Single().BaseObject);
    }

    [Fact]
    public void More_tags_than_a_key_can_have_are_refused()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128; $many = @{}; foreach ($i in 1..200) { $many[\"t$i\"] = 'x' }; Add-PcKeyTag $key $many").Succeed();

        Outcome outcome = session.Run("Add-PcKeyTag $key @{ onemore = 'x' }");

        Assert.Contains(outcome.Error().FullyQualifiedErrorId.Split(',')[0], (string[])["PcServiceQuotaExceeded", "PcValidation"]);
        Assert.Equal(200, ((Hashtable)session.Run("Get-PcKeyTag $key").Single().BaseObject).Count);
    }

    [Theory]
    [InlineData("Add-PcKeyTag $key 'env=test'", "env=test")]
    [InlineData("Add-PcKeyTag $key @{ Key = 'a'; Value = '1' }, @{ Key = 'a'; Value = '2' }", "given twice")]
    public void What_is_no_tag_is_refused(string script, string mentions)
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128").Succeed();

        Assert.Contains(mentions, session.Caught(script).ToString(), StringComparison.Ordinal);
    }
}
