using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>AWS STS on loopback: hands out one pair of keys for the right one-time code.</summary>
internal sealed class TokenService : IDisposable
{
    private const string Variable = "AWS_ENDPOINT_URL_STS";

    private readonly HttpListener _listener = new();
    private readonly string _code;

    public TokenService(string code)
    {
        _code = code;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        Environment.SetEnvironmentVariable(Variable, Url);
        _ = Task.Run(Serve);
    }

    public string Url { get; }

    public int Calls { get; private set; }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _listener.Close();
    }

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                Answer(context.Response, await reader.ReadToEndAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerResponse response, string form)
    {
        Calls++;
        bool right = form.Contains($"TokenCode={_code}&", StringComparison.Ordinal) || form.EndsWith($"TokenCode={_code}", StringComparison.Ordinal);
        response.StatusCode = right ? 200 : 403;
        response.ContentType = "text/xml";
        response.Close(
            Encoding.UTF8.GetBytes(right
                ? """
                <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>AKIDEXAMPLE</AccessKeyId>
                <SecretAccessKey>right</SecretAccessKey><SessionToken>session</SessionToken><Expiration>2999-01-01T00:00:00Z</Expiration></Credentials>
                <AssumedRoleUser><Arn>arn:aws:sts::111122223333:assumed-role/r/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser></AssumeRoleResult></AssumeRoleResponse>
                """
                : "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>MultiFactorAuthentication failed with invalid MFA one time "
                    + "pass code.</Message></Error></ErrorResponse>"),
            willBlock: true);
    }
}
