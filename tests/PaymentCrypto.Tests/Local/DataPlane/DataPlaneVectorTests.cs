using System.Text.Json.Nodes;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Exchange;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>The published cases, through the engine with the keys in its store.</summary>
public sealed class DataPlaneVectorTests : IDisposable
{
    private readonly ExchangeBench _bench = new();

    public static IEnumerable<TheoryDataRow<string, string>> Cases => DataPlaneVectors.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_engine_answers_as_published(string file, string id)
    {
        DataPlaneVector vector = DataPlaneVectors.Get(file, id);
        var arns = vector.Keys.ToDictionary(
            key => key.Key,
            key => _bench.Place(Convert.FromHexString(key.Value.Hex), key.Value.Usage, key.Value.Algorithm, key.Value.Tr31Mode),
            StringComparer.Ordinal);
        JsonNode request = WithArns(vector.Request, arns);
        ApiOperation operation = OperationCatalog.All.Single(candidate => candidate.Name == vector.Operation);
        Task<ApiResponse> Send() => operation.SendAsync(
            _bench.Service, operation.ReadRequest(System.Text.Encoding.UTF8.GetBytes(request.ToJsonString())), TestContext.Current.CancellationToken);

        if (vector.Refuse is { } refuse)
        {
            ServiceException refusal = await Assert.ThrowsAnyAsync<ServiceException>(Send);
            Assert.Equal(refuse["code"]!.GetValue<string>(), refusal.GetType().Name);
            if (refuse["reason"] is { } reason)
            {
                Assert.Equal(reason.GetValue<string>(), Assert.IsType<VerificationFailedException>(refusal).Reason);
            }

            return;
        }

        JsonNode answer = JsonNode.Parse(operation.WriteResponse(await Send()))!;
        if (vector.Expect is { } expect)
        {
            AssertWithin(expect, answer, "$");
        }

        if (vector.Check is { } check && check["pin"] is { } pin)
        {
            Assert.Contains(pin.GetValue<string>(), ClearField(answer[check["decode"]!.GetValue<string>()]!.GetValue<string>(), vector),
                StringComparison.Ordinal);
        }
    }

    public void Dispose() => _bench.Dispose();

    private static JsonNode WithArns(JsonNode node, Dictionary<string, string> arns) => node switch
    {
        JsonObject members =>
            new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : WithArns(member.Value, arns)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : WithArns(item, arns))]),
        JsonValue value when value.TryGetValue(out string? text) && arns.TryGetValue(text, out string? arn) => JsonValue.Create(arn),
        _ => node.DeepClone(),
    };

    private static void AssertWithin(JsonNode expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject members)
        {
            foreach ((string name, JsonNode? value) in members)
            {
                AssertWithin(value!, actual?[name], $"{path}.{name}");
            }

            return;
        }

        Assert.True(JsonNode.DeepEquals(expected, actual),
            $"{path}: expected {expected.ToJsonString()}, but the answer has {actual?.ToJsonString() ?? "nothing"}.");
    }

    // The PIN field of the answer, opened by hand: decrypted, and freed from the PAN by the definition of format 0.
    private static string ClearField(string block, DataPlaneVector vector)
    {
        JsonObject request = vector.Request;
        string name = (request["EncryptionKeyIdentifier"] ?? request["OutgoingKeyIdentifier"])!.GetValue<string>();
        DataPlaneVectorKey key = vector.Keys[name];
        byte[] bytes = Convert.FromHexString(block);
        byte[] material = Convert.FromHexString(key.Hex);
        string pan = (request["PrimaryAccountNumber"] ?? PanOf(request["OutgoingTranslationAttributes"]))?.GetValue<string>() ?? string.Empty;
        if (bytes.Length == 16)
        {
            using var aes = BlockCipher.CreateAes(material);
            aes.DecryptEcb(bytes, bytes);
            byte[] panField = Convert.FromHexString($"{pan.Length - 12}{pan}".PadRight(32, '0'));
            Bytes.Xor(bytes, panField);
            aes.DecryptEcb(bytes, bytes);
            return Convert.ToHexString(bytes)[2..];
        }

        using var tdes = BlockCipher.CreateTdes(material);
        tdes.DecryptEcb(bytes, bytes);
        if (bytes[0] >> 4 is 0 or 3)
        {
            Bytes.Xor(bytes, Convert.FromHexString("0000" + pan[^13..^1]));
        }

        return Convert.ToHexString(bytes)[2..];
    }

    private static JsonNode? PanOf(JsonNode? formats) =>
        formats?.AsObject().Select(format => format.Value?["PrimaryAccountNumber"]).FirstOrDefault(pan => pan is not null);
}
