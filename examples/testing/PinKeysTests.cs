using PaymentCrypto.Testing;

namespace Testing.Example;

public sealed class PinKeysTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task It_finds_the_key_of_an_alias()
    {
        await using var service = await PaymentCryptoService.StartAsync();
        await service.SeedAsync(new TestKey("alias/pin", "P0", "TDES_2KEY") { Material = "0123456789ABCDEFFEDCBA9876543210" });

        Assert.Equal("08D7B4", await new PinKeys(Http, service.ServiceUrl).CheckValueOf("alias/pin"));
    }

    [Fact]
    public async Task It_tries_again_when_the_service_is_busy()
    {
        await using var service = await PaymentCryptoService.StartAsync();
        IReadOnlyList<SeededKey> seeded = await service.SeedAsync(new TestKey("alias/pin", "P0", "AES_128"));
        service.Faults.Throttle("GetKey", times: 2);

        Assert.Equal(seeded[0].KeyCheckValue, await new PinKeys(Http, service.ServiceUrl).CheckValueOf("alias/pin"));
        Assert.Equal(0, service.Faults.Left);
    }

    [Fact]
    public async Task It_gives_up_after_three_times()
    {
        await using var service = await PaymentCryptoService.StartAsync();
        service.Faults.Throttle("GetKey", times: 3);

        await Assert.ThrowsAsync<HttpRequestException>(() => new PinKeys(Http, service.ServiceUrl).CheckValueOf("alias/pin"));
    }
}
