// The helpers take the test's token; the timeout only keeps a hang from lasting.
#pragma warning disable xUnit1069

using System.Net;
using System.Net.Sockets;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The endpoint over real sockets, with clients that behave.</summary>
public sealed class ListenerTests
{
    private const int HangGuard = 120_000;

    [Fact(Timeout = HangGuard)]
    public async Task A_connection_serves_many_requests_also_when_they_are_sent_ahead()
    {
        using var server = new RunningEndpoint();
        using NetworkStream stream = await server.Send(string.Concat(Enumerable.Repeat(RunningEndpoint.GetAlias(), 50)));
        for (int answer = 0; answer < 50; answer++)
        {
            string response = await stream.ReadResponse();
            Assert.StartsWith("HTTP/1.1 200 OK\r\nDate: Thu, 02 Jan 2025 03:04:05 GMT\r\n", response, StringComparison.Ordinal);
            Assert.EndsWith("""{"Alias":{"AliasName":"alias/a","KeyArn":"111122223333/us-east-1"}}""", response, StringComparison.Ordinal);
        }

        EndpointStatistics statistics = server.Endpoint.GetStatistics();
        Assert.Equal((1, 50, 0), (statistics.AcceptedConnections, statistics.Requests, statistics.Errors));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_client_that_waits_with_its_body_is_told_to_go_on()
    {
        using var server = new RunningEndpoint();
        string request = RunningEndpoint.GetAlias("Expect: 100-continue\r\n");
        using NetworkStream stream = await server.Send(request[..^Requests.GetAliasBody.Length]);
        Assert.Equal("HTTP/1.1 100 Continue", await stream.ReadStatusLine());
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(Requests.GetAliasBody), RunningEndpoint.Cancel);
        Assert.Equal("HTTP/1.1 200 OK", await stream.ReadStatusLine());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_client_that_wants_to_close_is_closed_after_its_answer()
    {
        using var server = new RunningEndpoint();
        using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias("Connection: close\r\n"));
        Assert.Contains("\r\nConnection: close\r\n", await stream.ReadResponse(), StringComparison.Ordinal);
        Assert.True(await stream.EndsOrderly());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_real_http_client_gets_its_answers()
    {
        using var server = new RunningEndpoint();
        using var client = new HttpClient();
        using var content = new ByteArrayContent("{\"AliasName\":\"alias/a\"}"u8.ToArray());
        content.Headers.ContentType = new("application/x-amz-json-1.0");
        content.Headers.Add("X-Amz-Target", "PaymentCryptographyControlPlane.GetAlias");
        using HttpResponseMessage response = await client.PostAsync(server.Endpoint.Url, content, RunningEndpoint.Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using HttpResponseMessage get = await client.GetAsync(server.Endpoint.Url, RunningEndpoint.Cancel);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_dropped_connection_is_a_reset_without_an_answer()
    {
        using var server = new RunningEndpoint();
        server.Endpoint.AddFault(new EndpointFault { Operation = "GetAlias", Kind = EndpointFaultKind.DropConnection });
        using (NetworkStream dropped = await server.Send(RunningEndpoint.GetAlias()))
        {
            Assert.False(await dropped.EndsOrderly());
        }

        Assert.Equal("HTTP/1.1 200 OK", await server.Honest());
    }

    [Fact(Timeout = HangGuard)]
    public async Task Stopping_lets_the_request_in_hand_finish_and_ends_the_idle_connections()
    {
        var release = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        using var server = new RunningEndpoint(new FakeProvider
        {
            Answer = async (_, cancel) =>
            {
                reached.SetResult();
                await release.Task.WaitAsync(cancel);
                return null;
            },
        });
        using NetworkStream idle = await server.Connect();
        using NetworkStream busy = await server.Send(RunningEndpoint.GetAlias());
        await reached.Task;
        Task stopping = server.Endpoint.StopAsync(RunningEndpoint.Cancel);
        Assert.True(await idle.EndsOrderly());
        Assert.False(stopping.IsCompleted);
        release.SetResult();
        Assert.Contains("\r\nConnection: close\r\n", await busy.ReadResponse(), StringComparison.Ordinal);
        await stopping;
        await server.Endpoint.Completion;
        await Assert.ThrowsAsync<SocketException>(server.Connect);
        await server.Endpoint.StopAsync(RunningEndpoint.Cancel);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Stopping_while_an_answer_is_written_ends_its_connection_too()
    {
        using var server = new RunningEndpoint();
        using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias());
        Assert.Equal("HTTP/1.1 200 OK", await stream.ReadStatusLine());
        Task? stopping = null;

        // The time is asked for when the request is there, and again for the head of its answer, when it is decided that the connection goes on.
        int asked = 0;
        server.Clock.Asked = () =>
        {
            if (++asked == 2)
            {
                stopping = server.Endpoint.StopAsync(RunningEndpoint.Cancel);
            }
        };
        await stream.WriteAsync(Encoding.Latin1.GetBytes(RunningEndpoint.GetAlias()), RunningEndpoint.Cancel);

        Assert.DoesNotContain("Connection: close", await stream.ReadResponse(), StringComparison.Ordinal);
        Assert.True(await stream.EndsOrderly());
        await stopping!;
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_line_end_too_many_after_a_body_begins_no_request()
    {
        using var server = new RunningEndpoint(options: new EndpointOptions { Limits = RunningEndpoint.Deadlines });
        using NetworkStream stream = await server.Send(RunningEndpoint.GetAlias() + "\r\n");
        Assert.Equal("HTTP/1.1 200 OK", await stream.ReadStatusLine());
        await server.Clock.TimerSet(RunningEndpoint.Deadlines.IdleTimeout);
        Task waits = server.Clock.TimerSet(RunningEndpoint.Deadlines.IdleTimeout);
        Assert.Same(waits, await Task.WhenAny(waits, server.Clock.TimerSet(RunningEndpoint.Deadlines.HeadTimeout)));
        server.Clock.Advance(RunningEndpoint.Deadlines.HeadTimeout * 2);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(RunningEndpoint.GetAlias()), RunningEndpoint.Cancel);
        Assert.Equal("HTTP/1.1 200 OK", await stream.ReadStatusLine());
        Assert.Equal(0, server.Endpoint.GetStatistics().MalformedRequests);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Stopping_cuts_a_request_off_that_does_not_finish_in_time()
    {
        var cutOff = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        using var server = new RunningEndpoint(new FakeProvider
        {
            Answer = async (_, cancel) =>
            {
                using CancellationTokenRegistration registration = cancel.Register(cutOff.SetResult);
                reached.SetResult();
                await Task.Delay(Timeout.Infinite, cancel);
                return null;
            },
        }, new EndpointOptions { Limits = RunningEndpoint.Deadlines });
        using NetworkStream busy = await server.Send(RunningEndpoint.GetAlias());
        await reached.Task;
        Task stopping = server.Endpoint.StopAsync(RunningEndpoint.Cancel);
        await server.Clock.TimerSet(RunningEndpoint.Deadlines.StopTimeout);
        server.Clock.Advance(RunningEndpoint.Deadlines.StopTimeout);
        await cutOff.Task;
        await stopping;
        _ = await busy.EndsOrderly();
        Assert.True(server.Endpoint.Completion.IsCompletedSuccessfully);
    }

    [Fact]
    public void A_port_that_is_taken_and_an_address_that_is_not_ours_are_named()
    {
        using var first = new RunningEndpoint();
        InvalidConfigurationException taken = Assert.Throws<InvalidConfigurationException>(
            () => new RunningEndpoint(options: new EndpointOptions { Port = first.Endpoint.Url.Port }));
        Assert.Equal("PcEndpointPortInUse", taken.ErrorId);
        Assert.Contains(first.Endpoint.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), taken.Message, StringComparison.Ordinal);

        // 192.0.2.0/24 is for documentation: no machine has it.
        EndpointAccessKey key = new() { AccessKeyId = "A", SecretAccessKey = "s" };
        InvalidConfigurationException foreign = Assert.Throws<InvalidConfigurationException>(
            () => new RunningEndpoint(options: new EndpointOptions { Address = IPAddress.Parse("192.0.2.1"), AccessKeys = [key] }));
        Assert.Equal("PcEndpointAddressInvalid", foreign.ErrorId);
    }

    [Fact]
    public void Listening_beyond_loopback_demands_signatures() => Assert.Equal(
        "PcEndpointUnprotected",
        Assert.Throws<InvalidConfigurationException>(() => new RunningEndpoint(options: new EndpointOptions { Address = IPAddress.Any })).ErrorId);

    public static TheoryData<EndpointOptions> Wrong => new()
    {
        new EndpointOptions { Port = -1 },
        new EndpointOptions { Port = 65536 },
        new EndpointOptions { Limits = new EndpointLimits { MaxConnections = 0 } },
        new EndpointOptions { Limits = new EndpointLimits { IdleTimeout = TimeSpan.Zero } },
        new EndpointOptions { AccessKeys = [new EndpointAccessKey { AccessKeyId = "A/B", SecretAccessKey = "s" }] },
        new EndpointOptions { AccessKeys = [new EndpointAccessKey { AccessKeyId = "A", SecretAccessKey = "" }] },
        new EndpointOptions { AccessKeys = [new EndpointAccessKey { AccessKeyId = "A", SecretAccessKey = "s" },
            new EndpointAccessKey { AccessKeyId = "A", SecretAccessKey = "t" }] },
        new EndpointOptions { AccessKeys = [new EndpointAccessKey { AccessKeyId = "A", SecretAccessKey = "s", AccountId = "12" }] },
        new EndpointOptions { DefaultAccountId = "x" },
        new EndpointOptions { DefaultRegion = "x" },
        new EndpointOptions { Accounts = new Dictionary<string, string> { ["A"] = "x" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_can_not_be_meant_are_refused_before_anything_is_bound(EndpointOptions options) =>
        Assert.Throws<InvalidConfigurationException>(() => new RunningEndpoint(options: options));

    [Fact]
    public void The_environment_variables_point_an_sdk_here_and_hold_no_configured_secret()
    {
        using var open = new RunningEndpoint();
        Assert.Equal($"http://127.0.0.1:{open.Endpoint.Url.Port}", open.Endpoint.EnvironmentVariables["AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY"]);
        Assert.Equal($"http://127.0.0.1:{open.Endpoint.Url.Port}", open.Endpoint.EnvironmentVariables["AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY_DATA"]);
        Assert.Equal("us-east-1", open.Endpoint.EnvironmentVariables["AWS_REGION"]);

        EndpointAccessKey key = new() { AccessKeyId = "AKID", SecretAccessKey = "the secret" };
        using var closed = new RunningEndpoint(options: new EndpointOptions { AccessKeys = [key] });
        Assert.Equal("AKID", closed.Endpoint.EnvironmentVariables["AWS_ACCESS_KEY_ID"]);
        Assert.DoesNotContain("the secret", string.Join(' ', closed.Endpoint.EnvironmentVariables.Values), StringComparison.Ordinal);
        Assert.DoesNotContain("the secret", key.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_factory_is_found_by_name_with_a_parameterless_constructor()
    {
        Type type = typeof(EndpointFactory).Assembly.GetType("PaymentCrypto.Endpoint.EndpointFactory", throwOnError: true)!;
        Assert.IsAssignableFrom<IEndpointFactory>(Activator.CreateInstance(type));
    }
}
