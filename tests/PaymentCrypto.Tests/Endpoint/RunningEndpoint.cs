using System.Net;
using System.Net.Sockets;
using System.Text;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>An endpoint on a real port with a clock that the test turns.</summary>
internal sealed class RunningEndpoint : IDisposable
{
    public RunningEndpoint(FakeProvider? provider = null, EndpointOptions? options = null)
    {
        Provider = provider ?? new FakeProvider();
        Endpoint = new EndpointFactory().Start((options ?? new EndpointOptions()) with { TimeProvider = Clock }, Provider.ForScope);
    }

    /// <summary>The deadlines, each of another length.</summary>
    public static EndpointLimits Deadlines { get; } = new()
    {
        IdleTimeout = TimeSpan.FromSeconds(70),
        HeadTimeout = TimeSpan.FromSeconds(10),
        BodyTimeout = TimeSpan.FromSeconds(20),
        ResponseTimeout = TimeSpan.FromSeconds(30),
        StopTimeout = TimeSpan.FromSeconds(5),
    };

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ObservedClock Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public FakeProvider Provider { get; }

    public IEndpoint Endpoint { get; }

    public async Task<NetworkStream> Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Endpoint.Url.Port, Cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async Task<NetworkStream> Send(string bytes)
    {
        NetworkStream stream = await Connect();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), Cancel);
        return stream;
    }

    /// <summary>The status line of an honest request on a connection of its own.</summary>
    public async Task<string> Honest()
    {
        using NetworkStream stream = await Send(GetAlias());
        return await stream.ReadStatusLine();
    }

    /// <summary>Waits until everybody has gone.</summary>
    public async Task Empty()
    {
        while (Endpoint.GetStatistics().OpenConnections > 0)
        {
            await Task.Yield();
            Cancel.ThrowIfCancellationRequested();
        }
    }

    public static string GetAlias(string headers = "", int? length = null) =>
        "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-amz-json-1.0\r\nX-Amz-Target: PaymentCryptographyControlPlane.GetAlias\r\n"
        + $"{headers}Content-Length: {length ?? Requests.GetAliasBody.Length}\r\n\r\n{Requests.GetAliasBody}";

    public void Dispose() => Endpoint.Dispose();
}
