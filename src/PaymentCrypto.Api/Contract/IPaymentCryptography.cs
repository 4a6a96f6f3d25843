namespace PaymentCrypto.Api;

/// <summary>
/// AWS Payment Cryptography for one account and region, whoever answers: the local engine, AWS, or a test double.
/// An operation is a request record that knows its response type, so a provider has one method.
/// </summary>
public interface IPaymentCryptography
{
    /// <summary>Carries out one operation.</summary>
    /// <param name="request">The operation and its members, under the service's names.</param>
    /// <param name="cancel">Stops waiting. An operation that has already been acknowledged is not undone.</param>
    /// <returns>The response; <see cref="ApiResponse.Metadata"/> has the request id and warnings.</returns>
    /// <exception cref="ServiceException">The service, or the local engine in its place, refused the request.</exception>
    /// <exception cref="PaymentCryptographyException">The provider itself could not work: store, vault, credentials, network.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
        where TResponse : ApiResponse;
}
