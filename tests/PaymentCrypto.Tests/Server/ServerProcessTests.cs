using System.Diagnostics;
using System.Net;
using System.Text.Json;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Server;

/// <summary>The built program as a process: from its first line to SIGTERM, and where a process has too little.</summary>
public sealed class ServerProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task It_answers_is_managed_and_ends_cleanly_on_SIGTERM()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGTERM is sent with kill.");
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using Process server = Start("serve", "--port", "0", "--json");
        try
        {
            string line = await server.StandardOutput.ReadLineAsync(cancel).AsTask().WaitAsync(Patience, cancel)
                ?? throw new InvalidOperationException(await server.StandardError.ReadToEndAsync(cancel));
            JsonElement started = JsonDocument.Parse(line).RootElement;
            string url = started.GetProperty("url").GetString()!;
            Assert.Equal(server.Id, started.GetProperty("processId").GetInt32());
            Assert.Equal(url, started.GetProperty("environment").GetProperty("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY").GetString());
            Assert.Equal(url, started.GetProperty("environment").GetProperty("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY_DATA").GetString());

            using HttpClient http = new() { BaseAddress = new Uri(url) };
            Assert.Contains("/_paymentcrypto/health", await http.GetStringAsync(new Uri(url), cancel), StringComparison.Ordinal);
            using HttpResponseMessage head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/_paymentcrypto/health"), cancel);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            using HttpResponseMessage seeded = await http.PostAsync(
                new Uri(url + "/_paymentcrypto/seed"),
                new StringContent("""[{ "Alias": "alias/pin", "Usage": "P0", "Algorithm": "AES_128" }]""", System.Text.Encoding.UTF8, "application/json"),
                cancel);
            Assert.True(seeded.IsSuccessStatusCode, await seeded.Content.ReadAsStringAsync(cancel));

            using HttpRequestMessage call = new(HttpMethod.Post, "/") { Content = new StringContent("""{"AliasName":"alias/pin"}""") };
            call.Content.Headers.ContentType = new("application/x-amz-json-1.0");
            call.Headers.Add("X-Amz-Target", "PaymentCryptographyControlPlane.GetAlias");
            using HttpResponseMessage answer = await http.SendAsync(call, cancel);
            Assert.Contains(":key/", await answer.Content.ReadAsStringAsync(cancel), StringComparison.Ordinal);
            Assert.Contains("paymentcrypto_requests_total 1\n", await http.GetStringAsync(new Uri(url + "/_paymentcrypto/metrics"), cancel),
                StringComparison.Ordinal);

            using (var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]))
            {
                await kill.WaitForExitAsync(cancel);
            }

            await server.WaitForExitAsync(cancel).WaitAsync(Patience, cancel);
            Assert.Equal(0, server.ExitCode);
            Assert.Single((await server.StandardError.ReadToEndAsync(cancel)).TrimEnd().Split('\n'));
        }
        finally
        {
            if (!server.HasExited)
            {
                server.Kill();
            }
        }
    }

    // What .NET makes of a container's limit of 64 MiB; a key from a passphrase takes as much.
    [Fact]
    public async Task Too_little_memory_for_a_passphrase_is_one_line()
    {
        CancellationToken cancel = TestContext.Current.CancellationToken;
        using TemporaryStore store = new();
        using Process server = Start(
            [("DOTNET_GCHeapHardLimit", "0x3000000"), ("PAYMENTCRYPTO_PASSPHRASE", "of the tests")], "serve", "--port", "0", "--path", store.Home);

        string error = await server.StandardError.ReadToEndAsync(cancel);
        await server.WaitForExitAsync(cancel).WaitAsync(Patience, cancel);

        Assert.Equal(1, server.ExitCode);
        Assert.Contains("takes 64 MiB of memory", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Contains("(PcVaultMemoryShort)", error, StringComparison.Ordinal);
        Assert.False(File.Exists(store.DatabasePath));
    }

    private static Process Start(params string[] args) => Start([], args);

    private static Process Start((string Name, string Value)[] environment, params string[] args)
    {
        string host = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        ProcessStartInfo start = new(host, ["exec", Path.Combine(AppContext.BaseDirectory, "paymentcrypto.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
