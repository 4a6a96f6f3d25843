namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// What stands behind an endpoint, for who manages it: <c>/_paymentcrypto/</c> speaks to it. Safe for use from several threads.
/// </summary>
public interface IServiceControl
{
    /// <summary>What it is. Nothing secret.</summary>
    ServiceDescription Describe();

    /// <summary>How far the service's clock is ahead of the real one; negative when it is behind.</summary>
    TimeSpan TimeOffset { get; }

    /// <summary>Moves the service's clock; what expires by it, such as tokens, does so at once.</summary>
    /// <param name="offset">From the real time.</param>
    /// <exception cref="InvalidConfigurationException">Further than a hundred years.</exception>
    void MoveClock(TimeSpan offset);

    /// <summary>Moves the service's clock from where it is.</summary>
    /// <param name="by">How far ahead; negative for back.</param>
    /// <exception cref="InvalidConfigurationException">Further than a hundred years from the real time.</exception>
    void AdvanceClock(TimeSpan by);

    /// <summary>Begins anew, as after the start: an empty store in memory, its seed if it was started with one, and the clock of the start.</summary>
    /// <returns>How many keys there are.</returns>
    /// <exception cref="InvalidConfigurationException">The store is not in memory; it is left as it is.</exception>
    Task<int> ResetAsync(CancellationToken cancel);

    /// <summary>Adds the keys of a seed: all of them or none.</summary>
    /// <param name="plan">The seed.</param>
    /// <param name="format">Its form.</param>
    /// <param name="cancel">Stops before anything is written.</param>
    /// <exception cref="PaymentCryptographyException">The seed is wrong, names line and field; or the service is read-only.</exception>
    Task<SeedResponse> SeedAsync(ReadOnlyMemory<byte> plan, SeedFormat format, CancellationToken cancel);
}
