using System.Collections.Concurrent;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.Operations;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local;

/// <summary>The engine on one open store: wires the operations to what they need.</summary>
internal sealed class LocalEngine : ILocalEngine
{
    private readonly LocalStore _store;
    private readonly KeyPairStock _stock;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Type, LocalOperation> _operations;
    private readonly ConcurrentDictionary<AccountScope, LocalPaymentCryptography> _scopes = new();

    /// <summary>Takes over an open store.</summary>
    public LocalEngine(LocalStore store, LocalEngineOptions options, Func<int, RsaKeyPair> generate)
    {
        _store = store;
        _clock = options.TimeOffset == TimeSpan.Zero ? options.TimeProvider : new OffsetTimeProvider(options.TimeProvider, options.TimeOffset);
        _stock = new KeyPairStock(store.Database, store.Vault, options.KeyPairStock, generate);
        TokenIssuer tokens = new(store.Database, store.Vault, new CertificateAuthorities(store.Database, store.Vault, generate), _stock);
        LocalOperation[] operations =
        [
            new GetParametersForExportOperation(tokens),
            new GetParametersForImportOperation(tokens, options.Conformance),
            new ListTokensOperation(store.Database),
            new PurgeExpiredTokensOperation(store.Database),
            new RevokeTokenOperation(store.Database),
            new RotateMasterKeyOperation(new MasterKeyRotation(store, options.BusyTimeout)),
        ];
        _operations = operations.ToDictionary(operation => operation.RequestType);
    }

    /// <inheritdoc/>
    public string? StorePath => _store.Location?.DatabasePath;

    /// <inheritdoc/>
    public IReadOnlyList<string> OpeningWarnings => _store.Warnings;

    /// <inheritdoc/>
    public IPaymentCryptography ForScope(AccountScope scope) =>
        _scopes.GetOrAdd(scope, key => new LocalPaymentCryptography(key, _operations, _clock));

    /// <inheritdoc/>
    public void Dispose()
    {
        _stock.Dispose();
        _store.Dispose();
    }
}
