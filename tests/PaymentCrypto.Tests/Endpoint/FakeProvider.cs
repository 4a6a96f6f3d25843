using PaymentCrypto.Api;
using PaymentCrypto.Api.Validation;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>
/// A provider that answers GetAlias with the scope that it was asked in, and everything else as it is told. As every provider it checks requests itself.
/// </summary>
internal sealed class FakeProvider
{
    private int _calls;

    /// <summary>Answers a request in place of the default; returns null to leave it to the default.</summary>
    public Func<ApiRequest, CancellationToken, Task<ApiResponse?>> Answer { get; init; } = (_, _) => Task.FromResult<ApiResponse?>(null);

    /// <summary>How many requests reached it.</summary>
    public int Calls => _calls;

    public IPaymentCryptography ForScope(AccountScope scope) => new Scoped(this, scope);

    private sealed class Scoped(FakeProvider provider, AccountScope scope) : IPaymentCryptography
    {
        public async Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
            where TResponse : ApiResponse
        {
            RequestValidator.Validate(request);
            Interlocked.Increment(ref provider._calls);
            ApiResponse response = await provider.Answer(request, cancel) ?? (ApiResponse)(request switch
            {
                GetAliasRequest alias => new GetAliasResponse { Alias = new Alias { AliasName = alias.AliasName, KeyArn = scope.ToString() } },
                DeleteAliasRequest => new DeleteAliasResponse(),
                _ => throw new ResourceNotFoundException("alias/missing"),
            });
            return (TResponse)response;
        }
    }
}
