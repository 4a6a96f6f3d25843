using PaymentCrypto.Api;
using PaymentCrypto.Isolation;

namespace PaymentCrypto.Providers;

/// <summary>The one place that turns settings into a provider.</summary>
internal static class ProviderFactory
{
    /// <summary>Opens the provider. May take time: a passphrase is stretched, another process may hold the store.</summary>
    /// <exception cref="PaymentCryptographyException">It cannot be opened.</exception>
    public static ProviderConnection Connect(ProviderSettings settings) => settings.Name switch
    {
        ProviderName.Local => Local(settings),
        _ => throw new NotSupportedByProviderException("The Aws provider is not built yet in this version of the module.")
        {
            RecommendedAction = "Use the local engine: Set-PcProvider Local.",
        },
    };

    /// <summary>The file of the local store that these settings mean, whether or not it is there; null in memory and on AWS. Opens nothing.</summary>
    /// <exception cref="PaymentCryptographyException">They name no directory that can be.</exception>
    public static string? StorePath(ProviderSettings settings) => settings.Name == ProviderName.Local
        ? EngineLibrary.CreateLocalEngineFactory().StorePath(settings.Local.ToEngineOptions())
        : null;

    private static ProviderConnection Local(ProviderSettings settings)
    {
        EngineLease lease = SharedEngines.Acquire(settings.Local);
        return new ProviderConnection(settings, lease.Engine.ForScope(settings.Scope), settings.Local.Clock, lease);
    }
}
