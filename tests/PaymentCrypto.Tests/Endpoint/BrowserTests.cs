using System.Diagnostics;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Endpoint;

/// <summary>The page in a real browser, where one is installed.</summary>
public sealed class BrowserTests
{
    private const string Hostile = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"/>";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task It_renders_with_hostile_names_as_text_and_updates_itself()
    {
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        IEnumerable<string> folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        string? browser = folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null || OperatingSystem.IsWindows(), "No Chromium is installed.");
        using TemporaryStore profile = new();
        int loads = 0;
        var updated = new TaskCompletionSource();
        var provider = new FakeProvider
        {
            Answer = (request, _) =>
            {
                if (request is ListKeysRequest && Interlocked.Increment(ref loads) == 3)
                {
                    updated.SetResult();
                }

                return Task.FromResult<ApiResponse?>(request switch
                {
                    ListKeysRequest => new ListKeysResponse { Keys = [] },
                    ListAliasesRequest => new ListAliasesResponse { Aliases = [new Alias { AliasName = Hostile }] },
                    ListTokensRequest => new ListTokensResponse { Tokens = [] },
                    _ => null,
                });
            },
        };
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions { Control = new FakeControl() }, provider.ForScope);
        string url = endpoint.Url.OriginalString + "/_paymentcrypto/";

        using Process first = Start("--dump-dom", url + "?updates=off");
        string dom = await first.StandardOutput.ReadToEndAsync(RunningEndpoint.Cancel).WaitAsync(Patience, RunningEndpoint.Cancel);

        Assert.Contains("<title>111122223333, us-east-1", dom, StringComparison.Ordinal);
        Assert.Contains("<span class=\"tag\">&lt;script&gt;document", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", dom, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", dom, StringComparison.Ordinal);

        // Nothing but the page was asked for, not even an icon.
        Assert.Equal(0, endpoint.GetStatistics().Requests);

        // The page that updates itself comes a second time.
        using Process second = Start("--remote-debugging-port=0", url);
        try
        {
            await updated.Task.WaitAsync(Patience, RunningEndpoint.Cancel);
        }
        finally
        {
            second.Kill(entireProcessTree: true);
            await second.WaitForExitAsync(CancellationToken.None);
        }

        // As root, in containers for example, it starts only without its sandbox; what it loads is ours.
        Process Start(string how, string what)
        {
            Process process = Process.Start(new ProcessStartInfo(browser!)
            {
                ArgumentList = { "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--user-data-dir=" + profile.Directory, how, what },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.BeginErrorReadLine();
            return process;
        }
    }
}
