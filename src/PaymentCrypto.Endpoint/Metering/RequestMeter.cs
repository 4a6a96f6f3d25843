using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Metering;

/// <summary>Counts requests and keeps the latest of them for the log. Its size has a bound whatever clients send.</summary>
/// <param name="keepsLog">Whether the log is kept; the counters and the latest calls are always.</param>
internal sealed class RequestMeter(bool keepsLog = true)
{
    /// <summary>Log entries that wait to be taken.</summary>
    internal const int MostEntries = 10_000;

    /// <summary>The calls that the page shows.</summary>
    internal const int MostLatest = 200;

    private readonly object _gate = new();
    private readonly EndpointLogEntry?[] _latest = new EndpointLogEntry?[MostLatest];
    private readonly Queue<EndpointLogEntry> _log = new();
    private readonly SortedDictionary<string, OperationMeter> _operations = new(StringComparer.Ordinal);
    private long _requests;
    private long _errors;

    /// <summary>Adds a request that was answered. Its operation is one of the catalog or null, so the counters stay few.</summary>
    internal void Add(EndpointLogEntry entry)
    {
        lock (_gate)
        {
            _latest[_requests % MostLatest] = entry;
            _requests++;
            _errors += entry.ErrorCode is null ? 0 : 1;
            if (entry.Operation is not null)
            {
                if (!_operations.TryGetValue(entry.Operation, out OperationMeter? meter))
                {
                    _operations.Add(entry.Operation, meter = new OperationMeter(entry.Operation));
                }

                meter.Add(entry);
            }

            if (!keepsLog)
            {
                return;
            }

            if (_log.Count == MostEntries)
            {
                _log.Dequeue();
            }

            _log.Enqueue(entry);
        }
    }

    /// <summary>Takes the log entries that have come since the last time.</summary>
    internal IReadOnlyList<EndpointLogEntry> TakeLog()
    {
        lock (_gate)
        {
            EndpointLogEntry[] entries = [.. _log];
            _log.Clear();
            return entries;
        }
    }

    /// <summary>The latest calls, newest first, whether they were taken for the log or not.</summary>
    internal IReadOnlyList<EndpointLogEntry> Latest()
    {
        lock (_gate)
        {
            var latest = new EndpointLogEntry[(int)Math.Min(_requests, MostLatest)];
            for (int back = 0; back < latest.Length; back++)
            {
                latest[back] = _latest[(_requests - 1 - back) % MostLatest]!;
            }

            return latest;
        }
    }

    /// <summary>The counters.</summary>
    internal (long Requests, long Errors, IReadOnlyList<EndpointOperationStatistics> Operations) Read()
    {
        lock (_gate)
        {
            return (_requests, _errors, [.. _operations.Values.Select(meter => meter.Read())]);
        }
    }
}
