using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentCrypto.Benchmarks;

/// <summary>The yardstick: a server that reads a request to its end and sends always the same answer.</summary>
internal sealed class TrivialServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;

    public TrivialServer(byte[] body)
    {
        string head = string.Create(CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: {body.Length}\r\n\r\n");
        _answer = [.. Encoding.ASCII.GetBytes(head), .. body];
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = Task.Run(AcceptAsync);
    }

    public Uri Url { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _listener.AcceptSocketAsync();
                _ = Task.Run(() => ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using (client)
        {
            client.NoDelay = true;
            byte[] buffer = new byte[64 * 1024];
            int end = 0;
            while (await client.ReceiveAsync(buffer.AsMemory(end)) is > 0 and int count)
            {
                end += count;
                if (IsWhole(buffer.AsSpan(0, end)))
                {
                    await client.SendAsync(_answer);
                    end = 0;
                }
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> request)
    {
        int body = request.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4)
        {
            return false;
        }

        string head = Encoding.ASCII.GetString(request[..body]);
        int length = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase) + 16;
        return request.Length - body >= int.Parse(head.AsSpan(length, head.IndexOf('\r', length) - length), CultureInfo.InvariantCulture);
    }
}
