using PaymentCrypto.Testing;

namespace Testing.Example;

/// <summary>One service for all tests of a class that takes it by <see cref="IClassFixture{T}"/>: for tests that only read its keys.</summary>
public sealed class SharedService : IAsyncLifetime
{
    public PaymentCryptoService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await PaymentCryptoService.StartAsync();
        await Service.SeedAsync(new TestKey("alias/pin", "P0", "TDES_2KEY") { Material = "0123456789ABCDEFFEDCBA9876543210" });
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();
}

public sealed class SharedServiceTests(SharedService shared) : IClassFixture<SharedService>
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task It_finds_the_key_of_an_alias() =>
        Assert.Equal("08D7B4", await new PinKeys(Http, shared.Service.ServiceUrl).CheckValueOf("alias/pin"));

    [Fact]
    public async Task An_alias_that_nobody_made_is_an_error()
    {
        HttpRequestException error =
            await Assert.ThrowsAsync<HttpRequestException>(() => new PinKeys(Http, shared.Service.ServiceUrl).CheckValueOf("alias/other"));

        Assert.Contains("ResourceNotFoundException", error.Message);
    }
}
