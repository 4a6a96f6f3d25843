#:property InvariantGlobalization=true
#:property IlcOptimizationPreference=Size
#:property StackTraceSupport=false
#:property ConcurrentGarbageCollection=false

// The yardstick: a program that listens and gives each request the same answer, and says where as `paymentcrypto serve` does.
using System.Net;
using System.Net.Sockets;
using System.Text;

using TcpListener listener = new(IPAddress.Loopback, 0);
listener.Start();
Console.Out.WriteLine($"AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY=http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
byte[] answer = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: 11\r\n\r\n{\"Keys\":[]}");
while (true)
{
    Socket client = await listener.AcceptSocketAsync();
    _ = Task.Run(async () =>
    {
        byte[] buffer = new byte[64 * 1024];
        while (await client.ReceiveAsync(buffer.AsMemory()) > 0)
        {
            await client.SendAsync(answer);
        }
    });
}
