using PaymentCrypto.Endpoints;

namespace PaymentCrypto.Sessions;

/// <summary>The endpoints that a session has started and that still run.</summary>
internal sealed class SessionEndpoints
{
    private readonly object _gate = new();
    private readonly List<RunningEndpoint> _endpoints = [];

    /// <summary>Remembers one.</summary>
    public void Add(RunningEndpoint endpoint)
    {
        lock (_gate)
        {
            _endpoints.Add(endpoint);
        }
    }

    /// <summary>Those that still run, oldest first.</summary>
    public IReadOnlyList<RunningEndpoint> List()
    {
        lock (_gate)
        {
            _endpoints.RemoveAll(static endpoint => !endpoint.Running);
            return [.. _endpoints];
        }
    }

    /// <summary>Stops them all, and waits for the requests in hand.</summary>
    public void Stop() => Task.WaitAll([.. List().Select(static endpoint => Task.Run(endpoint.StopAsync))]);
}
