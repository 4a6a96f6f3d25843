using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>The throw-away PKI and the tokens of <c>tr34_generated.json</c>. One time for all checks, inside every validity.</summary>
internal static class Tr34Fixture
{
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonElement Set = GeneratedVectors.Open("tr34_generated.json");

    private static readonly Dictionary<string, X509Certificate2> Certificates = Set.GetProperty("pki").GetProperty("certificates")
        .EnumerateObject().ToDictionary(entry => entry.Name, entry => CertificateReader.Read(entry.Value.GetString()!));

    private static readonly Dictionary<string, RSA> Keys = Set.GetProperty("pki").GetProperty("private_keys")
        .EnumerateObject().ToDictionary(entry => entry.Name, entry => ReadKey(entry.Value.GetString()!));

    public static IReadOnlyDictionary<string, JsonElement> Records { get; } = Set.GetProperty("records")
        .EnumerateArray()
        .ToDictionary(record => record.Text("id"));

    public static IReadOnlyDictionary<string, JsonElement> CredentialTokens { get; } =
        Set.GetProperty("credential_tokens").EnumerateArray().ToDictionary(record => record.Text("id"));

    public static X509Certificate2 Certificate(string name) => Certificates[name];

    public static RSA Key(string name) => Keys[name];

    public static byte[] Crl(string name) => Set.GetProperty("pki").Hex(name);

    public static byte[] Token(string id) => Records[id].Hex("token");

    /// <summary>What the receiver of a record brings.</summary>
    public static Tr34OpenOptions Receiver(JsonElement record)
    {
        string recipient = record.Text("recipient");
        return new Tr34OpenOptions
        {
            RecipientPrivateKey = Key(recipient),
            RecipientCertificate = Certificate(recipient),
            SignerCertificate = Certificate(record.TextOrNull("verify_with") ?? "kdh"),
            SignerIssuerCertificate = Certificate("kdh_ca"),
            ValidAt = Now,
            ExpectedNonce = record.TextOrNull("random_nonce") is { } nonce ? Convert.FromHexString(nonce) : null,
        };
    }

    public static Tr34OpenOptions Receiver(
        byte[]? nonce,
        RSA? key = null,
        X509Certificate2? certificate = null,
        DateTimeOffset? validAt = null,
        DateTimeOffset? signedAfter = null,
        bool requireRevocationList = false) => new()
        {
            RecipientPrivateKey = key ?? Key("krd"),
            RecipientCertificate = certificate ?? Certificate("krd"),
            SignerCertificate = Certificate("kdh"),
            SignerIssuerCertificate = Certificate("kdh_ca"),
            ValidAt = validAt ?? Now,
            ExpectedNonce = nonce,
            SignedAfter = signedAfter,
            RequireRevocationList = requireRevocationList,
        };

    public static Tr34CreateOptions Sender(
        byte[]? nonce, Tr34Dialect dialect = Tr34Dialect.Aws, Tr34Cipher? cipher = null, byte[]? revocationList = null, string recipient = "krd") => new()
        {
            SignerPrivateKey = Key("kdh"),
            SignerCertificate = Certificate("kdh"),
            RecipientCertificate = Certificate(recipient),
            Nonce = nonce,
            SigningTime = nonce is null ? Now : null,
            Dialect = dialect,
            Cipher = cipher,
            RevocationList = revocationList,
        };

    public static CryptographyException Refused(CryptographyError error, Action action)
    {
        CryptographyException exception = Assert.Throws<CryptographyException>(action);
        Assert.True(error == exception.Error, $"Expected {error}, got {exception.Error}: {exception.Message}");
        return exception;
    }

    private static RSA ReadKey(string pem)
    {
        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
