using PaymentCrypto.Api;

namespace PaymentCrypto.Tests.Local.Keys;

/// <summary>Short forms of the key calls that many tests make.</summary>
internal static class KeyCalls
{
    public static KeyModesOfUse Modes(string letter) => letter switch
    {
        "B" => new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
        "E" => new KeyModesOfUse { Encrypt = true, Wrap = true },
        "D" => new KeyModesOfUse { Decrypt = true, Unwrap = true },
        "C" => new KeyModesOfUse { Generate = true, Verify = true },
        "G" => new KeyModesOfUse { Generate = true },
        "V" => new KeyModesOfUse { Verify = true },
        "S" => new KeyModesOfUse { Sign = true },
        "X" => new KeyModesOfUse { DeriveKey = true },
        "N" => new KeyModesOfUse { NoRestrictions = true },
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, null),
    };

    public static KeyAttributes Attributes(string usage, string algorithm, string modes, string? keyClass = null) => new()
    {
        KeyUsage = usage,
        KeyAlgorithm = algorithm,
        KeyModesOfUse = Modes(modes),
        KeyClass = keyClass ?? (algorithm.StartsWith("RSA", StringComparison.Ordinal) || algorithm.StartsWith("ECC", StringComparison.Ordinal)
            ? KeyClass.AsymmetricKeyPair
            : KeyClass.SymmetricKey),
    };

    public static Task<T> Send<T>(this IPaymentCryptography service, ApiRequest<T> request)
        where T : ApiResponse => service.SendAsync(request, TestContext.Current.CancellationToken);

    public static async Task<Key> CreateKey(
        this IPaymentCryptography service,
        string usage = KeyUsage.Tr31P0PinEncryptionKey,
        string algorithm = KeyAlgorithm.Tdes2Key,
        string modes = "B",
        Func<CreateKeyRequest, CreateKeyRequest>? change = null)
    {
        CreateKeyRequest request = new() { KeyAttributes = Attributes(usage, algorithm, modes), Exportable = true };
        return (await service.Send(change is null ? request : change(request))).Key!;
    }

    public static async Task<Key> GetKey(this IPaymentCryptography service, string identifier) =>
        (await service.Send(new GetKeyRequest { KeyIdentifier = identifier })).Key!;

    public static Task<CreateAliasResponse> CreateAlias(this IPaymentCryptography service, string name, string? keyArn = null) =>
        service.Send(new CreateAliasRequest { AliasName = name, KeyArn = keyArn });

    public static async Task<List<KeySummary>> ListKeys(this IPaymentCryptography service, string? state = null, int pageSize = 100)
    {
        List<KeySummary> keys = [];
        string? next = null;
        do
        {
            ListKeysResponse page = await service.Send(new ListKeysRequest { KeyState = state, MaxResults = pageSize, NextToken = next });
            keys.AddRange(page.Keys!);
            next = page.NextToken;
        }
        while (next is not null);

        return keys;
    }
}
