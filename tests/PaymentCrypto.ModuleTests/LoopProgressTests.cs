using System.Management.Automation;
using System.Reflection;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class LoopProgressTests
{
    [Fact]
    public void Nothing_is_shown_in_the_first_second()
    {
        var clock = new ManualClock();
        var progress = new Progress(clock);

        progress.Next("a");
        clock.Advance(TimeSpan.FromMilliseconds(999));
        progress.Next("b");
        progress.Complete();

        Assert.Empty(progress.Shown);
    }

    [Fact]
    public void Then_it_is_shown_at_most_four_times_a_second_and_always_completed_once()
    {
        var clock = new ManualClock();
        var progress = new Progress(clock);
        for (int i = 0; i < 300; i++)
        {
            progress.Next($"item {i}");
            clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        progress.Complete();
        progress.Complete();

        // Three seconds, of which the first is silent.
        Assert.Equal(8, progress.Shown.Count(record => record.RecordType == ProgressRecordType.Processing));
        Assert.Equal("101 so far", progress.Shown[0].StatusDescription);
        Assert.Equal("item 100", progress.Shown[0].CurrentOperation);
        Assert.Single(progress.Shown, record => record.RecordType == ProgressRecordType.Completed);
        Assert.Equal(ProgressRecordType.Completed, progress.Shown[^1].RecordType);
        Assert.Single(progress.Shown.Select(record => record.ActivityId).Distinct());
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }

    /// <summary>The progress of the cmdlets, which is not public.</summary>
    private sealed class Progress
    {
        private readonly object _progress;

        public Progress(TimeProvider clock)
        {
            using var session = new ModuleSession();
            Type type =
                ((Type)session.Run("[PaymentCrypto.Key]").Single().BaseObject).Assembly.GetType("PaymentCrypto.Commands.LoopProgress", throwOnError: true)!;
            _progress = Activator.CreateInstance(type, (Action<ProgressRecord>)Shown.Add, "Get-PcKey", clock)!;
        }

        public List<ProgressRecord> Shown { get; } = [];

        public void Next(string item) => Call(nameof(Next), item);

        public void Complete() => Call(nameof(Complete));

        private void Call(string method, params object[] arguments) =>
            _progress.GetType().GetMethod(method, BindingFlags.Instance | BindingFlags.Public)!.Invoke(_progress, arguments);
    }
}
