using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Endpoint.Connections;

/// <summary>One client's connection: reads a request, has it answered, writes the response, as long as both sides want.</summary>
internal sealed class Connection : IDisposable
{
    private const int ShortAnswer = 16 * 1024;

    private static readonly TimeSpan LingerTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A timer counts by another clock than <see cref="WaitingSince"/> and may strike this much too early.</summary>
    private static readonly TimeSpan TimerError = TimeSpan.FromMilliseconds(50);

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly HttpRequestReader _reader;
    private readonly EndpointOptions _options;
    private readonly Func<HttpRequest, CancellationToken, Task<HttpResponse>> _handle;
    private readonly ITimer _idle;
    private readonly ArrayBufferWriter<byte> _message = new();
    private readonly object _gate = new();
    private ConnectionState _state = ConnectionState.Waiting;
    private volatile bool _last;

    /// <summary>Takes over a connected socket.</summary>
    internal Connection(Socket socket, EndpointOptions options, Func<HttpRequest, CancellationToken, Task<HttpResponse>> handle)
    {
        socket.NoDelay = true;
        _socket = socket;
        _stream = options.Certificate is null ? new NetworkStream(socket) : new SslStream(new NetworkStream(socket));
        _options = options;
        _handle = handle;
        _reader = new HttpRequestReader(_stream, options.Limits);
        WaitingSince = options.TimeProvider.GetTimestamp();
        _idle = options.TimeProvider.CreateTimer(
            static connection => ((Connection)connection!).CloseIfIdle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Since when it waits for the client, as a timestamp of the clock. Only meaningful while <see cref="TryDisplace"/> could succeed.</summary>
    internal long WaitingSince { get; private set; }

    /// <summary>Whether a request is in hand.</summary>
    internal bool IsAnswering => _state == ConnectionState.Answering;

    /// <summary>Serves requests until one side ends it.</summary>
    /// <param name="malformed">Called for a request that never became one.</param>
    /// <param name="stop">Signalled when requests in hand are to be cut off.</param>
    internal async Task RunAsync(Action malformed, CancellationToken stop)
    {
        try
        {
            await SecureAsync().ConfigureAwait(false);
            while (_reader.HasBegun()
                ? await AnswerAsync(await ReceiveAsync().ConfigureAwait(false), stop).ConfigureAwait(false)
                : await WaitAsync().ConfigureAwait(false))
            {
            }
        }
        catch (MalformedRequestException exception)
        {
            malformed();
            await RefuseAsync(exception).ConfigureAwait(false);
        }
        catch (AuthenticationException)
        {
            // No TLS, or none that both sides speak: there is no way to say so.
            malformed();
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or TimeoutException)
        {
            // The client went away, was too slow to take its answer, or was cut off: nobody is left to tell.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Closes it to make room, unless a request is in hand.</summary>
    internal bool TryDisplace()
    {
        lock (_gate)
        {
            if (_state is ConnectionState.Answering or ConnectionState.Closed)
            {
                return false;
            }

            _state = ConnectionState.Closed;
        }

        try
        {
            // Wakes the reader, which then closes: disposing under a read in progress would reset the connection.
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client was faster.
            _socket.Dispose();
        }

        return true;
    }

    /// <summary>Makes the request in hand the last.</summary>
    internal void MarkLast() => _last = true;

    /// <summary>Cuts it off.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _state = ConnectionState.Closed;
        }

        _stream.Dispose();
        _socket.Dispose();
        _idle.Dispose();
    }

    private async Task SecureAsync()
    {
        if (_stream is SslStream stream)
        {
            using CancellationTokenSource deadline = Deadline(_options.Limits.HeadTimeout);
            await stream.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions
                {
                    ServerCertificateContext = _options.Certificate,
                    EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    ApplicationProtocols = [SslApplicationProtocol.Http11],
                },
                deadline.Token).ConfigureAwait(false);
        }
    }

    // Every request begins with it. A timer is set anew and not stopped when the request is there: it then strikes in vain.
    private ValueTask<bool> WaitAsync()
    {
        Enter(ConnectionState.Waiting);
        if (_last)
        {
            // Whoever ends the endpoint left it alone because it was answering, and its answer was written already: nobody would end it now.
            return ValueTask.FromResult(false);
        }

        _idle.Change(_options.Limits.IdleTimeout, Timeout.InfiniteTimeSpan);
        return _reader.WaitAsync(CancellationToken.None);
    }

    private void CloseIfIdle()
    {
        lock (_gate)
        {
            TimeSpan waiting = _options.TimeProvider.GetElapsedTime(WaitingSince);
            if (_state == ConnectionState.Waiting && waiting >= _options.Limits.IdleTimeout - TimerError)
            {
                TryDisplace();
            }
        }
    }

    private ValueTask<HttpRequest> ReceiveAsync()
    {
        Enter(ConnectionState.Receiving);
        HttpRequestHead? head = _reader.TakeHead();

        // Nearly every request comes in one piece. A deadline is a timer, and only who has to wait for the client needs one.
        return head is not null && _reader.HasBody(head) ? ValueTask.FromResult(Whole(head, _reader.TakeBody(head))) : ReceiveRestAsync(head);
    }

    private async ValueTask<HttpRequest> ReceiveRestAsync(HttpRequestHead? head)
    {
        head ??= await ReadHeadAsync().ConfigureAwait(false);
        return Whole(head, await ReadBodyAsync(head).ConfigureAwait(false));
    }

    private HttpRequest Whole(HttpRequestHead head, ReadOnlyMemory<byte> body)
    {
        if (!head.KeepAlive)
        {
            MarkLast();
        }

        return head.With(body);
    }

    private async ValueTask<HttpRequestHead> ReadHeadAsync()
    {
        using CancellationTokenSource deadline = Deadline(_options.Limits.HeadTimeout);
        return await InTimeAsync(_reader.ReadHeadAsync(deadline.Token)).ConfigureAwait(false);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequestHead head)
    {
        if (_reader.HasBody(head))
        {
            return _reader.TakeBody(head);
        }

        using CancellationTokenSource deadline = Deadline(_options.Limits.BodyTimeout);
        if (head.ExpectsContinue)
        {
            await _stream.WriteAsync(HttpResponseWriter.Continue, deadline.Token).ConfigureAwait(false);
        }

        return await InTimeAsync(_reader.ReadBodyAsync(head, deadline.Token)).ConfigureAwait(false);
    }

    private async Task<bool> AnswerAsync(HttpRequest request, CancellationToken stop)
    {
        if (!Enter(ConnectionState.Answering))
        {
            return false;
        }

        HttpResponse response = await _handle(request, stop).ConfigureAwait(false);
        if (response.Drop)
        {
            // A reset, not an orderly end: the client must not take it for an empty answer.
            _socket.LingerState = new LingerOption(true, 0);
            return false;
        }

        bool close = _last;
        await SendAsync(response, close).ConfigureAwait(false);
        return !close;
    }

    private async Task RefuseAsync(MalformedRequestException exception)
    {
        try
        {
            var response = new HttpResponse { Status = exception.Status, Body = System.Text.Encoding.UTF8.GetBytes(exception.Message + "\n") };
            response.Headers.Add("Content-Type", "text/plain; charset=utf-8");
            await SendAsync(response, close: true).ConfigureAwait(false);

            // Closing with unread input resets the connection and the client may lose the answer, so read on for a moment.
            _socket.Shutdown(SocketShutdown.Send);
            using CancellationTokenSource linger = Deadline(LingerTimeout);
            byte[] waste = new byte[16 * 1024];
            long left = 2L * _options.Limits.MaxBodyBytes;
            while (left > 0 && await _stream.ReadAsync(waste, linger.Token).ConfigureAwait(false) is > 0 and int count)
            {
                left -= count;
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException or TimeoutException)
        {
            // It went away without its answer.
        }
    }

    private async Task SendAsync(HttpResponse response, bool close)
    {
        ArrayBufferWriter<byte> message = response.Body.Length <= ShortAnswer ? _message : new();
        HttpResponseWriter.Write(message, response, _options.TimeProvider.GetUtcNow(), close);
        ReadOnlyMemory<byte> bytes = message.WrittenMemory;

        // Counted from the first byte: whoever takes too long is cut off, which ends the write too. What is short fits the system's buffer
        // nearly always, and needs no timer then.
        using CancellationTokenSource? deadline = bytes.Length > ShortAnswer ? Deadline(_options.Limits.ResponseTimeout) : null;
        ValueTask sending = _stream.WriteAsync(bytes, deadline?.Token ?? CancellationToken.None);
        await (deadline is not null || sending.IsCompletedSuccessfully
            ? sending
            : new ValueTask(sending.AsTask().WaitAsync(_options.Limits.ResponseTimeout, _options.TimeProvider))).ConfigureAwait(false);

        // What was decrypted for a client is not kept for as long as it has nothing more to ask.
        message.Clear();
    }

    private bool Enter(ConnectionState state)
    {
        lock (_gate)
        {
            if (_state == ConnectionState.Closed)
            {
                return false;
            }

            _state = state;
            WaitingSince = _options.TimeProvider.GetTimestamp();
            return true;
        }
    }

    private CancellationTokenSource Deadline(TimeSpan timeout) => new(timeout, _options.TimeProvider);

    private static async ValueTask<T> InTimeAsync<T>(ValueTask<T> receiving)
    {
        try
        {
            return await receiving.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new MalformedRequestException(408, "The request did not come in time.");
        }
    }
}
