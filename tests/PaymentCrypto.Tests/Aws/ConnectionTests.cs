using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Aws.Client;

namespace PaymentCrypto.Tests.Aws;

public sealed class ConnectionTests : AwsTests
{
    [Fact]
    public async Task A_closed_port_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://{listener.LocalEndpoint}/");
        listener.Stop();
        AwsConnectionException error = await Failure(Keys(url));
        Assert.Equal(("PcAwsUnreachable", ErrorKind.Unreachable), (error.ErrorId, error.Kind));
        Assert.Contains($"{url.Authority} cannot be reached: the connection was refused", error.Message, StringComparison.Ordinal);
        Assert.Contains("region", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_tls_behind_an_https_url_is_unreachable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var speaking = Task.Run(
            async () =>
            {
                using TcpClient client = await listener.AcceptTcpClientAsync(Cancel);
                await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Cancel);
            },
            Cancel);
        AwsConnectionException error = await Failure(Keys(new Uri($"https://{listener.LocalEndpoint}/")) with { MaxAttempts = 1 });
        Assert.Equal("PcAwsUnreachable", error.ErrorId);
        await speaking;
    }

    [Fact]
    public async Task Silence_is_a_timeout_after_every_attempt()
    {
        var time = new FakeTimeProvider();
        var timeout = TimeSpan.FromMinutes(10);
        using var server = new ScriptedServer((_, _) =>
        {
            _ = Task.Run(() => time.Advance(timeout), Cancel);
            return ScriptedServer.Silence;
        });
        var reports = new List<AwsRetry>();
        AwsConnectionException error = await Failure(Keys(server.Url) with { Timeout = timeout, MaxAttempts = 2, OnRetry = reports.Add }, time);
        Assert.Equal("PcAwsTimeout", error.ErrorId);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(new AwsRetry("ListKeys", 2, 2, "no answer in time"), Assert.Single(reports));
    }

    [Fact]
    public async Task A_body_that_does_not_end_is_a_timeout_too()
    {
        var time = new FakeTimeProvider();
        using var client = new HttpClient(new WholeAnswerHandler(new Stalling(time), TimeSpan.FromMinutes(1), time));
        await Assert.ThrowsAsync<TimeoutException>(() => client.GetAsync(new Uri("http://127.0.0.1/"), Cancel));
    }

    [Fact]
    public async Task Cancellation_ends_a_request_that_is_under_way()
    {
        using var heard = new CancellationTokenSource();
        using var server = new ScriptedServer((_, _) =>
        {
            _ = heard.CancelAsync();
            return ScriptedServer.Silence;
        });
        using IAwsProvider provider = await Open(Keys(server.Url));
        OperationCanceledException error =
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.SendAsync(new ListKeysRequest(), heard.Token));
        Assert.Equal(heard.Token, error.CancellationToken);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Cancellation_ends_the_pause_before_a_retry()
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Error("ThrottlingException", 429));
        using var cancel = new CancellationTokenSource();
        using IAwsProvider provider =
            await new PaymentCrypto.Aws.AwsProviderFactory().OpenAsync(Keys(server.Url) with { OnRetry = _ => cancel.CancelAsync() }, Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.SendAsync(new ListKeysRequest(), cancel.Token));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_cancelled_request_is_never_sent()
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));
        using IAwsProvider provider = await Open(Keys(server.Url));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.SendAsync(new ListKeysRequest(), new CancellationToken(canceled: true)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Cancellation_does_not_wait_for_credentials()
    {
        using var asked = new CancellationTokenSource();
        var never = new TaskCompletionSource<object>();
        Func<Task<object>> source = () =>
        {
            _ = asked.CancelAsync();
            return never.Task;
        };
        using IAwsProvider provider =
            await Open(new AwsProviderOptions { Region = Region, CredentialProvider = source, EndpointUrl = new Uri("http://127.0.0.1:9/") });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.SendAsync(new ListKeysRequest(), asked.Token));
    }

    private static async Task<AwsConnectionException> Failure(AwsProviderOptions options, TimeProvider? time = null)
    {
        using IAwsProvider provider = await Open(options, time);
        return await Assert.ThrowsAsync<AwsConnectionException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
    }

    /// <summary>Answers at once with a body that never comes; with the wait for it a minute goes by.</summary>
    private sealed class Stalling(FakeTimeProvider time) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var pipe = new Pipe();
            _ = pipe.Writer.WriteAsync("{"u8.ToArray(), cancellationToken)
                .AsTask()
                .ContinueWith(_ => time.Advance(TimeSpan.FromMinutes(1)), TaskScheduler.Default);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) });
        }
    }
}
