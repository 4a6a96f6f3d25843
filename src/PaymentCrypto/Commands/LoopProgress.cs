using System.Management.Automation;

namespace PaymentCrypto.Commands;

/// <summary>
/// The progress bar of a cmdlet that works through many things. It appears when the work has taken a second, and never more often
/// than a person can read; what has appeared is always taken away again.
/// </summary>
/// <param name="show">Shows a record.</param>
/// <param name="activity">What the cmdlet does.</param>
/// <param name="clock">Tells how long it has taken.</param>
internal sealed class LoopProgress(Action<ProgressRecord> show, string activity, TimeProvider clock)
{
    private const int ActivityId = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly long _start = clock.GetTimestamp();
    private long _lastShown;
    private long _done;
    private bool _shown;

    /// <summary>One more thing begins.</summary>
    /// <param name="item">What it is; null when it has no name. Never a secret.</param>
    public void Next(string? item)
    {
        _done++;
        long now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_start, now) < Patience || (_shown && clock.GetElapsedTime(_lastShown, now) < Interval))
        {
            return;
        }

        _shown = true;
        _lastShown = now;
        show(new ProgressRecord(ActivityId, activity, $"{_done} so far") { CurrentOperation = item });
    }

    /// <summary>Nothing more to come.</summary>
    public void Complete()
    {
        if (_shown)
        {
            _shown = false;
            show(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
