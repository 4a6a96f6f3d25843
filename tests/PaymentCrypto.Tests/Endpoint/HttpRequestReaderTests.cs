using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint.Http;

namespace PaymentCrypto.Tests.Endpoint;

public sealed class HttpRequestReaderTests
{
    private static readonly EndpointLimits Limits = new() { MaxBodyBytes = 200_000, MaxHeadBytes = 8 * 1024 };

    [Fact]
    public async Task Requests_that_were_sent_ahead_come_one_after_the_other()
    {
        HttpRequestReader reader = Reader("\r\nPOST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.0\r\nX:  y \t\r\n\r\n");
        (HttpRequestHead head, HttpRequest request) = await Read(reader);
        Assert.Equal(("POST", "/a", "b=c", "abc", true),
            (request.Method, request.Path, request.Query, Encoding.UTF8.GetString(request.Body.Span), head.KeepAlive));
        (head, request) = await Read(reader);
        Assert.Equal(("GET", "/", "", "y", false), (request.Method, request.Path, request.Query, request.Headers.Get("x"), head.KeepAlive));
        Assert.False(await reader.WaitAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("Connection: close", false)]
    [InlineData("Connection: TE, Close", false)]
    [InlineData("Connection: keep-alive", true)]
    public async Task A_client_can_say_that_it_is_the_last_request(string header, bool keepAlive) =>
        Assert.Equal(keepAlive, (await Read(Reader($"GET / HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n"))).Head.KeepAlive);

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n", 411)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 411)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 200001\r\n\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999999999\r\n\r\n", 413)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost : x\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\ny: z\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n", 400)]
    [InlineData("POST  / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1 \r\nHost: x\r\n\r\n", 400)]
    [InlineData("POST http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("POST /\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("POST  HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("P(ST / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("POST /\r\n\r\n", 400)]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505)]
    [InlineData("POST / HTTP/3.0\r\nHost: x\r\n\r\n", 505)]
    [InlineData("\u0016\u0003\u0001\u0002\u0000", 400)]
    public async Task What_is_not_a_request_of_this_server_is_refused(string text, int status) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<MalformedRequestException>(() => Read(Reader(text)))).Status);

    [Fact]
    public async Task A_head_has_a_longest_length_and_a_largest_number_of_headers()
    {
        Assert.Equal(431,
            (await Assert.ThrowsAsync<MalformedRequestException>(() => Read(Reader("GET / HTTP/1.1\r\nHost: x\r\nA: " + new string('a', 9000))))).Status);
        string many = string.Concat(Enumerable.Repeat("A: b\r\n", 101));
        Assert.Equal(431, (await Assert.ThrowsAsync<MalformedRequestException>(() => Read(Reader($"GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n")))).Status);
    }

    [Theory]
    [InlineData("POST / HT")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab")]
    public async Task A_request_that_ends_in_the_middle_is_no_request(string text) =>
        await Assert.ThrowsAsync<EndOfStreamException>(() => Read(Reader(text)));

    [Property]
    public void However_the_bytes_are_cut_the_request_is_the_same(PositiveInt size, PositiveInt length)
    {
        ArgumentNullException.ThrowIfNull(size);
        ArgumentNullException.ThrowIfNull(length);
        string body = new('b', length.Get * 997 % 150_000);
        var reader = new HttpRequestReader(
            new SlowStream(Encoding.Latin1.GetBytes(
                $"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n\r\n{body}GET /next HTTP/1.1\r\nHost: x\r\n\r\n"), size.Get), Limits);
        Assert.Equal(body, Encoding.UTF8.GetString(Read(reader).GetAwaiter().GetResult().Request.Body.Span));
        Assert.Equal("/next", Read(reader).GetAwaiter().GetResult().Request.Path);
    }

    [Property(MaxTest = 500)]
    public void Any_damage_is_a_request_or_is_refused(byte[] noise, NonNegativeInt where)
    {
        ArgumentNullException.ThrowIfNull(noise);
        ArgumentNullException.ThrowIfNull(where);
        byte[] bytes = "POST / HTTP/1.1\r\nHost: localhost:8080\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray();
        int start = where.Get % bytes.Length;
        noise.AsSpan(0, Math.Min(noise.Length, bytes.Length - start)).CopyTo(bytes.AsSpan(start));
        Exception? thrown = Record.Exception(() => Read(new HttpRequestReader(new MemoryStream(bytes), Limits)).GetAwaiter().GetResult());
        Assert.True(thrown is null or MalformedRequestException { Status: >= 400 and < 600 } or EndOfStreamException, thrown?.ToString());
    }

    private static HttpRequestReader Reader(string text) => new(new MemoryStream(Encoding.Latin1.GetBytes(text)), Limits);

    private static async Task<(HttpRequestHead Head, HttpRequest Request)> Read(HttpRequestReader reader)
    {
        Assert.True(await reader.WaitAsync(CancellationToken.None));
        HttpRequestHead head = await reader.ReadHeadAsync(CancellationToken.None);
        return (head, head.With(await reader.ReadBodyAsync(head, CancellationToken.None)));
    }

    private sealed class SlowStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}
