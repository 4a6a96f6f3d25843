using System.Globalization;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Store;

/// <summary>The progress bar of work on a store. It appears when the work has taken a second.</summary>
/// <param name="write">Shows a record.</param>
/// <param name="clock">The clock of the second.</param>
internal sealed class StoreProgressBar(Action<ProgressRecord> write, TimeProvider clock)
{
    private const int ActivityId = 1;
    private const int Percent = 100;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly long _start = clock.GetTimestamp();
    private bool _shown;

    /// <summary>Shows how far the work has got.</summary>
    public void Show(StoreCareProgress? progress)
    {
        if (progress is not { } now || clock.GetElapsedTime(_start) < Patience)
        {
            return;
        }

        _shown = true;
        write(new ProgressRecord(ActivityId, "Looking after the store", now.Step)
        {
            PercentComplete = now.Total > 0 ? (int)(now.Done * Percent / now.Total) : -1,
            CurrentOperation = now.Total > 0 ? string.Create(CultureInfo.InvariantCulture, $"{now.Done} of {now.Total}") : string.Empty,
        });
    }

    /// <summary>Nothing more to come.</summary>
    public void Complete()
    {
        if (_shown)
        {
            write(new ProgressRecord(ActivityId, "Looking after the store", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
