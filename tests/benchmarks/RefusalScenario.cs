using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Benchmarks.Timing;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Endpoint;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Benchmarks;

/// <summary>
/// What refusals of TR-34 tokens and of key cryptograms cost that differ in decrypted bytes alone, in the engine and over HTTP. They have one message, so
/// that time is what is left to tell them apart by (Vaudenay 2002, Manger 2001). All kinds are measured in turn, in an order that is drawn anew each time;
/// each is compared with the first as in <see cref="TimingScenario"/>.
/// </summary>
internal sealed class RefusalScenario : Scenario
{
    private const int Rounds = 2000;
    private const int WarmUp = 20;
    private const int AtOnce = 4;

    public override string Name => "refusals";

    public override async Task RunAsync(Report report)
    {
        using ScratchStore scratch = new();
        using ILocalEngine engine = scratch.Open(keyPairStock: 0, new ServiceQuotas { RequestsPerSecond = int.MaxValue });
        IPaymentCryptography service = engine.ForScope(ScratchStore.Scope);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using var authorityKey = RSA.Create(2048);
        using var senderKey = RSA.Create(2048);
        using var ownKey = RSA.Create(2048);
        CertificateRequest authorityRequest = new("CN=KDH CA", authorityKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 authority = authorityRequest.CreateSelfSigned(now.AddDays(-2), now.AddDays(30));
        using X509Certificate2 sender = new CertificateRequest("CN=KDH", senderKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Create(authority, now.AddDays(-1), now.AddDays(20), RandomNumberGenerator.GetBytes(8));
        using X509Certificate2 own =
            new CertificateRequest("CN=KRD", ownKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(20));
        string root = (await service.SendAsync(
            new ImportKeyRequest
            {
                KeyMaterial = new ImportKeyMaterial
                {
                    RootCertificatePublicKey = new RootCertificatePublicKey
                    {
                        PublicKeyCertificate = Wire(authority),
                        KeyAttributes = new KeyAttributes
                        {
                            KeyUsage = KeyUsage.Tr31S0AsymmetricKeyForDigitalSignature,
                            KeyClass = KeyClass.PublicKey,
                            KeyAlgorithm = KeyAlgorithm.Rsa2048,
                            KeyModesOfUse = new KeyModesOfUse { Verify = true },
                        },
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
        using var receiver = X509Certificate2.CreateFromPem(System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(parameters.WrappingKeyCertificate!)));
        byte[] nonce = RandomNumberGenerator.GetBytes(8);
        Tr34CreateOptions CreateFor(X509Certificate2 recipient) => new()
        {
            SignerPrivateKey = senderKey,
            SignerCertificate = sender,
            RecipientCertificate = recipient,
            Nonce = nonce,
            Cipher = Tr34Cipher.Aes128,
        };

        // What is encrypted names the sender and not the receiver: read from a token for ourselves, it goes into one for the engine.
        byte[] key = RandomNumberGenerator.GetBytes(16);
        var readable = Tr34KeyBlock.Parse(Tr34KeyBlock.Create(key, "D0112P0TE00E0000", CreateFor(own)));
        using var aes = Aes.Create();
        aes.Key = ownKey.Decrypt(readable.EncryptedKey.Span, RSAEncryptionPadding.OaepSHA256);
        byte[] clear = aes.DecryptCbc(readable.Ciphertext.Span, readable.InitializationVector.Span, PaddingMode.None);
        var block = Tr34KeyBlock.Parse(Tr34KeyBlock.Create(key, "D0112P0TE00E0000", CreateFor(receiver)));
        using RSA receiverKey = receiver.GetRSAPublicKey()!;
        byte[] encryptedKey = receiverKey.Encrypt(aes.Key, RSAEncryptionPadding.OaepSHA256);
        ImportKeyRequest Import(byte[] token) => new()
        {
            KeyMaterial = new ImportKeyMaterial
            {
                Tr34KeyBlock = new ImportTr34KeyBlock
                {
                    CertificateAuthorityPublicKeyIdentifier = root,
                    SigningKeyCertificate = Wire(sender),
                    ImportToken = parameters.ImportToken,
                    WrappedKeyBlock = Convert.ToHexString(token),
                    KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
                    RandomNonce = Convert.ToHexString(nonce),
                },
            },
        };
        (string Kind, ImportKeyRequest Request)[] tokens =
        [
            ("padding", Altered(clear => clear[^1] ^= 0x80)),
            ("frame", Altered(clear => clear[0] ^= 0x01)),
            ("a length inside the frame", Altered(clear => clear[clear.AsSpan().IndexOf("KDH"u8) - 1] ^= 0x04)),
            ("inner identity", Altered(clear => clear[clear.AsSpan().IndexOf("KDH"u8)] ^= 0x01)),
            ("inner header", Altered(clear => clear[clear.AsSpan().IndexOf("D0112"u8)] ^= 0x01)),
            ("length of the key", Altered(clear => clear[clear.AsSpan().IndexOf("D0112"u8) + 7] ^= 0x15)),
            ("encrypted key", Import(Tr34Resigner.Resign(block, Replaced(clear, FlippedOf(encryptedKey)), senderKey))),
        ];
        using IEndpoint endpoint = new EndpointFactory().Start(new EndpointOptions(), engine.ForScope);
        using RefusedImport http = new(endpoint.Url);
        GetParametersForImportResponse raw = await service.SendAsync(
            new GetParametersForImportRequest { KeyMaterialType = KeyMaterialType.KeyCryptogram, WrappingKeyAlgorithm = KeyAlgorithm.Rsa2048 },
            CancellationToken.None);
        (string Kind, ImportKeyRequest Request)[] cryptograms = RefusedCryptograms.Of(raw);
        foreach ((string what, (string Kind, ImportKeyRequest Request)[] kinds) in new[] { ("TR-34", tokens), ("RSA-OAEP", cryptograms) })
        {
            await MeasureAsync(report, $"{what}, in the engine", kinds, request => RefusedImport.WhyAsync(service, request));
            await MeasureAsync(report, $"{what}, over HTTP", kinds, http.SendAsync);
        }

        ImportKeyRequest Altered(Action<byte[]> alter)
        {
            byte[] other = [.. clear];
            alter(other);
            return Import(Tr34Resigner.Resign(block, Replaced(other, encryptedKey), senderKey));
        }

        byte[] Replaced(byte[] content, byte[] wrappedKey)
        {
            byte[] envelope = block.EnvelopeContents.ToArray();
            wrappedKey.CopyTo(envelope.AsSpan(envelope.AsSpan().IndexOf(block.EncryptedKey.Span)));
            aes.EncryptCbc(content, block.InitializationVector.Span,
                PaddingMode.None).CopyTo(envelope.AsSpan(envelope.AsSpan().IndexOf(block.Ciphertext.Span)));
            return envelope;
        }
    }

    private static byte[] FlippedOf(ReadOnlySpan<byte> bytes)
    {
        byte[] flipped = bytes.ToArray();
        flipped[^1] ^= 1;
        return flipped;
    }

    // Several at once, because what takes 20 ms takes them waiting.
    private static async Task MeasureAsync(
        Report report, string what, (string Kind, ImportKeyRequest Request)[] kinds, Func<ImportKeyRequest, Task<string>> refuse)
    {
        string[] checks = await Task.WhenAll(kinds.Select(kind => refuse(kind.Request)));
        ConcurrentBag<double>[] times = [.. kinds.Select(static _ => new ConcurrentBag<double>())];
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            int[] order = [.. Enumerable.Range(0, kinds.Length)];
            for (int round = -WarmUp; round < Rounds / AtOnce; round++)
            {
                Random.Shared.Shuffle(order);
                foreach (int kind in order)
                {
                    long start = Stopwatch.GetTimestamp();
                    await refuse(kinds[kind].Request);
                    if (round >= 0)
                    {
                        times[kind].Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                    }
                }
            }
        })));
        double[][] all = [.. times.Select(bag => bag.ToArray())];
        for (int kind = 0; kind < kinds.Length; kind++)
        {
            double median = all[kind].Order().ElementAt(all[kind].Length / 2);
            report.Figure(
                $"{what}: {kinds[kind].Kind} ({checks[kind]})", $"t {CroppedTest.FarthestT(all[kind], all[0]):0.0}; median {median:0} us; {all[kind].Length}");
        }
    }

    private static string Wire(X509Certificate2 certificate) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));
}
