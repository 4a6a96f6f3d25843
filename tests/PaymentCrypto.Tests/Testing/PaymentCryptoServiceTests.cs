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

        Assert.Contains("line 2, Material: A key for AES_128 has 16 bytes, not 2.", error.Message, StringComparison.Ordinal);
        Assert.Equal("alias/b", new TestKey("alias/b", "P0", "AES_128") { Material = "0123" }.ToString());
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
