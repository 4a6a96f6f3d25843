using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Benchmarks;

/// <summary>Opening a TR-34 token, against the two RSA operations that no implementation can do without: one decryption, one verification.</summary>
internal sealed class Tr34Scenario : Scenario
{
    private const int Count = 1000;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override string Name => "tr34";

    public override async Task RunAsync(Report report)
    {
        using var authorityKey = RSA.Create(4096);
        using X509Certificate2 authority = Issue("CN=KDH CA", authorityKey, "CN=KDH CA", authorityKey);
        foreach (int bits in new[] { 2048, 3072 })
        {
            using var senderKey = RSA.Create(bits);
            using var receiverKey = RSA.Create(bits);
            using X509Certificate2 sender = Issue("CN=KDH", senderKey, "CN=KDH CA", authorityKey);
            using X509Certificate2 receiver = Issue("CN=KRD", receiverKey, "CN=KRD CA", authorityKey);
            byte[] nonce = RandomNumberGenerator.GetBytes(8);
            Tr34CreateOptions create = new() { SignerPrivateKey = senderKey, SignerCertificate = sender, RecipientCertificate = receiver, Nonce = nonce };
            Tr34OpenOptions Open(bool withIssuer) => new()
            {
                RecipientPrivateKey = receiverKey,
                RecipientCertificate = receiver,
                SignerCertificate = sender,
                SignerIssuerCertificate = withIssuer ? authority : null,
                ValidAt = Now,
                ExpectedNonce = nonce,
            };
            byte[] key = RandomNumberGenerator.GetBytes(16);
            byte[] token = Tr34KeyBlock.Create(key, "D0112K0TB00E0000", create);
            var block = Tr34KeyBlock.Parse(token);
            byte[] attributes = new byte[134];
            byte[] signature = senderKey.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            byte[] clear = new byte[bits / 8];
            byte[] certificateSignature = authorityKey.SignData(attributes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using RSA publicKey = sender.GetRSAPublicKey()!;
            using RSA authorityPublicKey = authority.GetRSAPublicKey()!;
            void DecryptAndVerify()
            {
                receiverKey.TryDecrypt(block.EncryptedKey.Span, clear, RSAEncryptionPadding.OaepSHA256, out _);
                publicKey.VerifyData(attributes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }

            double two = await report.MeasureAsync($"RSA-{bits} decryption and verification, the platform alone", Count, () => Run(DecryptAndVerify));
            double open =
                await report.MeasureAsync($"TR-34 open, RSA-{bits}", Count, () => Run(() => Tr34KeyBlock.Open(token, Open(withIssuer: false)).Dispose()));
            double three = await report.MeasureAsync("the same and the issuer's RSA-4096 verification, the platform alone", Count, () => Run(() =>
            {
                DecryptAndVerify();
                authorityPublicKey.VerifyData(attributes, certificateSignature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            }));
            double chain = await report.MeasureAsync($"TR-34 open with issuer check, RSA-{bits}", Count,
                () => Run(() => Tr34KeyBlock.Open(token, Open(withIssuer: true)).Dispose()));
            await report.MeasureAsync($"TR-34 create, RSA-{bits}", Count, () => Run(() => Tr34KeyBlock.Create(key, "D0112K0TB00E0000", create)));
            report.Figure($"open / platform, RSA-{bits}", $"{open / two:0.00}");
            report.Figure($"open with issuer check / platform, RSA-{bits}", $"{chain / three:0.00}");
        }
    }

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static X509Certificate2 Issue(string name, RSA key, string issuer, RSA issuerKey) =>
        new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).Create(
            new X500DistinguishedName(issuer),
            X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1),
            Now.AddDays(-1),
            Now.AddDays(30),
            RandomNumberGenerator.GetBytes(8));
}
