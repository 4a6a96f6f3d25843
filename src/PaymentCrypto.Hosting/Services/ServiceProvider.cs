using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Hosting.Services;

/// <summary>The service as one account sees it in one region, whichever engine answers at the moment.</summary>
/// <param name="scope">The account and region.</param>
/// <param name="enter">Takes a share of the engine of the moment.</param>
/// <param name="readOnly">Whether what would change something is refused.</param>
internal sealed class ServiceProvider(AccountScope scope, Func<LiveEngine> enter, bool readOnly) : IRequestDispatcher
{
    /// <inheritdoc/>
    public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse => (TResponse)await DispatchAsync(request, cancel).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<ApiResponse> DispatchAsync(ApiRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (readOnly && !IsReading(request))
        {
            throw new AccessDeniedException(
                $"{request.Operation} changes something, and this server is read-only: it serves a backup. Send it to the server that has the store.");
        }

        LiveEngine engine = enter();
        try
        {
            return await engine.Engine.ForScope(scope).DispatchAsync(request, cancel).ConfigureAwait(false);
        }
        finally
        {
            engine.Leave();
        }
    }

    // The model marks most of what reads, but not all of it, and knows nothing of the list of tokens; the data plane writes nothing.
    private static bool IsReading(ApiRequest request) =>
        request is GetCertificateSigningRequestRequest or GetDefaultKeyReplicationRegionsRequest or ListTokensRequest
        || (OperationCatalog.Find(request.Operation) is { } operation
            && (operation.Service == Service.DataPlane || (operation.Traits & (OperationTraits.ReadOnly | OperationTraits.Paginated)) != 0));
}
