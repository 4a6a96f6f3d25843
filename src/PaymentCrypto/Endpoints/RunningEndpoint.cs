using System.Runtime.InteropServices;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Isolation;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Endpoints;

/// <summary>
/// An endpoint of this session, with the connection that it keeps open for as long as it runs. A SIGTERM lets the requests in hand
/// finish before the process goes.
/// </summary>
internal sealed class RunningEndpoint
{
    private readonly ProviderConnection _connection;
    private readonly PosixSignalRegistration? _signal;
    private volatile bool _awaited;
    private int _closed;

    private RunningEndpoint(EndpointOptions options, ProviderConnection connection)
    {
        _connection = connection;
        Options = options;
        Endpoint = EngineLibrary.CreateEndpointFactory().Start(options, connection.ForEveryScope());
        _signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTermination);
        _ = Endpoint.Completion.ContinueWith(_ => Close(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>What it was started with.</summary>
    public EndpointOptions Options { get; }

    /// <summary>The endpoint itself.</summary>
    public IEndpoint Endpoint { get; }

    /// <summary>Whether it still answers.</summary>
    public bool Running => !Endpoint.Completion.IsCompleted;

    /// <summary>The local store behind it; null in memory.</summary>
    public string? StorePath { get; private init; }

    /// <summary>Starts one.</summary>
    /// <param name="options">Where and for whom.</param>
    /// <param name="connection">The local engine; the endpoint takes a share of its own.</param>
    public static RunningEndpoint Start(EndpointOptions options, ProviderConnection connection)
    {
        ProviderConnection own = connection.Share();
        try
        {
            return new RunningEndpoint(options, own) { StorePath = own.StorePath };
        }
        catch
        {
            own.Dispose();
            throw;
        }
    }

    /// <summary>Says that somebody waits for its end in the foreground and will end the process: a SIGTERM is then no more than that end.</summary>
    public void Await() => _awaited = true;

    /// <summary>Takes no more connections and lets the requests in hand finish.</summary>
    public Task StopAsync() => Endpoint.StopAsync(CancellationToken.None);

    private void OnTermination(PosixSignalContext context)
    {
        context.Cancel = _awaited;
        StopAsync().GetAwaiter().GetResult();
    }

    private void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            // Not here: unregistering waits for handlers, and a handler may be what got us here.
            _ = Task.Run(() => _signal?.Dispose());
            _connection.Dispose();
        }
    }
}
