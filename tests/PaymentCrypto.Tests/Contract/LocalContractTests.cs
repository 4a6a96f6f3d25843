namespace PaymentCrypto.Tests.Contract;

public sealed class LocalContractTests(LocalHost host) : ProviderContract(host), IClassFixture<LocalHost>;
