using PaymentCrypto.Api;
using PaymentCrypto.Hosting.Services;

namespace PaymentCrypto.Testing;

/// <summary>The clock of a service: tokens, certificates and deletions go by it. It runs on from wherever it is moved to.</summary>
public sealed class ServiceTestClock
{
    private readonly LocalService _service;
    private readonly Action _requireRunning;

    internal ServiceTestClock(LocalService service, Action requireRunning)
    {
        _service = service;
        _requireRunning = requireRunning;
    }

    /// <summary>How far it is ahead of the real time.</summary>
    public TimeSpan Offset => _service.TimeOffset;

    /// <summary>The service's time.</summary>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow + Offset;

    /// <summary>Moves it on.</summary>
    /// <param name="by">How far; negative for back. A hundred years at most from the real time, either way.</param>
    /// <exception cref="InvalidConfigurationException">That is too far.</exception>
    /// <exception cref="ObjectDisposedException">The service has ended.</exception>
    public void Advance(TimeSpan by)
    {
        _requireRunning();
        _service.AdvanceClock(by);
    }
}
