using PaymentCrypto.ModuleTests.Documentation;
using PaymentCrypto.ModuleTests.Support;

[assembly: AssemblyFixture(typeof(DocumentedStore))]

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>
/// The store that every example starts from, as a copy: empty but for what takes long to make, its certificate authority and key pairs in
/// stock.
/// </summary>
public sealed class DocumentedStore : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public DocumentedStore()
    {
        using var session = new ModuleSession(Path);
        WarmStore.Stock(session);
        session.Run("Remove-Module PaymentCrypto").Succeed();
    }

    public string Path => _directory.Path;

    public void Dispose() => _directory.Dispose();
}
