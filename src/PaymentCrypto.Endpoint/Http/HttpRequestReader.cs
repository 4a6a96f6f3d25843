using System.Runtime.CompilerServices;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Endpoint.Http;

/// <summary>Reads requests from a stream, one after the other; what a client sends ahead waits in the buffer.</summary>
internal sealed class HttpRequestReader(Stream stream, EndpointLimits limits)
{
    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;
    private int _searched;

    /// <summary>
    /// Whether the client has begun a request that was not taken yet. Some send a line end too many after a body (RFC 9112, 2.2), which begins none: who
    /// took it for one would answer that the rest did not come, and the client would take that for the answer to its next request.
    /// </summary>
    internal bool HasBegun()
    {
        SkipLineEnds();
        return _end > _start;
    }

    /// <summary>Waits for what the client sends next, if it has not begun a request already.</summary>
    /// <returns>False when it closed instead.</returns>
    internal ValueTask<bool> WaitAsync(CancellationToken cancel) => HasBegun() ? ValueTask.FromResult(true) : FillAsync(cancel);

    /// <summary>Takes the head up to the empty line, if all of it was read; null if it was not.</summary>
    /// <exception cref="MalformedRequestException">It is not a request that this server takes.</exception>
    internal HttpRequestHead? TakeHead()
    {
        SkipLineEnds();
        int end = _buffer.AsSpan(_start + _searched, _end - _start - _searched).IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            // What was searched is not searched again: a head that comes byte by byte would take the square of its length.
            _searched = Math.Max(0, _end - _start - 3);
            return null;
        }

        int length = _searched + end;
        _searched = 0;
        HttpRequestHead head = HttpHeadParser.Parse(_buffer.AsSpan(_start, length), limits);
        _start += length + 4;
        return head;
    }

    /// <summary>Reads up to the empty line.</summary>
    /// <exception cref="MalformedRequestException">It is not a request that this server takes.</exception>
    /// <exception cref="EndOfStreamException">The client closed in the middle.</exception>
    internal async ValueTask<HttpRequestHead> ReadHeadAsync(CancellationToken cancel)
    {
        while (true)
        {
            if (TakeHead() is { } head)
            {
                return head;
            }

            if (_end - _start >= limits.MaxHeadBytes)
            {
                throw new MalformedRequestException(431, $"The request head is longer than {limits.MaxHeadBytes} bytes.");
            }

            RefuseOtherProtocols();
            if (!await FillAsync(cancel).ConfigureAwait(false))
            {
                throw new EndOfStreamException();
            }
        }
    }

    /// <summary>Whether the whole body was read.</summary>
    internal bool HasBody(HttpRequestHead head) => _end - _start >= head.ContentLength;

    /// <summary>Takes the body of a head, all of which was read. It lies in the buffer and is good until the next request is waited for.</summary>
    internal ReadOnlyMemory<byte> TakeBody(HttpRequestHead head)
    {
        _start += head.ContentLength;
        return _buffer.AsMemory(_start - head.ContentLength, head.ContentLength);
    }

    /// <summary>Reads the body of a head. It may lie in the buffer and is good until the next request is waited for.</summary>
    /// <exception cref="EndOfStreamException">The client closed in the middle.</exception>
    internal async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequestHead head, CancellationToken cancel)
    {
        if (HasBody(head))
        {
            return TakeBody(head);
        }

        // Grows with what has really come: a length alone reserves nothing.
        int taken = Math.Min(head.ContentLength, _end - _start);
        byte[] body = new byte[Math.Min(head.ContentLength, Math.Max(taken, 64 * 1024))];
        _buffer.AsSpan(_start, taken).CopyTo(body);
        _start += taken;
        while (taken < head.ContentLength)
        {
            if (taken == body.Length)
            {
                Array.Resize(ref body, (int)Math.Min(head.ContentLength, body.Length * 2L));
            }

            int count = await stream.ReadAsync(body.AsMemory(taken), cancel).ConfigureAwait(false);
            taken += count > 0 ? count : throw new EndOfStreamException();
        }

        return body;
    }

    private void SkipLineEnds()
    {
        while (_searched == 0 && _buffer.AsSpan(_start, _end - _start).StartsWith("\r\n"u8))
        {
            _start += 2;
        }
    }

    // A TLS or HTTP/2 client gets its answer from the first bytes; it would wait for ours otherwise.
    private void RefuseOtherProtocols()
    {
        ReadOnlySpan<byte> seen = _buffer.AsSpan(_start, _end - _start);
        if (seen.Length > 0 && seen[0] is not ((byte)'\r' or (>= (byte)'!' and <= (byte)'~')))
        {
            throw new MalformedRequestException(400, "This is not HTTP. Without a certificate the endpoint has no TLS: the URL begins with http://.");
        }
    }

    // Nearly every request waits here once: the state of the wait is taken from a pool and given back.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (_start == _end)
        {
            // Account numbers and clear data of the last request are not kept for as long as the client has nothing more to ask.
            _buffer.AsSpan(0, _end).Clear();
            _start = _end = 0;
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int count = await stream.ReadAsync(_buffer.AsMemory(_end), cancel).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }
}
