using PaymentCrypto.Hosting.Services;

namespace PaymentCrypto.Testing;

/// <summary>The clock of a service: tokens, certificates and deletions go by it. It runs on from wherever it is moved to.</summary>
public sealed class ServiceTestClock
{
    private readonly LocalService _service;

    internal ServiceTestClock(LocalService service) => _service = service;

    /// <summary>How far it is ahead of the real time.</summary>
    public TimeSpan Offset => _service.TimeOffset;

    /// <summary>The service's time.</summary>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow + Offset;

    /// <summary>Moves it on.</summary>
    /// <param name="by">How far; negative for back.</param>
    public void Advance(TimeSpan by) => _service.AdvanceClock(by);
}
