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

        // PIN 1234 of this card under the terminal's key, in ISO format 0.
        using var http = new HttpClient();
        using var request = new StringContent("""
            {
              "IncomingKeyIdentifier": "alias/terminal",
              "IncomingTranslationAttributes": { "IsoFormat0": { "PrimaryAccountNumber": "4111111111111111" } },
              "OutgoingKeyIdentifier": "alias/network",
              "OutgoingTranslationAttributes": { "IsoFormat0": { "PrimaryAccountNumber": "4111111111111111" } },
              "EncryptedPinBlock": "2A3D408A1977DDE9"
            }
            """, MediaTypeHeaderValue.Parse("application/json"));
        using HttpResponseMessage answer = await http.PostAsync(service.ServiceUrl + "/pindata/translate", request);

        // The same block under the network's key, by openssl: printf '\x04\x12\x25\xee\xee\xee\xee\xee' | openssl enc -des-ede -nopad -K 0011...EEFF
        Assert.Contains("\"PinBlock\":\"3A5080958D1F994C\"", await answer.Content.ReadAsStringAsync());
    }
}
