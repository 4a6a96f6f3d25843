using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Mpa;

/// <summary>The team that approves root certificates: the first comes by itself; every change after that needs the present team.</summary>
public sealed class MpaTeamTests : IDisposable
{
    private const string Action = MpaOperation.ImportRootPublicKeyCertificate;
    private const string First = "arn:aws:mpa:us-east-1:111122223333:approval-team/first";
    private const string Second = "arn:aws:mpa:us-east-1:111122223333:approval-team/second";

    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public MpaTeamTests()
    {
        _engine = _store.Open(options => options with { InMemory = true });
        _service = _engine.Default();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task The_first_team_is_active_at_once()
    {
        MpaTeamAssociation team = await Associate(First);

        Assert.Equal((Action, First, AssociationState.Active, null), (team.Action, team.MpaTeamArn, team.AssociationState, team.MpaStatus));
        Assert.Equal(team, await Get());
        Assert.Empty(await Sessions());
    }

    [Theory]
    [InlineData(true, Second)]
    [InlineData(false, First)]
    public async Task Another_team_takes_over_when_the_present_one_agrees(bool approve, string expected)
    {
        await Associate(First);
        _store.Clock.Advance(TimeSpan.FromMinutes(5));
        MpaTeamAssociation pending = await Associate(Second, "hand over");

        Assert.Equal((First, AssociationState.UpdatePending), (pending.MpaTeamArn, pending.AssociationState));
        Assert.Equal((SessionStatus.Pending, TemporaryStore.Start.AddMinutes(5)), (pending.MpaStatus!.Status, pending.MpaStatus.InitiationDate!.Value));
        // The documented form, with the deciding team's name.
        Assert.Matches("^arn:aws:mpa:us-east-1:111122223333:session/first/[0-9a-f-]{36}$", pending.MpaStatus.MpaSessionArn);
        Assert.Equal(pending, await Get());
        MpaSessionSummary session = Assert.Single(await Sessions());
        Assert.Equal((pending.MpaStatus.MpaSessionArn, Action, SessionStatus.Pending, "ReplaceTeam"),
            (session.MpaSessionArn, session.Action, session.Status, session.Subject));
        Assert.Equal(("hand over", Second), (session.RequesterComment, session.MpaTeamArn));

        MpaSessionSummary decided = await Decide(session.MpaSessionArn, approve);

        MpaTeamAssociation team = await Get();
        Assert.Equal((expected, AssociationState.Active), (team.MpaTeamArn, team.AssociationState));
        Assert.Equal(approve ? (SessionStatus.Approved, null) : (SessionStatus.Failed, "Approval session expired or was denied"),
            (decided.Status, decided.StatusMessage));
        Assert.Equal(decided, Assert.Single(await Sessions()));
    }

    [Fact]
    public async Task A_team_goes_when_it_agrees_itself_and_stays_otherwise()
    {
        await Associate(First);
        MpaTeamAssociation pending = await Disassociate();
        Assert.Equal((First, AssociationState.DeletePending, SessionStatus.Pending), (pending.MpaTeamArn, pending.AssociationState, pending.MpaStatus!.Status));
        await Decide(pending.MpaStatus.MpaSessionArn!, approve: false);
        Assert.Equal(AssociationState.Active, (await Get()).AssociationState);

        await Decide((await Disassociate()).MpaStatus!.MpaSessionArn!, approve: true);

        Assert.Equal(Action, (await Assert.ThrowsAsync<ResourceNotFoundException>(Get)).ResourceId);
        await Assert.ThrowsAsync<ResourceNotFoundException>(Disassociate);
        Assert.Equal(AssociationState.Active, (await Associate(Second)).AssociationState);
    }

    [Fact]
    public async Task One_change_waits_at_a_time()
    {
        await Associate(First);
        MpaTeamAssociation pending = await Associate(Second);

        Assert.Contains(pending.MpaStatus!.MpaSessionArn!, (await Assert.ThrowsAsync<ConflictException>(() => Associate(First))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConflictException>(Disassociate);

        Assert.Equal(pending, await Get());
        Assert.Single(await Sessions());
    }

    [Fact]
    public async Task A_session_is_decided_once_and_where_it_was_opened()
    {
        await Associate(First);
        string session = (await Associate(Second)).MpaStatus!.MpaSessionArn!;
        IPaymentCryptography elsewhere = _engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "eu-west-1"));

        Assert.Equal(session, (await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            elsewhere.Send(new DecideMpaSessionRequest { MpaSessionArn = session, Approve = true }))).ResourceId);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => Decide(session + "0", approve: true));
        await Decide(session, approve: false);
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => Decide(session, approve: true));

        Assert.Contains(SessionStatus.Failed, error.Message, StringComparison.Ordinal);
        Assert.Equal(First, (await Get()).MpaTeamArn);
        Assert.Empty((await elsewhere.Send(new ListMpaSessionsRequest())).Sessions);
    }

    [Fact]
    public async Task Sessions_are_listed_oldest_first_even_within_a_millisecond()
    {
        await Associate(First);
        List<string> opened = [];
        for (int i = 0; i < 6; i++)
        {
            opened.Add((await Disassociate()).MpaStatus!.MpaSessionArn!);
            await Decide(opened[^1], approve: false);
        }

        Assert.Equal(opened, (await Sessions()).Select(session => session.MpaSessionArn));
    }

    [Fact]
    public async Task Teams_belong_to_an_account_and_region_and_have_an_ARN()
    {
        await Associate(First);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            _engine.ForScope(new AccountScope("444455556666", AccountScope.DefaultRegion)).Send(new GetMpaTeamAssociationRequest { Action = Action }));
        await Assert.ThrowsAsync<ValidationException>(() => Associate("first"));
        await Assert.ThrowsAsync<ValidationException>(() => _service.Send(new GetMpaTeamAssociationRequest { Action = "EXPORT_KEY" }));
        await Assert.ThrowsAsync<ValidationException>(() => Associate(Second, new string('x', 201)));
    }

    private async Task<MpaTeamAssociation> Associate(string team, string? comment = null) =>
        (await _service.Send(new AssociateMpaTeamRequest { Action = Action, MpaTeamArn = team, RequesterComment = comment })).MpaTeamAssociation!;

    private async Task<MpaTeamAssociation> Disassociate() => (await _service.Send(new DisassociateMpaTeamRequest { Action = Action })).MpaTeamAssociation!;

    private async Task<MpaTeamAssociation> Get() => (await _service.Send(new GetMpaTeamAssociationRequest { Action = Action })).MpaTeamAssociation!;

    private async Task<IReadOnlyList<MpaSessionSummary>> Sessions() => (await _service.Send(new ListMpaSessionsRequest())).Sessions;

    private async Task<MpaSessionSummary> Decide(string session, bool approve) =>
        (await _service.Send(new DecideMpaSessionRequest { MpaSessionArn = session, Approve = approve })).Session;
}
