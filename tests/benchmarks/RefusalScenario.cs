using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Benchmarks;

/// <summary>
/// What refusals of TR-34 tokens cost that differ in decrypted bytes alone. They have one message, so that time is what is left to tell them
/// apart by (Vaudenay 2002, Manger 2001). All kinds are measured in turn, in an order that is drawn anew each time; Welch's t compares each with the first.
/// </summary>
internal sealed class RefusalScenario : Scenario
{
    private const int Rounds = 500;

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
        (string Kind, ImportKeyRequest Request)[] kinds =
        [
            ("padding", Altered(clear => clear[^1] ^= 0x80)),
            ("frame", Altered(clear => clear[0] ^= 0x01)),
            ("a length inside the frame", Altered(clear => clear[clear.AsSpan().IndexOf("KDH"u8) - 1] ^= 0x04)),
            ("inner identity", Altered(clear => clear[clear.AsSpan().IndexOf("KDH"u8)] ^= 0x01)),
            ("inner header", Altered(clear => clear[clear.AsSpan().IndexOf("D0112"u8)] ^= 0x01)),
            ("length of the key", Altered(clear => clear[clear.AsSpan().IndexOf("D0112"u8) + 7] ^= 0x15)),
            ("encrypted key", Import(Tr34Resigner.Resign(block, Replaced(clear, FlippedOf(encryptedKey)), senderKey))),
        ];
        double[][] times = [.. kinds.Select(static _ => new double[Rounds])];
        int[] order = [.. Enumerable.Range(0, kinds.Length)];
        for (int round = -20; round < Rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int kind in order)
            {
                double time = await RefuseAsync(service, kinds[kind].Request);
                if (round >= 0)
                {
                    times[kind][round] = time;
                }
            }
        }

        for (int kind = 0; kind < kinds.Length; kind++)
        {
            double[] kept = Kept(times[kind]);
            string? check = Check(await WhyAsync(service, kinds[kind].Request));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kinds[kind].Kind,-28} {check,-26} mean {kept.Average():0.0} us, median {kept[kept.Length / 2]:0.0} us, t "
                    + $"{Welch(kept, Kept(times[0])):0.0}"));
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

    private static async Task<double> RefuseAsync(IPaymentCryptography service, ImportKeyRequest request)
    {
        long start = Stopwatch.GetTimestamp();
        await WhyAsync(service, request);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static async Task<string?> WhyAsync(IPaymentCryptography service, ImportKeyRequest request)
    {
        try
        {
            await service.SendAsync(request, CancellationToken.None);
            return null;
        }
        catch (ValidationException refusal)
        {
            return refusal.OwnersDetail ?? refusal.Message;
        }
    }

    private static string? Check(string? detail) => detail is null ? "imported" : detail.Split(')')[0].TrimStart('(');

    private static string Wire(X509Certificate2 certificate) => Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()));

    /// <summary>In order, without the slowest tenth, in which other processes had the processor.</summary>
    private static double[] Kept(double[] times) => [.. times.Order().Take(times.Length * 9 / 10)];

    private static double Welch(double[] one, double[] other)
    {
        (double mean, double error) first = Moments(one);
        (double mean, double error) second = Moments(other);
        return (first.mean - second.mean) / Math.Sqrt(first.error + second.error);
    }

    private static (double Mean, double Error) Moments(double[] sample)
    {
        double mean = sample.Average();
        return (mean, sample.Sum(value => (value - mean) * (value - mean)) / (sample.Length - 1) / sample.Length);
    }
}
