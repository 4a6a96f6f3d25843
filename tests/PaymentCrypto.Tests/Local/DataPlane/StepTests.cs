using System.Text.Json.Nodes;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>The steps that an operation shows to the owner of its keys.</summary>
public sealed class StepTests : IDisposable
{
    // What an operation with pairs of keys, or with random keys alone, computes has no steps.
    private static readonly string[] WithoutSteps = ["encrypt by RSA", "KEK validation", "KEK validation, answered"];

    private readonly DataPlaneBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Every_kind_of_operation_shows_the_way_to_each_value_of_its_answer()
    {
        foreach ((string name, string operation, string json) in DataPlaneRequests.All.Where(row => !WithoutSteps.Contains(row.Name)))
        {
            StepLog log = new(isRevealing: true, cardNumber: null);
            JsonObject answer;
            try
            {
                ApiResponse response = await _bench.Explain(operation, JsonNode.Parse(json)!.AsObject(), log);
                answer = JsonNode.Parse(OperationCatalog.All.Single(candidate => candidate.Name == operation).WriteResponse(response))!.AsObject();
            }
            catch (VerificationFailedException)
            {
                // The requests hold somebody else's values; what would be right is shown all the same.
                answer = [];
            }

            Assert.NotEmpty(log.Steps);
            string[] shown = [.. log.Steps.SelectMany(step => new[] { step.Input, step.Output })];
            foreach (string value in Values(answer))
            {
                Assert.True(shown.Any(text => text.Contains(value, StringComparison.Ordinal)), $"{name}: no step has {value}.");
            }
        }
    }

    [Fact]
    public async Task Without_leave_no_step_has_a_key_a_PIN_or_the_card_number()
    {
        foreach ((string name, string operation, string json) in DataPlaneRequests.All.Where(row => !WithoutSteps.Contains(row.Name)))
        {
            StepLog clear = new(isRevealing: true, DataPlaneRequests.Pan);
            StepLog log = new(isRevealing: false, DataPlaneRequests.Pan);
            await Try(operation, json, clear);
            await Try(operation, json, log);
            Assert.Equal(clear.Steps.Select(step => step.Name), log.Steps.Select(step => step.Name));
            foreach (string text in log.Steps.SelectMany(step => new[] { step.Input, step.Output }))
            {
                Assert.False(text.Contains(DataPlaneRequests.Pan, StringComparison.Ordinal) || text == DataPlaneRequests.ClearPin, $"{name}: {text}");
            }

            // What is a key, a PIN or plain text without leave: with it, the value itself, which is nowhere without.
            foreach ((_, LoggedStep open) in log.Steps.Zip(clear.Steps).Where(pair => pair.First.Output.StartsWith('(')))
            {
                Assert.DoesNotContain(log.Steps, step => step.Output == open.Output);
            }
        }
    }

    [Fact]
    public async Task A_key_that_is_not_exportable_has_none()
    {
        string arn = _bench.Exchange.Place(new byte[16], KeyUsage.Tr31M6Iso97975CmacKey, KeyAlgorithm.Aes128, "C", exportable: false);
        StepLog log = new(isRevealing: true, cardNumber: null);
        JsonObject request = new() { ["KeyIdentifier"] = arn, ["MessageData"] = "0011", ["GenerationAttributes"] = new JsonObject { ["Algorithm"] = "CMAC" } };
        StepsRefusedException refusal = await Assert.ThrowsAsync<StepsRefusedException>(() => _bench.Explain("GenerateMac", request, log));
        Assert.Contains(arn, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(log.Steps);
        await _bench.Send("GenerateMac", request);
    }

    [Theory]
    [InlineData('E', true)]
    [InlineData('S', true)]
    [InlineData('N', false)]
    public async Task A_key_that_comes_in_a_key_block_has_some_if_its_header_lets_it_go(char exportability, bool isShown)
    {
        byte[] kek = _bench.Exchange.RandomSecret(32);
        using var kbpk = KeyBlockProtectionKey.FromAes(kek);
        string block = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse($"D0000D0AB00{exportability}0000"), _bench.Exchange.RandomSecret(16), kbpk).Text;
        JsonObject request = new()
        {
            ["KeyIdentifier"] = _bench.Exchange.PlaceKek(kek, KeyAlgorithm.Aes256),
            ["WrappedKey"] = new JsonObject { ["WrappedKeyMaterial"] = new JsonObject { ["Tr31KeyBlock"] = block } },
            ["PlainText"] = "00112233445566778899AABBCCDDEEFF",
            ["EncryptionAttributes"] = new JsonObject { ["Symmetric"] = new JsonObject { ["Mode"] = "ECB" } },
        };
        StepLog log = new(isRevealing: false, cardNumber: null);
        Exception? refusal = await Record.ExceptionAsync(() => _bench.Explain("EncryptData", request, log));
        Assert.Equal(isShown, refusal is null);
        Assert.True(refusal is null or StepsRefusedException);
        Assert.Equal(isShown ? 1 : 0, log.Steps.Count);
    }

    [Fact]
    public async Task A_pair_has_none()
    {
        (_, string operation, string json) = DataPlaneRequests.All.Single(row => row.Name == "encrypt by RSA");
        StepLog log = new(isRevealing: false, cardNumber: null);
        await Assert.ThrowsAsync<StepsRefusedException>(() => _bench.Explain(operation, JsonNode.Parse(json)!.AsObject(), log));
    }

    private async Task Try(string operation, string json, StepLog log)
    {
        try
        {
            await _bench.Explain(operation, JsonNode.Parse(json)!.AsObject(), log);
        }
        catch (VerificationFailedException)
        {
        }
    }

    // Of a key an answer has the ARN and the check value, which are of no step.
    private static IEnumerable<string> Values(JsonObject answer) => answer
        .Where(member => !member.Key.Contains("Key", StringComparison.Ordinal) && !member.Key.EndsWith("Arn", StringComparison.Ordinal))
        .SelectMany(member => member.Value switch
        {
            JsonObject inner => Values(inner),
            JsonValue value when value.TryGetValue(out string? text) => [text],
            _ => [],
        });
}
