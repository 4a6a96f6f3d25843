namespace PaymentCrypto.Api;

/// <summary>
/// A provider that also takes requests of which only data says what they are, as those that come over the wire: without a generic method, whose code for
/// each kind of response is looked up when it is first called, and which has a state machine of its own at every level.
/// </summary>
public interface IRequestDispatcher : IPaymentCryptography
{
    /// <summary>Carries out one operation, as <see cref="IPaymentCryptography.SendAsync{TResponse}"/> does.</summary>
    /// <param name="request">The operation and its members.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>The response, of the type that the request names.</returns>
    Task<ApiResponse> DispatchAsync(ApiRequest request, CancellationToken cancel);
}
