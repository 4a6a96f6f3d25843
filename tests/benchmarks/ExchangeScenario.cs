using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Benchmarks;

/// <summary>
/// ImportKey and ExportKey on a store on the disk: 1,000 TR-31 blocks, every one durable, and TR-34 against the two RSA operations
/// that no implementation can do without.
/// </summary>
internal sealed class ExchangeScenario : Scenario
{
    private const int Blocks = 1000;
    private const int Tokens = 200;

    public override string Name => "exchange";

    public override async Task RunAsync(Report report)
    {
        using ScratchStore scratch = new();
        using (ILocalEngine engine = Open(new LocalEngineOptions { Directory = Path.GetDirectoryName(scratch.DatabasePath) }))
        {
            IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
            await Tr31Async(report, service);
            await Tr34Async(report, service, "durable");
        }

        // The same without the disk: what the engine itself adds to the cryptography.
        using ILocalEngine memory = Open(new LocalEngineOptions { InMemory = true });
        await Tr34Async(report, memory.ForScope(ScratchStore.Scope), "in memory");
    }

    private static ILocalEngine Open(LocalEngineOptions options) => new PaymentCrypto.Local.LocalEngineFactory().Open(
        options with { KeyPairStock = 0, Quotas = new ServiceQuotas { Keys = 100_000 } });

    private static async Task Tr31Async(Report report, IPaymentCryptography service)
    {
        string kek = (await CreateAsync(service, KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256)).KeyArn!;
        string key = (await CreateAsync(service, KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128)).KeyArn!;
        Task<ExportKeyResponse> ExportAsync() => service.SendAsync(
            new ExportKeyRequest
            {
                ExportKeyIdentifier = key,
                KeyMaterial = new ExportKeyMaterial { Tr31KeyBlock = new ExportTr31KeyBlock { WrappingKeyIdentifier = kek } }
            },
            CancellationToken.None);
        string block = (await ExportAsync()).WrappedKey!.KeyMaterial!;
        Task ImportAsync() => service.SendAsync(
            new ImportKeyRequest
            {
                KeyMaterial = new ImportKeyMaterial
                {
                    Tr31KeyBlock = new ImportTr31KeyBlock
                    {
                        WrappingKeyIdentifier = kek,
                        WrappedKeyBlock = block
                    }
                }
            },
            CancellationToken.None);
        await report.MeasureAsync("ExportKey, TR-31", Blocks, ExportAsync);
        foreach (string round in new[] { "first", "second", "third" })
        {
            long start = Stopwatch.GetTimestamp();
            await report.MeasureAsync($"ImportKey, TR-31, {round} {Blocks}", Blocks, ImportAsync);
            report.Figure($"TR-31 imports a second, {round} {Blocks}, durable", $"{Blocks / Stopwatch.GetElapsedTime(start).TotalSeconds:0}");
        }
    }

    private static async Task Tr34Async(Report report, IPaymentCryptography service, string store)
    {
        using var senderKey = RSA.Create(2048);
        CertificateRequest request = new("CN=KDH", senderKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 sender = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        string wire = Convert.ToBase64String(Encoding.ASCII.GetBytes(sender.ExportCertificatePem()));
        string authority = (await service.SendAsync(
            new ImportKeyRequest
            {
                KeyMaterial = new ImportKeyMaterial
                {
                    RootCertificatePublicKey = new RootCertificatePublicKey
                    {
                        KeyAttributes = new KeyAttributes
                        {
                            KeyUsage = KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature,
                            KeyClass = KeyClass.PublicKey,
                            KeyAlgorithm = KeyAlgorithm.Rsa2048,
                            KeyModesOfUse = new KeyModesOfUse { Verify = true },
                        },
                        PublicKeyCertificate = wire,
                    },
                },
            },
            CancellationToken.None)).Key!.KeyArn!;
        GetParametersForImportResponse parameters = await service.SendAsync(
            new GetParametersForImportRequest
            {
                KeyMaterialType = KeyMaterialType.Tr34KeyBlock,
                WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048
            }, CancellationToken.None);
        using X509Certificate2 recipient = CertificateReader.Read(parameters.WrappingKeyCertificate!);
        byte[] nonce = RandomNumberGenerator.GetBytes(8);
        byte[] token = Tr34KeyBlock.Create(
            RandomNumberGenerator.GetBytes(16),
            "D9999K0TB00E0000",
            new Tr34CreateOptions { SignerPrivateKey = senderKey, SignerCertificate = sender, RecipientCertificate = recipient, Nonce = nonce });
        ImportKeyRequest import = new()
        {
            KeyMaterial = new ImportKeyMaterial
            {
                Tr34KeyBlock = new ImportTr34KeyBlock
                {
                    CertificateAuthorityPublicKeyIdentifier = authority,
                    SigningKeyCertificate = wire,
                    ImportToken = parameters.ImportToken,
                    WrappedKeyBlock = Convert.ToHexString(token),
                    KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
                    RandomNonce = Convert.ToHexString(nonce),
                },
            },
        };
        byte[] cryptogram = senderKey.Encrypt(new byte[24], RSAEncryptionPadding.OaepSHA256);
        byte[] signature = senderKey.SignData(token, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        double platform = await report.MeasureAsync("RSA-2048 decryption and verification, the platform alone", Tokens, () =>
        {
            senderKey.Decrypt(cryptogram, RSAEncryptionPadding.OaepSHA256);
            senderKey.VerifyData(token, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return Task.CompletedTask;
        });
        double imported = await report.MeasureAsync($"ImportKey, TR-34, RSA-2048, {store}", Tokens, () => service.SendAsync(import, CancellationToken.None));
        report.Figure($"TR-34 import / platform, {store}", $"{imported / platform:0.00}");
    }

    private static async Task<Key> CreateAsync(IPaymentCryptography service, string usage, string algorithm) => (await service.SendAsync(
        new CreateKeyRequest
        {
            Exportable = true,
            KeyAttributes = new KeyAttributes
            {
                KeyUsage = usage,
                KeyClass = KeyClass.SymmetricKey,
                KeyAlgorithm = algorithm,
                KeyModesOfUse = new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true },
            },
        },
        CancellationToken.None)).Key!;
}
