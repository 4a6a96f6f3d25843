using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Server.Commands;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Tests.Endpoint;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("paymentcrypto-test-");
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public TlsTests()
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        var request = new CertificateRequest("CN=localhost", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _directory.Delete(recursive: true);
    }

    [Theory]
    [InlineData("pem", SslProtocols.Tls13)]
    [InlineData("pem", SslProtocols.Tls12)]
    [InlineData("apart", SslProtocols.Tls13)]
    [InlineData("locked", SslProtocols.Tls13)]
    [InlineData("pfx", SslProtocols.Tls13)]
    public async Task It_speaks_TLS_with_what_is_in_the_file(string form, SslProtocols protocol)
    {
        using IEndpoint endpoint = Start(CertificateOf(form));
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Url.Host, endpoint.Url.Port, Cancel);
        using var stream =
            new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, shown, _, _) => shown!.GetCertHashString() == _certificate.GetCertHashString());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = protocol }, Cancel);
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancel);
        using var reader = new StreamReader(stream, Encoding.ASCII);

        Assert.Equal("https", endpoint.Url.Scheme);
        Assert.StartsWith("HTTP/1.1 4", await reader.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_speaks_no_TLS_is_let_go_and_counted()
    {
        using IEndpoint endpoint = Start(CertificateOf("pem"));
        using var client = new TcpClient();
        await client.ConnectAsync(endpoint.Url.Host, endpoint.Url.Port, Cancel);
        await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancel);
        try
        {
            byte[] answer = new byte[64];
            int length = await client.GetStream().ReadAtLeastAsync(answer, 64, throwOnEndOfStream: false, Cancel);
            Assert.DoesNotContain("HTTP", Encoding.ASCII.GetString(answer, 0, length), StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // A reset says the same.
        }

        Assert.Equal(1, endpoint.GetStatistics().MalformedRequests);
    }

    [Fact]
    public async Task The_commands_trust_what_AWS_CA_BUNDLE_names_and_say_what_is_wrong_else()
    {
        using IEndpoint endpoint = Start(CertificateOf("pem"));
        string url = $"https://localhost:{endpoint.Url.Port}";
        string bundle = Path.Combine(_directory.FullName, "bundle");
        await File.WriteAllTextAsync(bundle, _certificate.ExportCertificatePem(), Cancel);

        // This endpoint has nothing to manage: that it can say so shows that TLS came about.
        (int code, string error) = await Health(url, bundle);
        Assert.Equal(1, code);
        Assert.Contains("it answers 4", error, StringComparison.Ordinal);
        (code, error) = await Health(url, null);
        Assert.Equal(1, code);
        Assert.Contains("does AWS_CA_BUNDLE name the PEM file of its authority?", error, StringComparison.Ordinal);
        (code, error) = await Health($"https://127.0.0.1:{endpoint.Url.Port}", bundle);
        Assert.Equal(1, code); // Another name than that in the certificate.
        Assert.Contains("TLS did not come about", error, StringComparison.Ordinal);
        (code, error) = await Health($"http://localhost:{endpoint.Url.Port}", null);
        Assert.Equal(1, code);
        Assert.Contains("begins with https", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> Health(string url, string? bundle)
    {
        using StringWriter error = new();
        int code = await PaymentCryptoCommand.RunAsync(["health", url], TextWriter.Null, error, name => name == "AWS_CA_BUNDLE" ? bundle : null);
        return (code, error.ToString());
    }

    private static IEndpoint Start(SslStreamCertificateContext certificate) =>
        new EndpointFactory().Start(new EndpointOptions { Certificate = certificate }, new FakeProvider().ForScope);

    private SslStreamCertificateContext CertificateOf(string form)
    {
        string path = Path.Combine(_directory.FullName, form);
        string? keyPath = form is "apart" or "locked" ? path + ".key" : null;
        string certificate = _certificate.ExportCertificatePem();
        switch (form)
        {
            case "pfx":
                File.WriteAllBytes(path, _certificate.Export(X509ContentType.Pkcs12, "pass"));
                break;
            case "pem":
                File.WriteAllText(path, certificate + "\n" + _key.ExportPkcs8PrivateKeyPem());
                break;
            default:
                File.WriteAllText(path, certificate);
                File.WriteAllText(
                    keyPath!, form == "apart"
                        ? _key.ExportECPrivateKeyPem()
                        : _key.ExportEncryptedPkcs8PrivateKeyPem("pass", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000)));
                break;
        }

        return CertificateFile.Read(path, keyPath, form is "pfx" or "locked" ? "pass" : null, DateTimeOffset.UtcNow);
    }
}
