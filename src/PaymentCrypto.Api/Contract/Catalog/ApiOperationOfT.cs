using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Api.Catalog;

/// <summary>An operation whose records are known.</summary>
/// <typeparam name="TRequest">The request record.</typeparam>
/// <typeparam name="TResponse">The response record.</typeparam>
public sealed class ApiOperation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TRequest, TResponse> : ApiOperation
    where TRequest : ApiRequest<TResponse>, new()
    where TResponse : ApiResponse
{
    internal ApiOperation(Service service, Route route, OperationTraits traits, string? itemsMember, IReadOnlyList<string> errors)
        : base(service, route, new TRequest().Operation, traits, itemsMember, errors)
    {
    }

    /// <inheritdoc/>
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public override Type ResponseType => typeof(TResponse);

    /// <inheritdoc/>
    public override ApiRequest ReadRequest(ReadOnlySpan<byte> utf8Json) => ApiJson.Read(utf8Json, JsonOf<TRequest>());

    /// <inheritdoc/>
    public override byte[] WriteRequest(ApiRequest request) => ApiJson.Write((TRequest)request, JsonOf<TRequest>());

    /// <inheritdoc/>
    public override ApiResponse ReadResponse(ReadOnlySpan<byte> utf8Json) => ApiJson.Read(utf8Json, JsonOf<TResponse>());

    /// <inheritdoc/>
    public override byte[] WriteResponse(ApiResponse response) => ApiJson.Write((TResponse)response, JsonOf<TResponse>());

    /// <inheritdoc/>
    public override Task<ApiResponse> SendAsync(IPaymentCryptography provider, ApiRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return provider is IRequestDispatcher dispatcher ? dispatcher.DispatchAsync((TRequest)request, cancel) : SendTypedAsync(provider, request, cancel);
    }

    private static async Task<ApiResponse> SendTypedAsync(IPaymentCryptography provider, ApiRequest request, CancellationToken cancel) =>
        await provider.SendAsync((TRequest)request, cancel).ConfigureAwait(false);

    // Looked up when used: a session touches few of the operations, and each record's metadata costs start-up time.
    private static JsonTypeInfo<T> JsonOf<T>() => (JsonTypeInfo<T>)ApiJson.Options.GetTypeInfo(typeof(T));
}
