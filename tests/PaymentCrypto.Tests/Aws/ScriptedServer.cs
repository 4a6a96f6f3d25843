using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentCrypto.Tests.Aws;

/// <summary>
/// A server on loopback that answers what a test tells it to, right or wrong, and keeps what it heard. It is no part of the
/// project's endpoint, so that the two do not share a mistake.
/// </summary>
internal sealed class ScriptedServer : IDisposable
{
    /// <summary>An answer that never comes.</summary>
    public const string Silence = "silence";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RecordedRequest, int, string> _script;
    private readonly List<RecordedRequest> _requests = [];
    private readonly Task _accepting;

    /// <param name="script">From a request and its number, beginning with 0, to the bytes of the answer. An answer without a length is cut off after the last
    /// byte.</param>
    public ScriptedServer(Func<RecordedRequest, int, string> script)
    {
        _script = script;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = Task.Run(AcceptAsync);
    }

    public Uri Url { get; }

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public static ScriptedServer Answering(string answer) => new((_, _) => answer);

    public static string Http(int status, string body, string headers = "", string type = "application/x-amz-json-1.0") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nContent-Length: "
            + $"{Encoding.UTF8.GetByteCount(body)}\r\nx-amzn-RequestId: request-1\r\n{headers}\r\n{body}");

    public static string Error(string code, int status, string message = "m") =>
        Http(status, $$"""{"__type":"com.amazonaws.paymentcryptography#{{code}}","Message":"{{message}}"}""");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _accepting.Wait(TestContext.Current.CancellationToken);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    int number;
                    lock (_requests)
                    {
                        number = _requests.Count;
                        _requests.Add(request);
                    }

                    string answer = _script(request, number);
                    if (answer == Silence)
                    {
                        await Task.Delay(Timeout.Infinite, _stop.Token);
                    }

                    await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
                    if (!answer.Contains("Content-Length", StringComparison.Ordinal))
                    {
                        return;
                    }
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client has gone, or the test is over.
            }
        }
    }

    private async Task<RecordedRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new RecordedRequest(lines[0], headers, Encoding.UTF8.GetString(body));
    }
}
