using System.Globalization;

namespace PaymentCrypto.Tests.Local.Contention;

/// <summary>
/// Four processes on one store, each with a few calls of its own choosing: whatever they answered must be explained by one order of all calls.
/// <c>PAYMENTCRYPTO_HISTORIES=10000</c> makes more of them than the suite does.
/// </summary>
public sealed class ContentionTests : IDisposable
{
    private const int Processes = 4;
    private const int CallsEach = 4;

    private readonly TemporaryStore _store = new();
    private readonly StoreProcess[] _processes;

    public ContentionTests() => _processes = [.. Enumerable.Range(0, Processes).Select(_ => new StoreProcess(_store.Home))];

    private static int Histories => int.Parse(Environment.GetEnvironmentVariable("PAYMENTCRYPTO_HISTORIES") ?? "200", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Array.ForEach(_processes, static process => process.Dispose());
        _store.Dispose();
    }

    [Fact]
    public async Task Every_history_of_four_processes_is_explained_by_one_order()
    {
        int overlapping = 0;
        for (int number = 0; number < Histories; number++)
        {
            (ContendedModel start, List<ContendedCall> history) = await Run(number);

            Assert.True(
                SerialOrder.Of(history, start) is not null,
                $"No order explains history {number}:\n{string.Join('\n', history.OrderBy(static call => call.Invoked))}");
            overlapping += history.Any(call => history.Any(other => other != call && other.Invoked < call.Returned && call.Invoked < other.Returned)) ? 1 : 0;
        }

        // Otherwise nothing was contended.
        Assert.InRange(overlapping, Histories * 9 / 10, Histories);
        Assert.Equal(["ok"], RawStore.Strings(_store.DatabasePath, "PRAGMA integrity_check"));
    }

    private async Task<(ContendedModel Start, List<ContendedCall> History)> Run(int number)
    {
        // An account of its own: nothing of the histories before is in the way.
        string account = (100_000_000_000 + number).ToString(CultureInfo.InvariantCulture);
        string first = _processes[number % Processes].Ask(account, ["create-key"]);
        string second = _processes[(number + 1) % Processes].Ask(account, ["create-key"]);
        ContendedModel start = new() { First = new ContendedKey(first), Second = new ContendedKey(second), Keys = 2 };
        long moment = 0;
        using Barrier begin = new(Processes);
        ContendedCall[][] calls = await Task.WhenAll(_processes.Select((process, index) => Task.Factory.StartNew(
            () =>
            {
                CallChooser chooser = new(new Random((number * Processes) + index), first, second);
                begin.SignalAndWait();
                return Enumerable.Range(0, CallsEach).Select(_ =>
                {
                    string[] command = chooser.Next();
                    long invoked = Interlocked.Increment(ref moment);
                    string answer = process.Ask(account, command);
                    chooser.Learn(command, answer);
                    return new ContendedCall(command, answer, invoked, Interlocked.Increment(ref moment));
                }).ToArray();
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        return (start, [.. calls.SelectMany(static call => call)]);
    }
}
