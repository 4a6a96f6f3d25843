using System.Net.Sockets;
using System.Text;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>Many requests, on one connection and on as many connections: memory stays where it was.</summary>
[Collection(AloneCollection.Name)]
public sealed class SoakTests : IDisposable
{
    private const int Requests = 5_000;

    // Far above what a collection leaves behind by chance; a kibibyte kept for each request would be more.
    private const long Slack = 2 * 1024 * 1024;

    private static readonly byte[] Request = Encoding.ASCII.GetBytes(RunningEndpoint.GetAlias("X-Padding: " + new string('x', 1000) + "\r\n"));

    private readonly IEndpoint _endpoint = new EndpointFactory().Start(new EndpointOptions(), new FakeProvider().ForScope);

    [Fact]
    public async Task Requests_on_one_connection_leave_nothing_behind()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_endpoint.Url.Host, _endpoint.Url.Port, RunningEndpoint.Cancel);
        await Flat(() => Ask(client.GetStream()), Requests);
    }

    [Fact]
    public async Task Connections_leave_nothing_behind()
    {
        await Flat(
            async () =>
            {
                using var client = new TcpClient();
                await client.ConnectAsync(_endpoint.Url.Host, _endpoint.Url.Port, RunningEndpoint.Cancel);
                await Ask(client.GetStream());
            },
            Requests);
    }

    public void Dispose() => _endpoint.Dispose();

    // Head and body leave the endpoint in one write.
    private static async Task Ask(NetworkStream stream)
    {
        byte[] answer = new byte[4096];
        await stream.WriteAsync(Request, RunningEndpoint.Cancel);
        int length = await stream.ReadAsync(answer, RunningEndpoint.Cancel);
        Assert.StartsWith("HTTP/1.1 200 OK", Encoding.ASCII.GetString(answer, 0, length), StringComparison.Ordinal);
    }

    private async Task Flat(Func<Task> request, int count)
    {
        await Repeat(request, count / 5);
        long before = Settled();
        await Repeat(request, count);
        long grown = Settled() - before;
        Assert.True(grown < Slack, $"{grown} bytes more after {count} requests.");
        Assert.Equal(0, _endpoint.GetStatistics().Errors);
    }

    // The log has a bound of its own, which is not reached here: it is taken, as Get-PcEndpoint -Verbose does.
    private long Settled()
    {
        _endpoint.TakeLog();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task Repeat(Func<Task> request, int count)
    {
        for (int number = 0; number < count; number++)
        {
            await request();
        }
    }
}
