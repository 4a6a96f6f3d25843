using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>Reads responses off a raw connection.</summary>
internal static class SocketText
{
    public static async Task<string> ReadStatusLine(this NetworkStream stream) => (await stream.ReadResponse()).Split("\r\n")[0];

    /// <summary>One response, head and body; empty when the server closed instead.</summary>
    public static async Task<string> ReadResponse(this NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] one = new byte[1];
        int left = -1;
        while (left != 0 && await stream.ReadAsync(one, RunningEndpoint.Cancel) == 1)
        {
            text.Append((char)one[0]);
            left--;
            if (left < 0 && one[0] == '\n' && text.ToString() is var head && head.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                string length = head.Split("Content-Length: ") is [_, var after] ? after.Split("\r\n")[0] : "0";
                left = int.Parse(length, CultureInfo.InvariantCulture);
            }
        }

        return text.ToString();
    }

    /// <summary>True for an orderly end, false for a reset.</summary>
    public static async Task<bool> EndsOrderly(this NetworkStream stream)
    {
        try
        {
            while (await stream.ReadAsync(new byte[1024], RunningEndpoint.Cancel) > 0)
            {
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
