namespace PaymentCrypto.Endpoint.Connections;

/// <summary>The open connections, and the rule who makes room when there are too many.</summary>
internal sealed class ConnectionTable(int capacity)
{
    private readonly object _gate = new();
    private readonly Dictionary<Connection, Task> _running = [];
    private bool _closed;
    private long _accepted;
    private long _displaced;

    /// <summary>Connections that are open now.</summary>
    internal int Open
    {
        get
        {
            lock (_gate)
            {
                return _running.Count;
            }
        }
    }

    /// <summary>Connections that were let in.</summary>
    internal long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Connections that had to go, or were not let in, for want of room.</summary>
    internal long Displaced => Interlocked.Read(ref _displaced);

    /// <summary>
    /// Lets a connection in and runs it. When the table is full, the one that has kept us waiting for longest goes: neither idle clients
    /// nor ones that send a byte now and then can lock others out. A request in hand is never cut off for it.
    /// </summary>
    /// <param name="connection">The new connection.</param>
    /// <param name="run">Runs it to its end.</param>
    /// <returns>False when every other connection has a request in hand, or the table is closed; the caller closes the connection.</returns>
    internal bool TryAdd(Connection connection, Func<Task> run)
    {
        lock (_gate)
        {
            if (_closed || (_running.Count >= capacity && !DisplaceOne()))
            {
                Interlocked.Increment(ref _displaced);
                return false;
            }

            Interlocked.Increment(ref _accepted);
            _running.Add(connection, Task.Run(async () =>
            {
                try
                {
                    await run().ConfigureAwait(false);
                }
                finally
                {
                    Remove(connection);
                }
            }));
            return true;
        }
    }

    /// <summary>Lets nobody in any more, ends what waits, and returns what still answers.</summary>
    internal Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (Connection connection in _running.Keys)
            {
                connection.MarkLast();
            }

            foreach (Connection connection in _running.Keys)
            {
                connection.TryDisplace();
            }

            return Task.WhenAll(_running.Values);
        }
    }

    /// <summary>Cuts off whatever is left.</summary>
    internal void Abort()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (Connection connection in _running.Keys)
            {
                connection.Dispose();
            }
        }
    }

    private bool DisplaceOne()
    {
        foreach (Connection connection in _running.Keys.Where(connection => !connection.IsAnswering).OrderBy(connection => connection.WaitingSince))
        {
            if (connection.TryDisplace())
            {
                _running.Remove(connection);
                Interlocked.Increment(ref _displaced);
                return true;
            }
        }

        return false;
    }

    private void Remove(Connection connection)
    {
        lock (_gate)
        {
            _running.Remove(connection);
        }
    }
}
