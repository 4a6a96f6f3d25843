using System.Net;
using PaymentCrypto.Api;
using PaymentCrypto.Testing;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Testing;

public sealed class PaymentCryptoServiceTests
{
    private static readonly HttpClient Http = new();

    [Fact]
    public async Task Services_do_not_see_each_other()
    {
        await using PaymentCryptoService one = await PaymentCryptoService.StartAsync();
        await using PaymentCryptoService other = await PaymentCryptoService.StartAsync();
        await one.SeedAsync(new TestKey("alias/pin", "P0", "TDES_2KEY")
        {
            Material = "0123456789ABCDEFFEDCBA9876543210",
            Tags = new Dictionary<string,
            string>
            { ["a"] = "b" }
        });

        Assert.NotEqual(one.ServiceUrl, other.ServiceUrl);
        Assert.Equal(HttpStatusCode.OK, (await Call(one, "GetAlias", """{"AliasName":"alias/pin"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Call(other, "GetAlias", """{"AliasName":"alias/pin"}""")).Status);
    }

    [Fact]
    public async Task Faults_happen_as_often_as_they_are_asked_for()
    {
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();
        service.Faults.Throttle("ListKeys", times: 2);

        Assert.Contains("ThrottlingException", (await Call(service, "ListKeys", "{}")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Call(service, "ListAliases", "{}")).Status);
        Assert.Contains("ThrottlingException", (await Call(service, "ListKeys", "{}")).Body, StringComparison.Ordinal);
        Assert.Equal(0, service.Faults.Left);
        Assert.Equal(HttpStatusCode.OK, (await Call(service, "ListKeys", "{}")).Status);
        Assert.Throws<InvalidConfigurationException>(() => service.Faults.Throttle("listKeys"));
    }

    [Fact]
    public async Task A_deletion_is_carried_out_when_the_clock_says_so()
    {
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();
        SeededKey key = Assert.Single(await service.SeedAsync(new TestKey("alias/pin", "P0", "AES_128")));
        await Call(service, "DeleteKey", $$"""{"KeyIdentifier":"{{key.KeyArn}}","DeleteKeyInDays":3}""");

        Assert.Contains("DELETE_PENDING", (await Call(service, "GetKey", $$"""{"KeyIdentifier":"{{key.KeyArn}}"}""")).Body, StringComparison.Ordinal);
        service.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Contains("DELETE_COMPLETE", (await Call(service, "GetKey", $$"""{"KeyIdentifier":"{{key.KeyArn}}"}""")).Body, StringComparison.Ordinal);

        await service.ResetAsync();
        Assert.Equal(TimeSpan.Zero, service.Clock.Offset);
        Assert.Equal("""{"Keys":[]}""", (await Call(service, "ListKeys", "{}")).Body);
    }

    [Fact]
    public async Task The_name_of_a_seed_file_says_its_form()
    {
        using TemporaryStore folder = new();
        Directory.CreateDirectory(folder.Directory);
        string csv = Path.Combine(folder.Directory, "seed.CSV");
        string json = Path.Combine(folder.Directory, "seed.json");
        string other = Path.Combine(folder.Directory, "seed.yaml");
        await File.WriteAllTextAsync(csv, "Alias,Usage,Algorithm\nalias/csv,P0,AES_128\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(json, """[{ "Alias": "alias/json", "Usage": "P0", "Algorithm": "AES_128" }]""", TestContext.Current.CancellationToken);
        File.Copy(json, other);
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();

        Assert.Single(await service.SeedFileAsync(csv));
        Assert.Single(await service.SeedFileAsync(json));
        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => service.SeedFileAsync(other));

        Assert.Contains(".json, .psd1 or .csv", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Call(service, "GetAlias", """{"AliasName":"alias/csv"}""")).Status);
    }

    [Fact]
    public async Task A_wrong_test_key_is_named_by_its_place_and_field()
    {
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();

        InvalidConfigurationException error = await Assert.ThrowsAsync<InvalidConfigurationException>(
            () => service.SeedAsync(new TestKey("alias/a", "P0", "AES_128"), new TestKey("alias/b", "P0", "AES_128") { Material = "0123" }));

        Assert.Equal("test key 2, Material: A key for AES_128 has 16 bytes, not 2.", error.Message);
        Assert.Equal("alias/b", new TestKey("alias/b", "P0", "AES_128") { Material = "0123" }.ToString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_test_key_is_said_of_the_field_that_was_set()
    {
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();

        Assert.StartsWith("test key 1, ModesOfUse: KeyModesOfUse Sign is not allowed",
            await Refusal(new TestKey("alias/a", "P0", "AES_128") { ModesOfUse = "Sign" }), StringComparison.Ordinal);
        Assert.StartsWith("test key 1, Usage: KeyAlgorithm RSA_2048 is not allowed", await Refusal(new TestKey("alias/a", "P0", "RSA_2048")),
            StringComparison.Ordinal);
        Assert.EndsWith("The two characters after TR31_ are enough.", await Refusal(new TestKey("alias/a", "PIN", "AES_128")), StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => service.SeedAsync([null!]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => service.SeedAsync(new TestKey(null!, "P0", "AES_128")));
        Assert.Single(await service.SeedAsync(new TestKey("alias/a", "P0", "AES_128") { Tags = null! }));

        async Task<string> Refusal(TestKey key) => (await Assert.ThrowsAsync<InvalidConfigurationException>(() => service.SeedAsync(key))).Message;
    }

    [Fact]
    public async Task A_service_that_has_ended_says_so_and_may_be_ended_again()
    {
        PaymentCryptoService service = await PaymentCryptoService.StartAsync();
        await service.DisposeAsync();
        await service.DisposeAsync();

        Action[] uses =
        [
            () => service.Clock.Advance(TimeSpan.FromDays(1)),
            () => service.Faults.Throttle("GetKey"),
            () => service.SeedAsync(new TestKey("alias/a", "P0", "AES_128")).GetAwaiter().GetResult(),
            () => service.ResetAsync().GetAwaiter().GetResult(),
        ];
        Assert.All(uses, use => Assert.Equal(typeof(PaymentCryptoService).FullName, Assert.Throws<ObjectDisposedException>(use).ObjectName));
    }

    [Fact]
    public async Task The_end_does_not_wait_for_a_rehearsed_delay_and_the_call_is_answered()
    {
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();
        service.Faults.Delay(TimeSpan.FromHours(1), "ListKeys");
        Task<(HttpStatusCode Status, string Body)> call = Call(service, "ListKeys", "{}");
        while (service.Faults.Left > 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await service.DisposeAsync();

        Assert.Equal(HttpStatusCode.OK, (await call).Status);
    }

    [Theory]
    [InlineData("ImportKeyAsync", "such as ImportKey.")]
    [InlineData("importkey", "such as ImportKey.")]
    [InlineData("Import", "such as GetKey.")]
    [InlineData("", "such as GetKey.")]
    public async Task An_operation_that_does_not_exist_is_told_what_was_meant(string operation, string meant)
    {
        await using PaymentCryptoService service = await PaymentCryptoService.StartAsync();

        Assert.EndsWith(meant, Assert.Throws<InvalidConfigurationException>(() => service.Faults.Throttle(operation)).Message, StringComparison.Ordinal);
        service.Faults.Throttle("GetKey", int.MaxValue);
        service.Faults.Throttle("GetKey", int.MaxValue);
        Assert.Equal(int.MaxValue, service.Faults.Left);
    }

    private static async Task<(HttpStatusCode Status, string Body)> Call(PaymentCryptoService service, string operation, string body)
    {
        using HttpRequestMessage call = new(HttpMethod.Post, service.ServiceUrl) { Content = new StringContent(body) };
        call.Content.Headers.ContentType = new("application/x-amz-json-1.0");
        call.Headers.Add("X-Amz-Target", "PaymentCryptographyControlPlane." + operation);
        using HttpResponseMessage answer = await Http.SendAsync(call, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
