using System.Management.Automation;

namespace PaymentCrypto.Commands;

/// <summary>
/// The progress bar of a cmdlet that works through many things. It appears when the work has taken a second, and never more often
/// than a person can read.
/// </summary>
internal sealed class LoopProgress(Cmdlet cmdlet, string activity)
{
    private const int ActivityId = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private long _lastShown;
    private long _done;
    private bool _shown;

    /// <summary>One more thing begins.</summary>
    /// <param name="item">What it is.</param>
    public void Next(string item)
    {
        _done++;
        long now = _clock.GetTimestamp();
        if (_clock.GetElapsedTime(_start, now) < Patience || (_shown && _clock.GetElapsedTime(_lastShown, now) < Interval))
        {
            return;
        }

        _shown = true;
        _lastShown = now;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{_done} so far") { CurrentOperation = item });
    }

    /// <summary>Nothing more to come.</summary>
    public void Complete()
    {
        if (_shown)
        {
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
