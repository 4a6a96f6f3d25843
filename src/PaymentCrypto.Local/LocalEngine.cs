using System.Collections.Concurrent;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Certificates;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.Diagnosis;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyPairs;
using PaymentCrypto.Local.KeyRing;
using PaymentCrypto.Local.Keys;
using PaymentCrypto.Local.Operations.Aliases;
using PaymentCrypto.Local.Operations.Cards;
using PaymentCrypto.Local.Operations.Certificates;
using PaymentCrypto.Local.Operations.Data;
using PaymentCrypto.Local.Operations.Emv;
using PaymentCrypto.Local.Operations.Exchange;
using PaymentCrypto.Local.Operations.KeyMaterial;
using PaymentCrypto.Local.Operations.Keys;
using PaymentCrypto.Local.Operations.Macs;
using PaymentCrypto.Local.Operations.Mpa;
using PaymentCrypto.Local.Operations.Pins;
using PaymentCrypto.Local.Operations.Policies;
using PaymentCrypto.Local.Operations.Replication;
using PaymentCrypto.Local.Operations.Seeds;
using PaymentCrypto.Local.Operations.Tags;
using PaymentCrypto.Local.Operations.Tokens;
using PaymentCrypto.Local.Operations.Vault;
using PaymentCrypto.Local.Paging;
using PaymentCrypto.Local.Quotas;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Stores;
using PaymentCrypto.Local.Tokens;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local;

/// <summary>The engine on one open store: wires the operations to what they need.</summary>
internal sealed class LocalEngine : ILocalEngine
{
    private readonly LocalStore _store;
    private readonly KeyPairStock _stock;
    private readonly OpenedRsaKeys _privateKeys;
    private readonly OpenedKeys _keys;
    private readonly OperationDispatcher _dispatcher;
    private readonly OperationGate _gate;
    private readonly ConcurrentDictionary<AccountScope, LocalPaymentCryptography> _scopes = new();

    /// <summary>Takes over an open store.</summary>
    public LocalEngine(LocalStore store, LocalEngineOptions options, Func<int, RsaKeyPair> generate, Func<int, RsaKeyPair> generateRoot)
    {
        _store = store;
        TimeProvider clock = options.TimeProvider;
        _stock = new KeyPairStock(store.Database, store.Vault, options.KeyPairStock, generate);
        CertificateAuthorities authorities = new(store.Database, store.Vault, generateRoot);
        TokenIssuer tokens = new(store.Database, store.Vault, authorities, _stock);
        QuotaGuard quotas = new(options.Quotas);
        _privateKeys = new OpenedRsaKeys(store.Vault);
        KeyMaterials materials = new(store.Vault, _privateKeys);
        _keys = new OpenedKeys(store.Database, materials);
        store.Vault.Replaced += _keys.Forget;
        KeyWriter keyWriter = new(store.Vault, quotas);
        Replicas replicas = new(store.Vault, materials, quotas);
        PageTokens pages = new(store.Vault);
        ExchangeFormats formats = new(materials, _privateKeys, options.Conformance);
        StoreDatabase database = store.Database;
        DataRates rates = new(options.Quotas, options.TimeProvider);
        DataKeys dataKeys = new(_keys);
        KeyAgreements agreements = new(materials, new ImportedAuthorities(materials));
        DynamicKeys dynamicKeys = new(dataKeys, database, agreements);
        MacComputation macs = new(dataKeys);
        DataCiphers dataCiphers = new(dataKeys, dynamicKeys);
        RsaDataKeys rsaDataKeys = new(dataKeys, materials);
        PinKeys pinKeys = new(dataKeys, dynamicKeys);
        AliasWriter aliasWriter = new(quotas);
        CreateKeyOperation createKey = new(database, keyWriter, _stock);
        LocalOperation[] operations =
        [
            new AddKeyReplicationRegionsOperation(database, replicas),
            new AssociateMpaTeamOperation(database),
            new CreateAliasOperation(database, aliasWriter),
            createKey,
            new CreateKeyWithAliasOperation(database, aliasWriter, createKey),
            new DecideMpaSessionOperation(database),
            new DecryptDataOperation(rates, dataCiphers, rsaDataKeys),
            new DeleteAliasOperation(database),
            new DeleteKeyOperation(database),
            new DeleteResourcePolicyOperation(database),
            new DiagnoseExchangeOperation(database, new StoredFacts(materials, _privateKeys, new StoredAgreements(materials))),
            new DisableDefaultKeyReplicationRegionsOperation(database),
            new DisassociateMpaTeamOperation(database),
            new EnableDefaultKeyReplicationRegionsOperation(database),
            new EncryptDataOperation(rates, dataCiphers, rsaDataKeys),
            new ExportKeyOperation(database, materials, formats.Exporters),
            new GenerateAs2805KekValidationOperation(rates, dataKeys),
            new GenerateMacOperation(rates, macs),
            new GeneratePinDataOperation(rates, dataKeys, pinKeys),
            new GenerateAuthRequestCryptogramOperation(rates, dataKeys),
            new GenerateCardValidationDataOperation(rates, dataKeys),
            new GenerateMacEmvPinChangeOperation(rates, dataKeys),
            new GetAliasOperation(database),
            new GetCertificateSigningRequestOperation(database, materials),
            new GetDefaultKeyReplicationRegionsOperation(database),
            new GetKeyOperation(database),
            new GetMpaTeamAssociationOperation(database),
            new GetParametersForExportOperation(tokens),
            new GetParametersForImportOperation(tokens, options.Conformance),
            new GetPublicKeyCertificateOperation(database, authorities, materials),
            new GetResourcePolicyOperation(database),
            new ImportKeyOperation(database, keyWriter, formats.Importers),
            new ListAliasesOperation(database, pages),
            new ListKeysOperation(database, pages, options.Conformance),
            new ListMpaSessionsOperation(database),
            new ListTagsForResourceOperation(database, pages),
            new ListTokensOperation(database),
            new PurgeExpiredTokensOperation(database, _privateKeys),
            new PutResourcePolicyOperation(database),
            new ReEncryptDataOperation(rates, dataCiphers),
            new RemoveKeyReplicationRegionsOperation(database),
            new RestoreKeyOperation(database),
            new RevokeTokenOperation(database, _privateKeys),
            new RotateMasterKeyOperation(new MasterKeyRotation(store, options.BusyTimeout)),
            new SeedOperation(database, keyWriter, quotas, new SeedKeyMaker(formats.Importers, generate), new SeedRoots(authorities)),
            new StartKeyUsageOperation(database),
            new StopKeyUsageOperation(database),
            new TagResourceOperation(database),
            new TranslateKeyMaterialOperation(rates, dataKeys, database, agreements),
            new TranslatePinDataOperation(rates, dataKeys, pinKeys),
            new UntagResourceOperation(database),
            new UpdateAliasOperation(database),
            new VerifyMacOperation(rates, macs),
            new VerifyPinDataOperation(rates, dataKeys, pinKeys),
            new VerifyAuthRequestCryptogramOperation(rates, dataKeys),
            new VerifyCardValidationDataOperation(rates, dataKeys),
        ];
        DueDeletions deletions = new(database, _privateKeys, _keys);
        _dispatcher = new OperationDispatcher(operations, new RequestRate(options.Quotas.RequestsPerSecond, options.TimeProvider), deletions, database,
            store.Keeper, clock);
        _gate = new OperationGate(Environment.ProcessorCount, options.TimeProvider);
        try
        {
            deletions.CarryOut(clock.GetUtcNow());
        }
        catch
        {
            // An open store that nobody has would keep its write-ahead log, and with it what has just been refused, for the next one to find.
            Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string? StorePath => _store.Location?.DatabasePath;

    /// <inheritdoc/>
    public IReadOnlyList<string> OpeningWarnings => _store.Warnings;

    /// <inheritdoc/>
    public IRequestDispatcher ForScope(AccountScope scope) =>
        _scopes.GetOrAdd(scope, key => new LocalPaymentCryptography(key, _dispatcher, _gate));

    /// <inheritdoc/>
    public IPaymentCryptography Explaining(AccountScope scope, StepLog log) => new LocalPaymentCryptography(scope, _dispatcher, _gate, log);

    /// <inheritdoc/>
    public void Dispose()
    {
        _stock.Dispose();
        _keys.Dispose();
        _privateKeys.Dispose();
        _store.Dispose();
    }
}
