using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Fuzzing;

/// <summary>The throw-away keys, certificates and tokens of the shipped vector sets.</summary>
internal static class Seeds
{
    private static readonly JsonElement Tr34 = Open("tr34_generated.json");
    private static readonly JsonElement Pki = Tr34.GetProperty("pki");

    /// <summary>A time inside every validity.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>TR-34 key tokens of every dialect, good and bad.</summary>
    public static byte[][] KeyTokens { get; } = [.. Tr34.GetProperty("records").EnumerateArray().Select(record => Hex(record, "token"))];

    /// <summary>TR-34 credential tokens of both sides.</summary>
    public static byte[][] CredentialTokens { get; } = [.. Tr34.GetProperty("credential_tokens").EnumerateArray().Select(record => Hex(record, "der"))];

    /// <summary>A revocation list that names the sender's certificate.</summary>
    public static byte[] RevocationList { get; } = Hex(Pki, "crl_kdh_revoked");

    /// <summary>PEM text of every certificate.</summary>
    public static string[] CertificatePems { get; } =
        [.. Pki.GetProperty("certificates").EnumerateObject().Select(certificate => certificate.Value.GetString()!)];

    /// <summary>A certificate by its name in the set.</summary>
    public static X509Certificate2 Certificate(string name) => CertificateReader.Read(Pki.GetProperty("certificates").GetProperty(name).GetString()!);

    /// <summary>A private key by its name in the set.</summary>
    public static RSA PrivateKey(string name)
    {
        var key = RSA.Create();
        key.ImportFromPem(Pki.GetProperty("private_keys").GetProperty(name).GetString()!);
        return key;
    }

    /// <summary>The cryptograms of the set of RSA cryptograms, or whatever another set has under a name, as bytes.</summary>
    public static byte[] Hex(JsonElement record, string name) => Convert.FromHexString(record.GetProperty(name).GetString()!);

    /// <summary>A vector set.</summary>
    public static JsonElement Open(string name)
    {
        using Stream stream = typeof(Seeds).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vector set {name} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
