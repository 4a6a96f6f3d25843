using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local;
using PaymentCrypto.Local.Care;
using PaymentCrypto.Server.Commands;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Server;

/// <summary>One line that says what and what to do, an exit code that is not 0, and nothing half-made.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    private string New => Path.Combine(_store.Directory, "new");

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData("--from and --read-only go together", "--from", "a.backup")]
    [InlineData("--from and --read-only go together", "--read-only")]
    [InlineData("exclude each other", "--in-memory", "--path", "x")]
    [InlineData("--listen takes an IP address", "--listen", "localhost")]
    [InlineData("--time-offset takes a duration", "--time-offset", "soon")]
    [InlineData("--port takes a whole number, such as 8090, not 'many'.", "--port", "many")]
    [InlineData("'--bogus' is no option of serve. Try --help.", "--bogus")]
    [InlineData("'--prot' is no option of serve; do you mean --port?", "--prot", "1")]
    [InlineData("'--prot' is no option of serve; do you mean --port?", "--prot=1")]
    [InlineData("'--sede' is no option of serve; do you mean --seed?", "--sede", "keys.json")]
    [InlineData("'--acount' is no option of serve; do you mean --account?", "--acount", "1")]
    [InlineData("'-p' is no option of serve. Try --help.", "-p", "1")]
    [InlineData("no file", "--seed", "nowhere.json")]
    [InlineData(".json, .psd1 or .csv", "--seed", "keys.xlsx")]
    [InlineData("no file", "--tls-certificate", "nowhere.pem")]
    [InlineData("no file", "--access-key-file", "nowhere")]
    public async Task A_wrong_command_line_is_2(string says, params string[] options) => await Fails(2, says, options);

    [Theory]
    [InlineData("12 decimal digits", "--account", "1")]
    [InlineData("must look like us-east-1", "--region", "here")]
    [InlineData("must be from 0", "--port", "70000")]
    [InlineData("PAYMENTCRYPTO_ACCESS_KEYS or --access-key-file. (PcEndpointUnprotected)", "--listen", "0.0.0.0", "--port", "0")]
    [InlineData("hundred years", "--time-offset", "90000d")]
    [InlineData("There is no backup", "--from", "nowhere.backup", "--read-only", "--port", "0")]
    public async Task What_cannot_be_done_is_1(string says, params string[] options) => await Fails(1, says, options);

    [Theory]
    [InlineData("'serv' is no command; there are serve, health, reset, seed, clock, faults.", "serv", "--port", "0")]
    [InlineData("A command is missing: serve,")]
    public async Task A_command_that_is_none(string says, params string[] args)
    {
        (int code, string output, string error) = await Run(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(says, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_of_a_newer_schema_is_left_as_it_is()
    {
        using (new LocalEngineFactory(new PreparedKeyPairs().Next).Open(new LocalEngineOptions { Directory = _store.Home }))
        {
        }

        RawStore.Execute(_store.DatabasePath, "PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)");
        byte[] before = await File.ReadAllBytesAsync(_store.DatabasePath, TestContext.Current.CancellationToken);

        await Fails(1, "schema version 999", "--path", _store.Home, "--port", "0");
        Assert.Equal(before, await File.ReadAllBytesAsync(_store.DatabasePath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_in_use()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await Fails(1, "Another program listens on", "--path", New, "--port", $"{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.False(Directory.Exists(New));
    }

    [Fact]
    public async Task A_seed_with_an_alias_twice()
    {
        string seed = Write("seed.csv", "Alias,Usage,Algorithm\nalias/a,P0,AES_128\nalias/a,B0,AES_128\n");

        await Fails(1, $"{seed}, line 3, Alias: 'alias/a' is given to two keys.", "--path", New, "--seed", seed);
        Assert.False(Directory.Exists(New));
    }

    [Fact]
    public async Task A_directory_that_cannot_be()
    {
        string file = Write("file", "not a directory");

        await Fails(1, file, "--path", file, "--port", "0");
    }

    [Fact]
    public async Task The_wrong_passphrase_of_a_backup_and_a_backup_that_is_none()
    {
        string backup = Path.Combine(_store.Directory, "a.backup");
        string other = Path.Combine(_store.Directory, "b.backup");
        using (new LocalEngineFactory(new PreparedKeyPairs().Next).Open(new LocalEngineOptions { Directory = _store.Directory }))
        {
            new StoreCare().Backup(
                new LocalEngineOptions { Directory = _store.Directory },
                new StoreBackupRequest { File = backup, Passphrase = PaymentCrypto.Server.Settings.SecretText.Protect("right") },
                progress: null,
                TestContext.Current.CancellationToken);
            new StoreCare().Backup(
                new LocalEngineOptions { Directory = _store.Directory },
                new StoreBackupRequest { File = other },
                progress: null,
                TestContext.Current.CancellationToken);
        }

        string wrong = Write("wrong", "wr0ng\n");
        await Fails(1, "passphrase", "--from", backup, "--read-only", "--port", "0", "--passphrase-file", wrong);

        // In this program's words, not in those of the cmdlets.
        await Fails(1, "none was given. It comes from PAYMENTCRYPTO_PASSPHRASE or --passphrase-file.", "--from", backup, "--read-only", "--port", "0");
        await Fails(1, "with --backup-key-file if", "--from", other, "--read-only", "--port", "0", "--passphrase-file", wrong);
        await Fails(1, "backup", "--from", Write("none", "none"), "--read-only", "--port", "0");
    }

    [Fact]
    public async Task A_certificate_that_has_expired_or_has_no_private_key()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        DateTimeOffset end = DateTimeOffset.UtcNow.AddDays(-1);
        using X509Certificate2 expired = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(end.AddDays(-9), end);

        await Fails(2, "no client would take it", "--tls-certificate",
            Write("expired.pem", expired.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()));
        await Fails(2, "private key", "--tls-certificate", Write("alone.pem", expired.ExportCertificatePem()));
    }

    [Fact]
    public async Task A_server_that_is_not_there_or_is_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        int port = ((IPEndPoint)other.LocalEndpoint).Port;
        Task answering = AnswerAsync(other);
        (int code, _, string error) = await Run("health", $"http://127.0.0.1:{port}");
        Assert.Equal(1, code);
        Assert.Contains("is not a server of PaymentCrypto", error, StringComparison.Ordinal);
        await answering;
        other.Stop();

        (code, _, error) = await Run("health", $"http://127.0.0.1:{port}");
        Assert.Equal(1, code);
        Assert.Contains("nothing listens there", error, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("health", "localhost:8090")).Code);
    }

    [Fact]
    public async Task A_variable_that_is_wrong_is_named()
    {
        (int code, string error) = await Ask("AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY", "8090");
        Assert.Equal(2, code);
        Assert.Contains("'8090' in AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY is not the URL", error, StringComparison.Ordinal);

        (code, error) = await Ask("AWS_CA_BUNDLE", "nowhere.pem", "https://127.0.0.1:1");
        Assert.Equal(2, code);
        Assert.Contains("nowhere.pem, named by AWS_CA_BUNDLE, cannot be read", error, StringComparison.Ordinal);

        (code, error) = await Ask("AWS_CA_BUNDLE", Write("empty.pem", "nothing"), "https://127.0.0.1:1");
        Assert.Equal(2, code);
        Assert.Contains("has no certificate", error, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        byte[] request = new byte[4096];
        _ = await client.GetStream().ReadAsync(request, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray(),
            TestContext.Current.CancellationToken);
    }

    private static async Task<(int Code, string Error)> Ask(string variable, string value, params string[] url)
    {
        using StringWriter error = new();
        int code = await PaymentCryptoCommand.RunAsync(["health", .. url], TextWriter.Null, error, name => name == variable ? value : null);
        return (code, error.ToString());
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await PaymentCryptoCommand.RunAsync(args, output, error, static _ => null);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task Fails(int expected, string says, params string[] options)
    {
        (int code, string output, string error) = await Run(["serve", .. options]);

        Assert.Equal(expected, code);
        Assert.Empty(output);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.StartsWith("paymentcrypto: ", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng", error, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_store.Directory, name);
        File.WriteAllText(path, text);
        return path;
    }
}
