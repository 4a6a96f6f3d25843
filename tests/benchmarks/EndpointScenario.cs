using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace PaymentCrypto.Benchmarks;

/// <summary>
/// The shell as a server in a process of its own: how soon it answers, what it costs over a server that does nothing, import parameters
/// with a warm stock, and 16 clients for a minute.
/// </summary>
internal sealed class EndpointScenario : Scenario
{
    private const int Starts = 11;
    private const int Clients = 16;
    private const int KeyPairStock = 4;
    private const int Tokens = 40;
    private static readonly TimeSpan FloorTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LoadTime = TimeSpan.FromSeconds(60);

    public override string Name => "endpoint";

    public override async Task RunAsync(Report report)
    {
        string home = Directory.CreateTempSubdirectory("paymentcrypto-bench-").FullName;
        try
        {
            MeasureStart(report, home);
            using var server = ServerProcess.Start(home);
            using var client = new AwsJsonClient(server.Url);
            string arn = (await client.CallAsync("CreateKey", """{"Exportable":true,"KeyAttributes":{"KeyUsage":"TR31_P0_PIN_ENCRYPTION_KEY","KeyClass":"SYMMETRIC_KEY","KeyAlgorithm":"AES_128","KeyModesOfUse":{"Encrypt":true,"Decrypt":true,"Wrap":true,"Unwrap":true}}}"""))
                .GetProperty("Key").GetProperty("KeyArn").GetString()!;
            await MeasureCallsAsync(report, server, client, arn);
            await MeasureTokensAsync(report, client, home);
            await MeasureLoadAsync(report, server, client, arn);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void MeasureStart(Report report, string home)
    {
        // Makes the store.
        ServerProcess.Start(home).Dispose();
        double[] bare = new double[Starts];
        double[] ready = new double[Starts];
        double[] command = new double[Starts];
        for (int i = 0; i < Starts; i++)
        {
            bare[i] = ServerProcess.RunShell(home, "1").Milliseconds;
            using var server = ServerProcess.Start(home);
            ready[i] = server.ReadyAfterMilliseconds;
            (_, string output) =
                ServerProcess.RunShell(home, "$watch = [Diagnostics.Stopwatch]::StartNew(); $e = Start-PcEndpoint -PassThru; $watch.Elapsed.TotalMilliseconds");
            command[i] = double.Parse(output, CultureInfo.InvariantCulture);
        }

        double yardstick = report.Row("the shell alone, from start to end", bare);
        double started = report.Row("the shell as a server, from the start of the process until it answers", ready);
        report.Row("Start-PcEndpoint itself, first command of a session", command);
        report.Figure("ready / the shell alone", $"{started / yardstick:0.00}");
    }

    private static async Task MeasureCallsAsync(Report report, ServerProcess server, AwsJsonClient client, string arn)
    {
        string request = JsonSerializer.Serialize(new { KeyIdentifier = arn });
        byte[] answer = await client.BodyAsync("GetKey", request);
        using var trivial = new TrivialServer(answer);
        using var floor = new AwsJsonClient(trivial.Url);
        double nothing = await report.MeasureAsync("GetKey, HttpClient, a server that does nothing", 3000, () => floor.BodyAsync("GetKey", request));
        double ours = await report.MeasureAsync("GetKey, HttpClient, the endpoint", 3000, () => client.BodyAsync("GetKey", request));
        report.Figure("GetKey, HttpClient: the endpoint / nothing", $"{ours / nothing:0.00}");

        if (Boto3Client.Measure(trivial.Url, server.Url, arn) is not (double[] floors, double[] times))
        {
            report.Figure("GetKey, boto3", $"python3 with boto3 is not installed");
            return;
        }

        nothing = report.Row("GetKey, boto3, a server that does nothing", floors);
        ours = report.Row("GetKey, boto3, the endpoint", times);
        report.Figure("GetKey, boto3: the endpoint / nothing", $"{ours / nothing:0.00}");
    }

    private static async Task MeasureTokensAsync(Report report, AwsJsonClient client, string home)
    {
        const string Request = """{"KeyMaterialType":"TR34_KEY_BLOCK","WrappingKeyAlgorithm":"RSA_2048"}""";
        using var authority = RSA.Create(4096);
        byte[] certificate = new byte[700];
        await client.CallAsync("GetParametersForImport", Request);
        using var disk = new DurableWrites(home);
        double[] signatures = new double[Tokens];
        double[] writes = new double[Tokens];
        double[] calls = new double[Tokens];
        for (int i = 0; i < Tokens; i++)
        {
            // In turn, so that all have met the same machine.
            await FullStockAsync(home);
            long start = Stopwatch.GetTimestamp();
            authority.SignData(certificate, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1);
            signatures[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            disk.Write();
            writes[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            await client.BodyAsync("GetParametersForImport", Request);
            calls[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double signature = report.Row("RSA-4096 signature, the platform alone", signatures);
        double write = report.Row("a durable transaction of SQLite alone", writes);
        double token = report.Row("GetParametersForImport, warm stock", calls);
        report.Figure("GetParametersForImport, warm stock / the signature and the transaction in it", $"{token / (signature + write):0.00}");
        await report.MeasureAsync("GetParametersForImport, reuse", 500, () => client.BodyAsync("GetParametersForImport", Request[..^1] + ""","ReuseLastGeneratedToken":true}"""));
    }

    private static async Task MeasureLoadAsync(Report report, ServerProcess server, AwsJsonClient client, string arn)
    {
        string getKey = JsonSerializer.Serialize(new { KeyIdentifier = arn });
        (string Operation, string Body)[] calls =
        [
            ("GetKey", getKey),
            ("ListKeys", """{"MaxResults":10}"""),
            ("GetParametersForImport", """{"KeyMaterialType":"TR34_KEY_BLOCK","WrappingKeyAlgorithm":"RSA_2048","ReuseLastGeneratedToken":true}"""),
            ("GetKey", getKey),
        ];
        using var trivial = new TrivialServer(await client.BodyAsync("GetKey", getKey));
        ReportLoad(report, "a server that does nothing", await LoadAsync(trivial.Url, calls, FloorTime), FloorTime);

        // The first sixth warms up: compiled code, pools, the page cache of the store.
        Task<double[]> load = LoadAsync(server.Url, calls, LoadTime);
        await Task.Delay(LoadTime / 6);
        long before = server.WorkingSet;
        double[] times = await load;
        long after = server.WorkingSet;
        ReportLoad(report, "the endpoint", times, LoadTime);
        report.Figure("working set after a sixth of it and at the end", $"{before / 1048576.0:0} MB, {after / 1048576.0:0} MB");
    }

    /// <summary>The sorted times, in milliseconds, of clients that call as fast as they are answered. An error ends the run.</summary>
    private static async Task<double[]> LoadAsync(Uri url, (string Operation, string Body)[] calls, TimeSpan time)
    {
        long end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        List<double>[] all = await Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
        {
            using var client = new AwsJsonClient(url);
            var times = new List<double>();
            for (int call = number; Stopwatch.GetTimestamp() < end; call++)
            {
                (string operation, string body) = calls[call % calls.Length];
                long start = Stopwatch.GetTimestamp();
                await client.BodyAsync(operation, body);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times;
        })));
        return [.. all.SelectMany(static times => times).Order()];
    }

    private static void ReportLoad(Report report, string server, double[] times, TimeSpan time)
    {
        double median = report.Row($"{Clients} clients for {time.TotalSeconds:0} s, {server}", times);
        double p99 = times[times.Length * 99 / 100];
        report.Figure($"{Clients} clients, {server}: p99; p99 / p50; calls a second",
            $"{p99:0.000} ms; {p99 / median:0.0}; {times.Length / time.TotalSeconds:0}");
    }

    private static async Task FullStockAsync(string home)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(home, "store.db")};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM key_pair_stock";
        while ((long)command.ExecuteScalar()! < KeyPairStock)
        {
            await Task.Delay(20);
        }
    }
}
