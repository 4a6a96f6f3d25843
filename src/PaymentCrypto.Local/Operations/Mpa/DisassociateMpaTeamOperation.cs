using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Mpa;

/// <summary>DisassociateMpaTeam: lets an operation happen without approval again, when the present team agrees.</summary>
internal sealed class DisassociateMpaTeamOperation(StoreDatabase database) : LocalOperation<DisassociateMpaTeamRequest, DisassociateMpaTeamResponse>
{
    /// <inheritdoc/>
    protected override DisassociateMpaTeamResponse Execute(DisassociateMpaTeamRequest request, OperationContext context) => database.Write(connection =>
    {
        MpaTeamRecord present = MpaTeamTable.Find(connection, context.Scope, request.Action!)
            ?? throw new ResourceNotFoundException(request.Action, $"No team approves {request.Action} in this account and region.");
        if (present.SessionArn is not null)
        {
            throw new ConflictException($"A change of the team for {request.Action} waits for approval already, in session {present.SessionArn}.");
        }

        MpaSessionRecord session = Approvals.New(context.Scope, present, MpaSessionSubject.RemoveTeam, context.Now, request.RequesterComment);
        MpaSessionTable.Add(connection, session);
        MpaTeamRecord team = present with { State = AssociationState.DeletePending, SessionArn = session.Arn };
        MpaTeamTable.Put(connection, context.Scope, team);
        return new DisassociateMpaTeamResponse { MpaTeamAssociation = MpaTeamViews.Of(connection, team) };
    });
}
