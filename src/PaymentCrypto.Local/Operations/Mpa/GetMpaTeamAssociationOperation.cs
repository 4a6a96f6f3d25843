using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Mpa;

/// <summary>GetMpaTeamAssociation: tells which team approves an operation.</summary>
internal sealed class GetMpaTeamAssociationOperation(StoreDatabase database) : LocalOperation<GetMpaTeamAssociationRequest, GetMpaTeamAssociationResponse>
{
    /// <inheritdoc/>
    protected override GetMpaTeamAssociationResponse Execute(GetMpaTeamAssociationRequest request,
        OperationContext context) => database.ReadConsistently(connection =>
        new GetMpaTeamAssociationResponse
        {
            MpaTeamAssociation = MpaTeamViews.Of(
                connection,
                MpaTeamTable.Find(connection, context.Scope, request.Action!)
                ?? throw new ResourceNotFoundException(request.Action, $"No team approves {request.Action} in this account and region.")),
        });
}
