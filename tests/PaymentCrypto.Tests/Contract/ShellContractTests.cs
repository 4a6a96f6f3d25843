using PaymentCrypto.Tests.Aws;

namespace PaymentCrypto.Tests.Contract;

[Collection(AwsEnvironmentCollection.Name)]
public sealed class ShellContractTests(ShellHost host) : ProviderContract(host), IClassFixture<ShellHost>;
