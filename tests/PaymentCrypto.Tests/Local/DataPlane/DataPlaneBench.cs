using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Tests.Local.Exchange;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>Sends the requests of <see cref="DataPlaneRequests"/>, with the keys that they name in the store.</summary>
internal sealed class DataPlaneBench : IDisposable
{
    private readonly Dictionary<string, string> _arns = new(StringComparer.Ordinal);

    public ExchangeBench Exchange { get; } = new();

    /// <summary>Sends a request, whose keys are named.</summary>
    public Task<ApiResponse> Send(string operationName, JsonObject request) => Send(Exchange.Service, operationName, request);

    /// <summary>Sends such a request and has the steps to its answer written down.</summary>
    public Task<ApiResponse> Explain(string operationName, JsonObject request, StepLog log) =>
        Send(Exchange.Engine.Explaining(new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion), log), operationName, request);

    private Task<ApiResponse> Send(IPaymentCryptography service, string operationName, JsonObject request)
    {
        ApiOperation operation = OperationCatalog.All.Single(candidate => candidate.Name == operationName);
        byte[] body = Encoding.UTF8.GetBytes(WithArns(request).ToJsonString());
        return operation.SendAsync(service, operation.ReadRequest(body), TestContext.Current.CancellationToken);
    }

    /// <summary>The ARN of a key that may be used.</summary>
    /// <param name="name">Usage, algorithm and mode of use, with blanks between.</param>
    public string Usable(string name) => Kept(name, () => Place(name, enabled: true));

    /// <summary>The ARN of such a key that is disabled.</summary>
    public string Disabled(string name) => Kept($"{name}, disabled", () => Place(name, enabled: false));

    /// <summary>The ARN of such a key whose deletion is pending.</summary>
    public async Task<string> Deleting(string name)
    {
        string arn = Kept($"{name}, deleting", () => Place(name, enabled: true));
        if ((await Exchange.Service.GetKey(arn)).KeyState == KeyState.CreateComplete)
        {
            await Exchange.Service.Send(new DeleteKeyRequest { KeyIdentifier = arn });
        }

        return arn;
    }

    /// <summary>A request with ARNs and PIN blocks in place of their names.</summary>
    public JsonObject WithArns(JsonObject request) => WithKeys(request).AsObject();

    public void Dispose() => Exchange.Dispose();

    private string Kept(string name, Func<string> make)
    {
        if (!_arns.TryGetValue(name, out string? arn))
        {
            arn = make();
            _arns.Add(name, arn);
        }

        return arn;
    }

    // Past the operations.
    private string Place(string name, bool enabled)
    {
        string[] parts = name.Split(' ');
        string usage = KeyUsage.All.Single(candidate => candidate.StartsWith($"TR31_{parts[0]}_", StringComparison.Ordinal));
        if (parts[1].StartsWith("RSA", StringComparison.Ordinal) || parts[1].StartsWith("ECC", StringComparison.Ordinal))
        {
            using AsymmetricAlgorithm pair = PartyKeys.Of("Data plane", parts[1]);
            byte[] publicKey = pair.ExportSubjectPublicKeyInfo();
            return Exchange.Place(
                KeyCalls.Attributes(usage, parts[1],
                    parts[2]), SecretBuffer.CopyOf(pair.ExportPkcs8PrivateKey()), CheckValues.OfPublicKey(publicKey), publicKey, exportable: true, enabled);
        }

        return Exchange.Place(Material(name), usage, parts[1], parts[2], enabled: enabled);
    }

    private JsonNode WithKeys(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : WithKeys(member.Value)))),
        JsonValue value when value.TryGetValue(out string? text) => JsonValue.Create(Value(text)),
        _ => node.DeepClone(),
    };

    private string Value(string text)
    {
        if (text.Split(' ') is ["PIN", "BLOCK", "OF", var usage, var algorithm, { Length: 1 } mode])
        {
            return PinBlockUnder($"{usage} {algorithm} {mode}");
        }

        return text.Split(' ') is [{ Length: 2 }, _, { Length: 1 }] ? Usable(text) : text;
    }

    private static string PinBlockUnder(string name)
    {
        byte[] block = new byte[PinBlock.Length];
        bool isDukpt = name.StartsWith("B0", StringComparison.Ordinal);
        PinBlock.Encode(isDukpt ? PinBlockFormat.Iso1 : PinBlockFormat.Iso0, DataPlaneRequests.ClearPin, DataPlaneRequests.Pan, block);
        using SecretBuffer key = isDukpt
            ? TdesDukpt.DeriveWorkingKey(Material(name), Convert.FromHexString("FFFF9876543210E00001"), TdesDukptUsage.Pin)
            : SecretBuffer.CopyOf(Material(name));
        using var cipher = BlockCipher.CreateTdes(key.Span);
        cipher.EncryptEcb(block, block);
        return Convert.ToHexString(block);
    }

    private static byte[] Material(string name)
    {
        byte[] hash = SHA256.HashData(Encoding.ASCII.GetBytes(name));
        return name.Split(' ')[1] switch
        {
            KeyAlgorithm.Tdes2Key or KeyAlgorithm.Aes128 => hash[..16],
            KeyAlgorithm.Tdes3Key or KeyAlgorithm.Aes192 => hash[..24],
            _ => hash,
        };
    }
}
