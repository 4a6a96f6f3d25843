using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;

namespace PaymentCrypto.Benchmarks;

/// <summary>A store on the disk that is removed afterwards.</summary>
internal sealed class ScratchStore : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("paymentcrypto-bench-").FullName;

    public string DatabasePath => Path.Combine(_directory, "store.db");

    public static AccountScope Scope { get; } = new(AccountScope.DefaultAccountId, AccountScope.DefaultRegion);

    public ILocalEngine Open(int keyPairStock, ServiceQuotas? quotas = null) => new LocalEngineFactory().Open(Options(keyPairStock, quotas));

    public LocalEngineOptions Options(int keyPairStock, ServiceQuotas? quotas = null) => new()
    {
        Directory = _directory,
        KeyPairStock = keyPairStock,
        Quotas = quotas ?? ServiceQuotas.Documented,
    };

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
