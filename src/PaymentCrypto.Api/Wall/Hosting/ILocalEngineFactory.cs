namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// Opens local engines. The one implementation lives behind the module's dependency wall and is found by name, with a public
/// parameterless constructor.
/// </summary>
public interface ILocalEngineFactory
{
    /// <summary>Opens the store, or makes a new one where there is none, together with its key file.</summary>
    /// <param name="options">Where, and how it behaves.</param>
    /// <exception cref="StoreException">The store cannot be used; it is left as it was.</exception>
    /// <exception cref="VaultException">The vault does not open.</exception>
    ILocalEngine Open(LocalEngineOptions options);

    /// <summary>The file in which these options keep their store, whether or not it is there yet; null in memory. Touches nothing.</summary>
    /// <param name="options">Where.</param>
    /// <exception cref="InvalidConfigurationException">They name no directory that can be.</exception>
    string? StorePath(LocalEngineOptions options);
}
