using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Mpa;

/// <summary>AssociateMpaTeam: lets a team approve an operation. A first team takes over at once; another one when the present one agrees.</summary>
internal sealed class AssociateMpaTeamOperation(StoreDatabase database) : LocalOperation<AssociateMpaTeamRequest, AssociateMpaTeamResponse>
{
    /// <inheritdoc/>
    protected override AssociateMpaTeamResponse Execute(AssociateMpaTeamRequest request, OperationContext context) => database.Write(connection =>
    {
        MpaTeamRecord? present = MpaTeamTable.Find(connection, context.Scope, request.Action!);
        if (present is { SessionArn: not null })
        {
            throw new ConflictException($"A change of the team for {request.Action} waits for approval already, in session {present.SessionArn}.");
        }

        MpaTeamRecord team = new(request.Action!, request.MpaTeamArn!, AssociationState.Active, SessionArn: null);
        if (present is not null)
        {
            MpaSessionRecord session = Approvals.New(context.Scope, present, MpaSessionSubject.ReplaceTeam, context.Now,
                request.RequesterComment) with
            { TeamArn = request.MpaTeamArn };
            MpaSessionTable.Add(connection, session);
            team = present with { State = AssociationState.UpdatePending, SessionArn = session.Arn };
        }

        MpaTeamTable.Put(connection, context.Scope, team);
        return new AssociateMpaTeamResponse { MpaTeamAssociation = MpaTeamViews.Of(connection, team) };
    });
}
