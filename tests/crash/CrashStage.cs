using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Crash;

/// <summary>What a scenario has to work with.</summary>
/// <param name="Root">The directory.</param>
/// <param name="Options">How the store is opened.</param>
/// <param name="Facts">What there is in it.</param>
/// <param name="Engine">The open store; null for a scenario that opens none beforehand.</param>
internal sealed record CrashStage(CrashRoot Root, LocalEngineOptions Options, Facts Facts, ILocalEngine? Engine)
{
    /// <summary>Sends a request of the default account and region.</summary>
    public Task<TResponse> Send<TResponse>(ApiRequest<TResponse> request, string region = AccountScope.DefaultRegion)
        where TResponse : ApiResponse =>
        Engine!.ForScope(new AccountScope(AccountScope.DefaultAccountId, region)).SendAsync(request, CancellationToken.None);
}
