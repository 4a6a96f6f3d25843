using System.Net;
using System.Net.Sockets;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Connections;

/// <summary>Listens on a TCP port and serves every connection that comes. Why not HttpListener: docs/adr/0003-endpoint-listener.md.</summary>
internal sealed class ConnectionListener : IDisposable
{
    private const int Backlog = 512;
    private static readonly TimeSpan AcceptRetryDelay = TimeSpan.FromMilliseconds(50);
    private static readonly ReadOnlyMemory<byte> Full = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray();

    private readonly Socket _socket;
    private readonly EndpointOptions _options;
    private readonly Func<HttpRequest, CancellationToken, Task<HttpResponse>> _handle;
    private readonly CancellationTokenSource _stopAccepting = new();
    private readonly CancellationTokenSource _stopAnswering = new();
    private readonly Task _accepting;
    private long _malformed;

    /// <summary>Binds the port and begins to accept.</summary>
    /// <param name="options">Address, port, limits and clock.</param>
    /// <param name="handle">Answers a request; it does not throw for anything a client does.</param>
    /// <exception cref="InvalidConfigurationException">The address cannot be bound.</exception>
    internal ConnectionListener(EndpointOptions options, Func<HttpRequest, CancellationToken, Task<HttpResponse>> handle)
    {
        _options = options;
        _handle = handle;
        Connections = new ConnectionTable(options.Limits.MaxConnections);
        _socket = new Socket(options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.Bind(new IPEndPoint(options.Address, options.Port));
            _socket.Listen(Backlog);
        }
        catch (SocketException exception)
        {
            _socket.Dispose();
            throw BindingFailure(options, exception);
        }

        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        _accepting = Task.Run(AcceptAsync);
    }

    /// <summary>The port that was bound.</summary>
    internal int Port { get; }

    /// <summary>The open connections.</summary>
    internal ConnectionTable Connections { get; }

    /// <summary>Requests that never became one.</summary>
    internal long Malformed => Interlocked.Read(ref _malformed);

    /// <summary>Takes no more connections, lets the requests in hand finish within the limit, then cuts off the rest.</summary>
    internal async Task StopAsync(CancellationToken cancel)
    {
        await _stopAccepting.CancelAsync().ConfigureAwait(false);
        _socket.Dispose();
        await _accepting.ConfigureAwait(false);
        Task finished = Connections.CloseAsync();
        try
        {
            await finished.WaitAsync(_options.Limits.StopTimeout, _options.TimeProvider, cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            await _stopAnswering.CancelAsync().ConfigureAwait(false);
            Connections.Abort();
        }
    }

    /// <summary>Stops at once.</summary>
    public void Dispose()
    {
        _stopAccepting.Cancel();
        _stopAnswering.Cancel();
        _socket.Dispose();
        Connections.Abort();
    }

    private async Task AcceptAsync()
    {
        while (!_stopAccepting.IsCancellationRequested)
        {
            try
            {
                Socket client = await _socket.AcceptAsync(_stopAccepting.Token).ConfigureAwait(false);
                Serve(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException) when (!_stopAccepting.IsCancellationRequested)
            {
                // The client gave up before we took it, or this process has no file descriptor left: go on, but do not spin.
                await Task.Delay(AcceptRetryDelay, _stopAccepting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private void Serve(Socket client)
    {
        var connection = new Connection(client, _options, _handle);
        if (!Connections.TryAdd(connection, () => connection.RunAsync(() => Interlocked.Increment(ref _malformed), _stopAnswering.Token)))
        {
            // Best effort and never waiting: a fresh socket has room for these few bytes.
            client.Blocking = false;
            client.Send(Full.Span, SocketFlags.None, out _);
            connection.Dispose();
        }
    }

    private static InvalidConfigurationException BindingFailure(EndpointOptions options, SocketException exception)
    {
        string place = new IPEndPoint(options.Address, options.Port).ToString();
        return exception.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse =>
                new("PcEndpointPortInUse", $"Another program listens on {place}. Choose another port, or 0 for a free one.", exception),
            SocketError.AccessDenied =>
                new("PcEndpointAccessDenied", $"This user may not listen on {place}. Choose a port above 1023, or 0 for a free one.", exception),
            SocketError.AddressNotAvailable => new("PcEndpointAddressInvalid", $"{options.Address} is not an address of this machine.", exception),
            _ => new("PcEndpointNotBound", $"The endpoint cannot listen on {place}: {exception.Message}", exception),
        };
    }
}
