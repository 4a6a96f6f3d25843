using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.Store;

/// <summary>Keeps the last thing that was said about how far the work has got. <see cref="Progress{T}"/> would queue all of it.</summary>
internal sealed class LatestProgress : IProgress<StoreCareProgress>
{
    private readonly object _gate = new();
    private StoreCareProgress? _latest;

    /// <summary>The last report; null before the first.</summary>
    public StoreCareProgress? Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest;
            }
        }
    }

    public void Report(StoreCareProgress value)
    {
        lock (_gate)
        {
            _latest = value;
        }
    }
}
