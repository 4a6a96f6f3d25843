using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>The identity of an in-memory store. Once its engine has closed, its content is gone and it cannot be opened again.</summary>
internal sealed class MemoryStore
{
    private int _opened;

    /// <summary>Notes that an engine is opened on it.</summary>
    /// <exception cref="InvalidConfigurationException">It was open before and is gone.</exception>
    public void Open()
    {
        if (Interlocked.Exchange(ref _opened, 1) != 0)
        {
            throw new InvalidConfigurationException(
                "PcProviderGone",
                "The provider's in-memory store is gone: it ended with the session that made it, or when that session chose another provider.")
            {
                RecommendedAction = "Make a new one with: Set-PcProvider -InMemory.",
            };
        }
    }
}
