using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Tests.Aws;

namespace PaymentCrypto.Tests.Contract;

/// <summary>The AWS provider, over HTTP and with signatures that are verified, to the endpoint and the local engine behind it.</summary>
public sealed class EndpointHost : IContractHost
{
    private readonly AwsEnvironmentScope _environment = new();
    private readonly LocalHost _local = new();
    private readonly IEndpoint _endpoint;
    private readonly AwsClients _clients;

    public EndpointHost()
    {
        _endpoint = new EndpointFactory().Start(
            new EndpointOptions
            {
                AccessKeys = [.. Enumerable.Range(0, ProviderContract.Accounts).Select(number => new EndpointAccessKey
                {
                    AccessKeyId = (ProviderContract.FirstAccount + number).ToString(CultureInfo.InvariantCulture),
                    SecretAccessKey = AwsClients.SecretKey,
                })],
            },
            _local.Engine.ForScope);
        _clients = new AwsClients(_endpoint.Url);
    }

    public Task<IPaymentCryptography> For(AccountScope scope) => _clients.For(scope);

    public void Dispose()
    {
        _clients.Dispose();
        _endpoint.Dispose();
        _local.Dispose();
        _environment.Dispose();
    }
}
