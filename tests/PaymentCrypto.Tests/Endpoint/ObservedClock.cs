using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>A clock that the test turns, and that tells when a timer was set: only then does turning it have an effect.</summary>
internal sealed class ObservedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> _started = new();

    /// <summary>Called before the time is told.</summary>
    public Action? Asked { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        Asked?.Invoke();
        return base.GetUtcNow();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        Of(dueTime).Release();
        return new ObservedTimer(timer, due => Of(due).Release());
    }

    /// <summary>Waits until a timer of this length was set; each wait takes one.</summary>
    public Task TimerSet(TimeSpan dueTime) => Of(dueTime).WaitAsync(RunningEndpoint.Cancel);

    private SemaphoreSlim Of(TimeSpan dueTime) => _started.GetOrAdd(dueTime, _ => new SemaphoreSlim(0));

    private sealed class ObservedTimer(ITimer timer, Action<TimeSpan> set) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool changed = timer.Change(dueTime, period);
            set(dueTime);
            return changed;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
