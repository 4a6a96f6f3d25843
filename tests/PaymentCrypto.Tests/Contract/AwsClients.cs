using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Aws;

namespace PaymentCrypto.Tests.Contract;

/// <summary>AWS providers for one endpoint, one for each account and region; the access key id is the account.</summary>
internal sealed class AwsClients(Uri endpoint) : IDisposable
{
    /// <summary>The secret access key of every account.</summary>
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly Dictionary<AccountScope, IAwsProvider> _providers = [];

    public async Task<IPaymentCryptography> For(AccountScope scope)
    {
        if (!_providers.TryGetValue(scope, out IAwsProvider? provider))
        {
            provider = await AwsTests.Open(new AwsProviderOptions
            {
                Region = scope.Region,
                AccessKey = scope.AccountId,
                SecretKey = AwsTests.Secret(SecretKey),
                EndpointUrl = endpoint
            });
            _providers.Add(scope, provider);
        }

        return provider;
    }

    public void Dispose()
    {
        foreach (IAwsProvider provider in _providers.Values)
        {
            provider.Dispose();
        }
    }
}
