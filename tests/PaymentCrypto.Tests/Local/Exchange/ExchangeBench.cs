using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Stores;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>An engine on a store, a way to place known keys in it, and the proof that a refused call changed nothing and told nothing.</summary>
internal sealed class ExchangeBench : IDisposable
{
    private readonly List<byte[]> _secrets = [];

    public ExchangeBench(Func<LocalEngineOptions, LocalEngineOptions>? change = null)
    {
        Engine = Store.Open(change);
        Service = Engine.Default();
    }

    public TemporaryStore Store { get; } = new();

    public ILocalEngine Engine { get; }

    public IPaymentCryptography Service { get; }

    /// <summary>Remembers a clear key, so that no refusal may show it.</summary>
    public byte[] Secret(byte[] key)
    {
        _secrets.Add(key);
        return key;
    }

    public byte[] Secret(string hex) => Secret(Convert.FromHexString(hex));

    public byte[] RandomSecret(int length) => Secret(RandomNumberGenerator.GetBytes(length));

    /// <summary>Writes a symmetric key into the store past the operations; returns its ARN.</summary>
    public string Place(byte[] key, string usage, string algorithm, string modes, bool exportable = true, bool enabled = true)
    {
        Secret(key);
        return Place(
            KeyCalls.Attributes(usage, algorithm, modes),
            SecretBuffer.CopyOf(key),
            CheckValues.OfSymmetric(algorithm, key, requested: null),
            publicKey: null,
            exportable,
            enabled);
    }

    /// <summary>Writes a key encryption key of mode B into the store.</summary>
    public string PlaceKek(byte[] key, string algorithm) => Place(key, KeyUsage.Tr31K0KeyEncryptionKey, algorithm, "B");

    /// <summary>Writes a key pair into the store; returns its ARN.</summary>
    public string PlacePair(AsymmetricAlgorithm pair, string usage, string algorithm, string modes)
    {
        byte[] publicKey = pair.ExportSubjectPublicKeyInfo();
        return Place(
            KeyCalls.Attributes(usage, algorithm,
                modes), SecretBuffer.CopyOf(pair.ExportPkcs8PrivateKey()), CheckValues.OfPublicKey(publicKey), publicKey, exportable: true, enabled: true);
    }

    public string Place(
        KeyAttributes attributes, SecretBuffer? material, (string Method, string Value) checkValue, byte[]? publicKey, bool exportable, bool enabled,
        byte[]? certificate = null)
    {
        using var store = LocalStore.Open(Store.Options);
        using NewKey key = new()
        {
            Attributes = attributes,
            CheckValue = checkValue,
            Exportable = exportable,
            Enabled = enabled,
            Origin = KeyOrigin.External,
            Material = material,
            PublicKey = publicKey,
            Certificate = certificate,
        };
        KeyWriter writer = new(store.Vault, new QuotaGuard(ServiceQuotas.Documented));
        return store.Database.Write(connection =>
            writer.Add(connection, new AccountScope(AccountScope.DefaultAccountId, AccountScope.DefaultRegion), key, TemporaryStore.Start).Arn);
    }

    /// <summary>Sends an import.</summary>
    public async Task<Key> Import(ImportKeyMaterial material, Func<ImportKeyRequest, ImportKeyRequest>? change = null)
    {
        ImportKeyRequest request = new() { KeyMaterial = material };
        return (await Service.Send(change is null ? request : change(request))).Key!;
    }

    public Task<Key> ImportTr31(string wrappingKey, string block) =>
        Import(new ImportKeyMaterial { Tr31KeyBlock = new ImportTr31KeyBlock { WrappingKeyIdentifier = wrappingKey, WrappedKeyBlock = block } });

    /// <summary>Sends an export.</summary>
    public async Task<WrappedKey> Export(string key, ExportKeyMaterial material, ExportAttributes? attributes = null) =>
        (await Service.Send(new ExportKeyRequest { ExportKeyIdentifier = key, KeyMaterial = material, ExportAttributes = attributes })).WrappedKey!;

    public Task<WrappedKey> ExportTr31(string key, string wrappingKey, KeyBlockHeaders? headers = null, ExportAttributes? attributes = null) => Export(
        key, new ExportKeyMaterial { Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = wrappingKey, KeyBlockHeaders = headers } }, attributes);

    /// <summary>Expects a refusal that says certain things, tells no key, and leaves every table as it was.</summary>
    public Task<ValidationException> Refused(Func<Task> call, params string[] says) => Refused<ValidationException>(call, "PcValidation", says);

    /// <inheritdoc cref="Refused(Func{Task}, string[])"/>
    public async Task<T> Refused<T>(Func<Task> call, string errorId, params string[] says)
        where T : ServiceException
    {
        string before = Dump();
        T refusal = await Assert.ThrowsAsync<T>(call);
        Assert.Equal(errorId, refusal.ErrorId);
        foreach (string part in says)
        {
            Assert.Contains(part, $"{refusal.Message} {refusal.OwnersDetail}", StringComparison.Ordinal);
        }

        foreach (byte[] secret in _secrets)
        {
            Assert.DoesNotContain(Convert.ToHexString(secret), refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(before, Dump());
        return refusal;
    }

    /// <summary>Every row of every table.</summary>
    public string Dump() => string.Join('\n',
        RawStore.Strings(Store.DatabasePath, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").Select(table =>
    {
        List<string> columns = RawStore.Strings(Store.DatabasePath, $"SELECT name FROM pragma_table_info('{table}')");
        string row = string.Join(" || '|' || ", columns.Select(column => $"quote({column})"));
        return $"{table}:\n{string.Join('\n', RawStore.Strings(Store.DatabasePath, $"SELECT {row} FROM {table} ORDER BY 1"))}";
    }));

    public void Dispose()
    {
        Engine.Dispose();
        Store.Dispose();
    }
}
