using System.Net.Http.Headers;
using PaymentCrypto.Testing;

namespace Testing.Example;

public sealed class FirstTest
{
    [Fact]
    public async Task A_PIN_block_goes_from_the_terminals_key_to_the_networks()
    {
        await using var service = await PaymentCryptoService.StartAsync();
        await service.SeedAsync(
            new TestKey("alias/terminal", "P0", "TDES_2KEY") { Material = "0123456789ABCDEFFEDCBA9876543210" },
            new TestKey("alias/network", "P0", "TDES_2KEY") { Material = "00112233445566778899AABBCCDDEEFF" });

        // PIN 1234 of this card in ISO format 0.
        string answer = await new Switch(service.ServiceUrl).ToNetwork("4111111111111111", "2A3D408A1977DDE9");

        // The same block under the network's key. By openssl, with this key and the terminal's:
        // printf '\x04\x12\x25\xee\xee\xee\xee\xee' | openssl enc -des-ede -nopad -K 00112233445566778899AABBCCDDEEFF
        Assert.Contains("\"PinBlock\":\"3A5080958D1F994C\"", answer);
    }
}

// Your program, in small.
public sealed class Switch(string serviceUrl)
{
    public async Task<string> ToNetwork(string pan, string pinBlock)
    {
        using var http = new HttpClient();
        using var request = new StringContent($$"""
            {
              "IncomingKeyIdentifier": "alias/terminal",
              "IncomingTranslationAttributes": { "IsoFormat0": { "PrimaryAccountNumber": "{{pan}}" } },
              "OutgoingKeyIdentifier": "alias/network",
              "OutgoingTranslationAttributes": { "IsoFormat0": { "PrimaryAccountNumber": "{{pan}}" } },
              "EncryptedPinBlock": "{{pinBlock}}"
            }
            """, MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage answer = await http.PostAsync(serviceUrl + "/pindata/translate", request);
        return await answer.Content.ReadAsStringAsync();
    }
}
