using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Mpa;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Operations.Mpa;

/// <summary>DecideMpaSession: approves or denies a session, in place of its team.</summary>
internal sealed class DecideMpaSessionOperation(StoreDatabase database) : LocalOperation<DecideMpaSessionRequest, DecideMpaSessionResponse>
{
    /// <inheritdoc/>
    protected override DecideMpaSessionResponse Execute(DecideMpaSessionRequest request, OperationContext context) => database.Write(connection =>
    {
        MpaSessionRecord session = MpaSessionTable.Find(connection, request.MpaSessionArn) is { } found && found.Scope == context.Scope
            ? found
            : throw new ResourceNotFoundException(request.MpaSessionArn);
        return new DecideMpaSessionResponse { Session = MpaSessionViews.Of(Approvals.Decide(connection, session, request.Approve, context.Now)) };
    });
}
