// The helpers take the test's token; the timeout only keeps a hang from lasting.
#pragma warning disable xUnit1069

using System.Net.Sockets;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>Clients that are slow, greedy or broken, over real sockets. In each test an honest client is answered in the end.</summary>
public sealed class HostileClientTests
{
    private const int HangGuard = 120_000;
    private static readonly EndpointOptions Strict = new() { Limits = RunningEndpoint.Deadlines };

    [Theory(Timeout = HangGuard)]
    [InlineData("GARBAGE\r\n\r\n", "400")]
    [InlineData("\u0016\u0003\u0001", "400")]
    [InlineData("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "411")]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400")]
    public async Task What_is_not_http_is_told_so_and_closed(string bytes, string status)
    {
        using var server = new RunningEndpoint();
        using NetworkStream stream = await server.Send(bytes);
        Assert.StartsWith("HTTP/1.1 " + status, await stream.ReadStatusLine(), StringComparison.Ordinal);
        Assert.True(await stream.EndsOrderly());
        Assert.Equal(1, server.Endpoint.GetStatistics().MalformedRequests);
        Assert.Equal("HTTP/1.1 200 OK", await server.Honest());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_body_that_is_too_large_gets_its_answer_although_the_client_goes_on_sending()
    {
        using var server = new RunningEndpoint(options: new EndpointOptions { Limits = new EndpointLimits { MaxBodyBytes = 100_000 } });
        using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias(length: 150_000)[..^Requests.GetAliasBody.Length]);
        await stream.WriteAsync(new byte[150_000], RunningEndpoint.Cancel);
        Assert.Equal("HTTP/1.1 413 Content Too Large", await stream.ReadStatusLine());
        Assert.True(await stream.EndsOrderly());
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", 10)]
    [InlineData("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc", 20)]
    public async Task A_client_that_stops_in_the_middle_of_a_request_runs_into_a_deadline(string bytes, int seconds)
    {
        using var server = new RunningEndpoint(options: Strict);
        using NetworkStream stream = await server.Send(bytes);
        await server.Clock.TimerSet(TimeSpan.FromSeconds(seconds));
        server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal("HTTP/1.1 408 Request Timeout", await stream.ReadStatusLine());
        Assert.Equal(1, server.Endpoint.GetStatistics().MalformedRequests);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_client_that_drips_its_headers_does_not_gain_time_by_it()
    {
        using var server = new RunningEndpoint(options: Strict);
        using NetworkStream stream = await server.Send("POST / HTTP/1.1\r\nX: ");
        await server.Clock.TimerSet(RunningEndpoint.Deadlines.HeadTimeout);
        for (int second = 0; second < RunningEndpoint.Deadlines.HeadTimeout.TotalSeconds; second++)
        {
            await stream.WriteAsync("a"u8.ToArray(), RunningEndpoint.Cancel);
            server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("HTTP/1.1 408 Request Timeout", await stream.ReadStatusLine());
    }

    [Fact(Timeout = HangGuard)]
    public async Task An_idle_connection_is_closed_in_time()
    {
        using var server = new RunningEndpoint(options: Strict);
        using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias());
        Assert.Equal("HTTP/1.1 200 OK", await stream.ReadStatusLine());
        await server.Clock.TimerSet(RunningEndpoint.Deadlines.IdleTimeout);
        await server.Clock.TimerSet(RunningEndpoint.Deadlines.IdleTimeout);
        server.Clock.Advance(RunningEndpoint.Deadlines.IdleTimeout);
        Assert.True(await stream.EndsOrderly());
        Assert.Equal(0, server.Endpoint.GetStatistics().MalformedRequests);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_client_that_stops_reading_is_cut_off_in_time()
    {
        string large = new('k', 16 * 1024 * 1024);
        using var server = new RunningEndpoint(
            new FakeProvider
            {
                Answer = (request, _) => Task.FromResult<ApiResponse?>(
                    request is GetAliasRequest { AliasName: "alias/large" }
                        ? new GetAliasResponse { Alias = new Alias { AliasName = "alias/large", KeyArn = large } }
                        : null),
            },
            Strict);
        string body = """{"AliasName":"alias/large"}""";
        using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias(length: body.Length)[..^Requests.GetAliasBody.Length] + body);
        Assert.Equal(1, await stream.ReadAsync(new byte[1], RunningEndpoint.Cancel));
        Assert.Equal("HTTP/1.1 200 OK", await server.Honest());
        Assert.NotEqual(0, server.Endpoint.GetStatistics().OpenConnections);
        server.Clock.Advance(RunningEndpoint.Deadlines.ResponseTimeout);
        await server.Empty();
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_thousand_idle_connections_stay_within_the_bound_and_lock_nobody_out()
    {
        using var server = new RunningEndpoint(options: new EndpointOptions { Limits = new EndpointLimits { MaxConnections = 100 } });
        await WithMany(server, 1000, string.Empty);
        Assert.Equal(1001, server.Endpoint.GetStatistics().AcceptedConnections);
        Assert.Equal(901, server.Endpoint.GetStatistics().DisplacedConnections);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Connections_with_half_a_request_lock_nobody_out()
    {
        using var server = new RunningEndpoint(options: new EndpointOptions { Limits = new EndpointLimits { MaxConnections = 50 } });
        await WithMany(server, 200, "POST / HTTP/1.1\r\nX: ");
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_request_in_hand_is_not_cut_off_to_make_room()
    {
        var release = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        using var server = new RunningEndpoint(
            new FakeProvider
            {
                Answer = async (_, _) =>
                {
                    reached.TrySetResult();
                    await release.Task;
                    return null;
                },
            },
            new EndpointOptions { Limits = new EndpointLimits { MaxConnections = 1 } });
        using NetworkStream busy = await server.Send(RunningEndpoint.GetAlias());
        await reached.Task;
        using NetworkStream late = await server.Connect();
        Assert.Equal("HTTP/1.1 503 Service Unavailable", await late.ReadStatusLine());
        release.SetResult();
        Assert.Equal("HTTP/1.1 200 OK", await busy.ReadStatusLine());
    }

    [Fact(Timeout = HangGuard)]
    public async Task Clients_that_send_and_vanish_leave_the_server_answering()
    {
        using var server = new RunningEndpoint();
        for (int client = 0; client < 200; client++)
        {
            using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias()[..(client % RunningEndpoint.GetAlias().Length)]);
            stream.Socket.LingerState = new LingerOption(true, 0);
        }

        Assert.Equal("HTTP/1.1 200 OK", await server.Honest());
    }

    [Fact(Timeout = HangGuard)]
    public async Task Noise_of_any_sort_leaves_the_server_answering()
    {
        using var server = new RunningEndpoint();
        var random = new Random(20250102);
        byte[] template = Encoding.ASCII.GetBytes(RunningEndpoint.GetAlias());
        for (int client = 0; client < 200; client++)
        {
            byte[] bytes = [.. template];
            for (int change = random.Next(1, 10); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            using NetworkStream stream = await server.Connect();
            await stream.WriteAsync(bytes, RunningEndpoint.Cancel);
            stream.Socket.Shutdown(SocketShutdown.Send);
            await stream.EndsOrderly();
        }

        Assert.Equal("HTTP/1.1 200 OK", await server.Honest());
        Assert.DoesNotContain(server.Endpoint.TakeLog(), entry => entry.HttpStatus >= 500);
    }

    private static async Task WithMany(RunningEndpoint server, int count, string bytes)
    {
        var streams = new List<NetworkStream>();
        try
        {
            for (int connection = 0; connection < count; connection++)
            {
                streams.Add(await server.Send(bytes));
            }

            Assert.Equal("HTTP/1.1 200 OK", await server.Honest());
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }
}
