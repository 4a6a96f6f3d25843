using PaymentCrypto.ModuleTests.Support;

[assembly: AssemblyFixture(typeof(SharedStore))]

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>
/// One store for every test that does not care what else is in it, because the first token of a store costs a 4096-bit key for
/// its certificate authority.
/// </summary>
public sealed class SharedStore : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public string Path => _directory.Path;

    public void Dispose() => _directory.Dispose();
}
