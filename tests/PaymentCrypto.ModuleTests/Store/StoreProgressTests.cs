using System.Management.Automation;
using System.Reflection;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Store;

/// <summary>What a user sees of work on a store that takes long: a change of the master key, a backup.</summary>
public sealed class StoreProgressTests
{
    private readonly List<ProgressRecord> _shown = [];
    private readonly ManualClock _clock = new();

    [Fact]
    public void After_a_second_it_tells_how_many_are_done_and_then_that_it_is_over()
    {
        using var session = new ModuleSession();
        Assembly module = ((Type)session.Run("[PaymentCrypto.Key]").Single().BaseObject).Assembly;
        Type type = module.GetType("PaymentCrypto.Commands.Store.StoreProgressBar", throwOnError: true)!;
        object bar = Activator.CreateInstance(type, (Action<ProgressRecord>)_shown.Add, _clock)!;
        MethodInfo show = type.GetMethod("Show")!;
        object Progress(long done) =>
            Activator.CreateInstance(Nullable.GetUnderlyingType(show.GetParameters()[0].ParameterType)!, "Sealing every secret anew", done, 4096L)!;

        show.Invoke(bar, [Progress(1024)]);
        Assert.Empty(_shown);
        _clock.Advance(TimeSpan.FromSeconds(1));
        show.Invoke(bar, [null]);
        Assert.Empty(_shown);
        show.Invoke(bar, [Progress(2048)]);
        type.GetMethod("Complete")!.Invoke(bar, []);

        Assert.Equal(["Sealing every secret anew", "Done"], _shown.Select(record => record.StatusDescription));
        Assert.Equal(50, _shown[0].PercentComplete);
        Assert.Equal("2048 of 4096", _shown[0].CurrentOperation);
        Assert.Equal(ProgressRecordType.Completed, _shown[1].RecordType);
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
