using PaymentCrypto.Tests.Aws;

namespace PaymentCrypto.Tests.Contract;

[Collection(AwsEnvironmentCollection.Name)]
public sealed class EndpointContractTests(EndpointHost host) : ProviderContract(host), IClassFixture<EndpointHost>;
