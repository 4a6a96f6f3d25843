namespace PaymentCrypto.Local.Calls;

/// <summary>
/// Lets as many operations run at once as there are processors; the others wait in the order in which they came. More of them would
/// only take turns on the processors, and each would take as long as the slowest. An operation that has waited for
/// <see cref="Patience"/> runs all the same: making an RSA key takes a hundred times as long as reading one, and must not hold up others.
/// </summary>
// An operation may give its turn back after the engine was closed; nobody asks for the wait handle, which is all that there is to dispose.
#pragma warning disable CA1001
internal sealed class OperationGate
#pragma warning restore CA1001
{
    /// <summary>The longest wait for a turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim _turns;
    private readonly TimeProvider _clock;

    /// <summary>Opens the gate.</summary>
    /// <param name="width">How many may run at once.</param>
    /// <param name="clock">Measures the patience.</param>
    public OperationGate(int width, TimeProvider clock)
    {
        _turns = new SemaphoreSlim(width);
        _clock = clock;
    }

    /// <summary>Runs an operation when it is its turn, on a thread of the pool.</summary>
    /// <remarks>Cancellation ends the wait at once. An operation that has begun keeps its turn until it ends, whoever still waits for it.</remarks>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public async Task<T> RunAsync<T>(Func<T> operation, CancellationToken cancel)
    {
        bool turn = _turns.Wait(0, CancellationToken.None) || await WaitAsync(cancel).ConfigureAwait(false);
        Task<T> running = Task.Run(
            () =>
            {
                try
                {
                    cancel.ThrowIfCancellationRequested();
                    return operation();
                }
                finally
                {
                    if (turn)
                    {
                        _turns.Release();
                    }
                }
            },
            CancellationToken.None);
        return await running.WaitAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs an operation that takes microseconds. A caller on a thread of the pool runs it at once if it is its turn: what would run it otherwise is another
    /// such thread. Any other may be a pipeline's, which must be able to stop waiting.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was signalled.</exception>
    public async Task<T> RunQuickAsync<T>(Func<T> operation, CancellationToken cancel)
    {
        if (!Thread.CurrentThread.IsThreadPoolThread || !_turns.Wait(0, CancellationToken.None))
        {
            return await RunAsync(operation, cancel).ConfigureAwait(false);
        }

        try
        {
            cancel.ThrowIfCancellationRequested();
            return operation();
        }
        finally
        {
            _turns.Release();
        }
    }

    // False when the patience has come to its end.
    private async Task<bool> WaitAsync(CancellationToken cancel)
    {
        using CancellationTokenSource patience = new(Patience, _clock);
        using CancellationTokenRegistration canceled = cancel.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), patience);
        try
        {
            await _turns.WaitAsync(patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return false;
        }
    }
}
