using Microsoft.Extensions.Time.Testing;
using PaymentCrypto.Local.Calls;

namespace PaymentCrypto.Tests.Local.Operations;

/// <summary>Operations take turns, but nobody waits for long.</summary>
public sealed class OperationGateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly OperationGate _gate;
    private readonly TaskCompletionSource _release = new();
    private Task<int> _first = Task.FromResult(0);
    private volatile bool _secondBegun;

    public OperationGateTests() => _gate = new OperationGate(width: 1, _clock);

    [Fact]
    public async Task An_operation_waits_for_the_one_before_it()
    {
        await BeginFirstAsync(TestContext.Current.CancellationToken);
        Task<int> second = Second(TestContext.Current.CancellationToken);
        _clock.Advance(OperationGate.Patience - TimeSpan.FromTicks(1));
        await PoolHasWorkedAsync();
        Assert.False(_secondBegun);

        _release.SetResult();
        Assert.Equal(2, await second);
        Assert.Equal(1, await _first);
    }

    [Fact]
    public async Task An_operation_whose_patience_ends_runs_beside_the_one_before_it()
    {
        await BeginFirstAsync(TestContext.Current.CancellationToken);
        Task<int> second = Second(TestContext.Current.CancellationToken);
        _clock.Advance(OperationGate.Patience);

        Assert.Equal(2, await second);
        Assert.False(_first.IsCompleted);
        _release.SetResult();
        Assert.Equal(1, await _first);
    }

    [Fact]
    public async Task A_canceled_wait_ends_at_once_and_takes_no_turn()
    {
        await BeginFirstAsync(TestContext.Current.CancellationToken);
        using CancellationTokenSource cancel = new();
        Task<int> second = Second(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        _release.SetResult();
        await _first;
        Assert.False(_secondBegun);
        Assert.Equal(3, await _gate.RunAsync(() => 3, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cancellation_leaves_an_operation_that_has_begun_its_turn()
    {
        using CancellationTokenSource cancel = new();
        await BeginFirstAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _first);

        Task<int> second = Second(TestContext.Current.CancellationToken);
        await PoolHasWorkedAsync();
        Assert.False(_secondBegun);
        _release.SetResult();
        Assert.Equal(2, await second);
    }

    [Fact]
    public async Task An_operation_that_fails_gives_its_turn_back()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _gate.RunAsync<int>(() => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        Assert.Equal(2, await Second(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_quick_operation_runs_on_a_thread_of_the_pool_that_brings_it()
    {
        (int Caller, int Runner) threads = await Task.Run(() =>
        {
            int caller = Environment.CurrentManagedThreadId;
            Task<int> running = _gate.RunQuickAsync(static () => Environment.CurrentManagedThreadId, TestContext.Current.CancellationToken);
            Assert.True(running.IsCompletedSuccessfully);
            return (caller, running.Result);
        }, TestContext.Current.CancellationToken);
        Assert.Equal(threads.Caller, threads.Runner);
    }

    [Fact]
    public async Task A_quick_operation_leaves_a_thread_of_somebody_else()
    {
        TaskCompletionSource<Task<bool>> begun = new();
        Thread pipeline = new(() => begun.SetResult(
            _gate.RunQuickAsync(static () => Thread.CurrentThread.IsThreadPoolThread, TestContext.Current.CancellationToken)));
        pipeline.Start();
        Assert.True(await await begun.Task);
    }

    [Fact]
    public async Task A_quick_operation_waits_for_its_turn_too()
    {
        await BeginFirstAsync(TestContext.Current.CancellationToken);
        Task<int> quick = Task.Run(() => _gate.RunQuickAsync(static () => 3, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        await PoolHasWorkedAsync();
        Assert.False(quick.IsCompleted);

        _release.SetResult();
        Assert.Equal(3, await quick);
    }

    [Fact]
    public async Task A_quick_operation_that_is_canceled_or_fails_gives_its_turn_back()
    {
        using CancellationTokenSource cancel = new();
        await cancel.CancelAsync();
        await Task.Run(
            async () =>
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _gate.RunQuickAsync(static () => 1, cancel.Token));
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    _gate.RunQuickAsync<int>(static () => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(2, await Second(TestContext.Current.CancellationToken));
    }

    private Task<int> Second(CancellationToken cancel) => _gate.RunAsync(
        () =>
        {
            _secondBegun = true;
            return 2;
        },
        cancel);

    private async Task BeginFirstAsync(CancellationToken cancel)
    {
        TaskCompletionSource begun = new();
        _first = _gate.RunAsync(
            () =>
            {
                begun.SetResult();
                _release.Task.Wait(TestContext.Current.CancellationToken);
                return 1;
            },
            cancel);
        await begun.Task;
    }

    // What would have been started by now has been: these stand in line behind it.
    private static async Task PoolHasWorkedAsync()
    {
        for (int i = 0; i < 100; i++)
        {
            await Task.Factory.StartNew(static () => { }, CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }
    }
}
