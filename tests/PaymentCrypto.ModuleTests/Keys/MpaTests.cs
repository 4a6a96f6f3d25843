using System.Management.Automation;
using System.Text.RegularExpressions;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class MpaTests
{
    private const string Team = "arn:aws:mpa:us-east-1:111122223333:approval-team/custodians";
    private const string OtherTeam = "arn:aws:mpa:us-east-1:111122223333:approval-team/successors";

    [Fact]
    public void A_team_is_associated_at_once_when_there_was_none()
    {
        using ModuleSession session = KeySession.New();

        PSObject added = session.Run($"Add-PcMpaTeam {Team}").Single();
        PSObject team = session.Run("Get-PcMpaTeam").Single();

        Assert.Equal("PaymentCrypto.MpaTeam", added.TypeNames[0]);
        Assert.Equal("ACTIVE", added.Value("AssociationState"));
        Assert.Equal(Team, team.Value("MpaTeamArn"));
        Assert.Equal("IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE", team.Value("Action"));
        Assert.Equal(0, session.Count("Get-PcMpaSession"));
    }

    [Fact]
    public void A_team_is_released_when_it_approves()
    {
        using ModuleSession session = KeySession.New();
        session.Run($"Add-PcMpaTeam {Team}").Succeed();

        PSObject pending = session.Run("Remove-PcMpaTeam -RequesterComment 'no longer needed' -Force").Single();
        PSObject waiting = session.Run("Get-PcMpaSession PENDING").Single();
        session.Run("Get-PcMpaSession -Status pending | Approve-PcMpaSession").Succeed();

        Assert.Equal("DELETE_PENDING", pending.Value("AssociationState"));
        Assert.Equal("PENDING", pending.Value("MpaStatus"));
        Assert.Equal(pending.Value("MpaSessionArn"), waiting.Value("MpaSessionArn"));
        Assert.Equal("RemoveTeam", waiting.Value("Subject"));
        Assert.Equal("no longer needed", waiting.Value("RequesterComment"));
        Expect.Error(session.Run("Get-PcMpaTeam").Error(), "PcResourceNotFound", ErrorCategory.ObjectNotFound, "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE");
    }

    [Fact]
    public void A_team_stays_when_it_denies_its_replacement()
    {
        using ModuleSession session = KeySession.New();
        session.Run($"$null = Add-PcMpaTeam {Team}; $pending = Add-PcMpaTeam {OtherTeam}").Succeed();
        Assert.Equal("UPDATE_PENDING", session.Run("$pending.AssociationState").Text());

        PSObject decided = session.Run("$pending | Deny-PcMpaSession -PassThru").Single();

        Assert.Equal("FAILED", decided.Value("Status"));
        Assert.NotEmpty((string)decided.Value("StatusMessage")!);
        Assert.Equal(Team, session.Run("(Get-PcMpaTeam).MpaTeamArn").Text());
        Assert.Equal("ACTIVE", session.Run("(Get-PcMpaTeam).AssociationState").Text());
    }

    [Fact]
    public void A_team_is_replaced_when_it_approves()
    {
        using ModuleSession session = KeySession.New();

        session.Run($"$null = Add-PcMpaTeam {Team}; Add-PcMpaTeam {OtherTeam} | Approve-PcMpaSession").Succeed();

        Assert.Equal(OtherTeam, session.Run("(Get-PcMpaTeam).MpaTeamArn").Text());
    }

    [Fact]
    public void A_session_is_decided_once()
    {
        using ModuleSession session = KeySession.New();
        session.Run($"$null = Add-PcMpaTeam {Team}; $pending = Remove-PcMpaTeam -Force; $pending | Deny-PcMpaSession").Succeed();

        ErrorRecord error = session.Run("$pending | Approve-PcMpaSession").Error();

        Expect.Error(error, "PcValidation", ErrorCategory.InvalidArgument, session.Run("$pending.MpaSessionArn").Text());
        Assert.Contains("FAILED", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_changes_nothing_and_release_is_asked_about()
    {
        using ModuleSession session = KeySession.New();
        session.Run($"Add-PcMpaTeam {Team} -WhatIf").Succeed();
        Assert.Single(session.Run("Get-PcMpaTeam").Errors);
        session.Run($"$null = Add-PcMpaTeam {Team}; Remove-PcMpaTeam -Force -WhatIf; $pending = Remove-PcMpaTeam -Force; $pending | Approve-PcMpaSession "
            + "-WhatIf").Succeed();

        Assert.Equal(1, session.Count("Get-PcMpaSession PENDING"));
    }

    [Theory]
    [InlineData("Add-PcMpaTeam custodians", "PcMemberInvalid", ErrorCategory.InvalidArgument, "custodians")]
    [InlineData("Get-PcMpaTeam DELETE_EVERYTHING", "PcMemberInvalid", ErrorCategory.InvalidArgument, "DELETE_EVERYTHING")]
    [InlineData("Remove-PcMpaTeam -Force", "PcResourceNotFound", ErrorCategory.ObjectNotFound, "IMPORT_ROOT_PUBLIC_KEY_CERTIFICATE")]
    [InlineData("Deny-PcMpaSession arn:aws:mpa:us-east-1:111122223333:session/custodians/nobody", "PcResourceNotFound", ErrorCategory.ObjectNotFound,
        "arn:aws:mpa:us-east-1:111122223333:session/custodians/nobody")]
    public void What_cannot_be_is_an_error(string script, string id, ErrorCategory category, string target)
    {
        using ModuleSession session = KeySession.New();

        Expect.Error(session.Run(script).Error(), id, category, target);
    }

    [Fact]
    public void Pending_sessions_are_offered_at_the_prompt()
    {
        using ModuleSession session = KeySession.New();
        session.Run($"$null = Add-PcMpaTeam {Team}; $pending = Add-PcMpaTeam {OtherTeam}").Succeed();

        CompletionResult offered = Assert.Single(session.Complete("Approve-PcMpaSession "));

        Assert.Equal(session.Run("$pending.MpaSessionArn").Text(), offered.CompletionText);
        Assert.Contains(OtherTeam, offered.ToolTip, StringComparison.Ordinal);
        session.Run("$pending | Deny-PcMpaSession").Succeed();
        Assert.DoesNotContain(session.Complete("Approve-PcMpaSession "), result => result.ResultType == CompletionResultType.ParameterValue);
    }

    [Fact]
    public void Teams_and_sessions_have_views()
    {
        using ModuleSession session = KeySession.New(width: 160);
        session.Run($"$null = Add-PcMpaTeam {Team}; $null = Add-PcMpaTeam {OtherTeam}").Succeed();

        Assert.Matches(@"(?m)^Approval +: PENDING, arn:aws:mpa:us-east-1:111122223333:session/custodians/", session.Render("Get-PcMpaTeam"));
        string arn = session.Run("(Get-PcMpaSession).MpaSessionArn").Text();
        Assert.Matches(@"(?m)^ReplaceTeam PENDING +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ .*" + Regex.Escape(arn[^12..]), session.Render("Get-PcMpaSession"));
    }
}
