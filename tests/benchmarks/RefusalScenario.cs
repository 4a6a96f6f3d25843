using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Benchmarks;

/// <summary>
/// What refusals of TR-34 tokens cost that differ in decrypted bytes alone. They have one message, so that time is what is left to tell them
/// apart by (Vaudenay 2002, Manger 2001). All kinds are measured in turn, in an order that is drawn anew each time; Welch's t compares each with the first.
/// </summary>
internal sealed class RefusalScenario : Scenario
{
    private const int Rounds = 4000;

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override string Name => "refusals";

    public override Task RunAsync(Report report)
    {
        using RSA senderKey = RSA.Create(2048);
        using RSA receiverKey = RSA.Create(2048);
        using X509Certificate2 sender = SelfSigned("CN=KDH", senderKey);
        using X509Certificate2 receiver = SelfSigned("CN=KRD", receiverKey);
        byte[] nonce = RandomNumberGenerator.GetBytes(8);
        Tr34OpenOptions options = new()
        {
            RecipientPrivateKey = receiverKey,
            RecipientCertificate = receiver,
            SignerCertificate = sender,
            ValidAt = Now,
            ExpectedNonce = nonce,
        };
        byte[] token = Tr34KeyBlock.Create(RandomNumberGenerator.GetBytes(16), "D0112K0TB00E0000", new Tr34CreateOptions
        {
            SignerPrivateKey = senderKey,
            SignerCertificate = sender,
            RecipientCertificate = receiver,
            Nonce = nonce,
            Cipher = Tr34Cipher.Aes128,
        });
        Tr34KeyBlock block = Tr34KeyBlock.Parse(token);
        using Aes aes = Aes.Create();
        aes.Key = receiverKey.Decrypt(block.EncryptedKey.Span, RSAEncryptionPadding.OaepSHA256);
        byte[] clear = aes.DecryptCbc(block.Ciphertext.Span, block.InitializationVector.Span, PaddingMode.None);
        (string Kind, byte[] Token)[] kinds =
        [
            ("padding", Altered(clear => clear[^1] ^= 0x80)),
            ("frame", Altered(clear => clear[0] ^= 0x01)),
            ("a length inside the frame", Altered(clear => clear[clear.AsSpan().IndexOf("KDH"u8) - 1] ^= 0x04)),
            ("inner identity", Altered(clear => clear[clear.AsSpan().IndexOf("KDH"u8)] ^= 0x01)),
            ("inner header", Altered(clear => clear[clear.AsSpan().IndexOf("D0112"u8)] ^= 0x01)),
            ("length of the key", Altered(clear => clear[clear.AsSpan().IndexOf("D0112"u8) + 7] ^= 0x15)),
            ("encrypted key", Tr34Resigner.Resign(block, Replaced(block.EncryptedKey.Span, FlippedOf(block.EncryptedKey.Span)), senderKey)),
        ];
        double[][] times = [.. kinds.Select(static _ => new double[Rounds])];
        int[] order = [.. Enumerable.Range(0, kinds.Length)];
        for (int round = -200; round < Rounds; round++)
        {
            Random.Shared.Shuffle(order);
            foreach (int kind in order)
            {
                double time = Refuse(kinds[kind].Token, options);
                if (round >= 0)
                {
                    times[kind][round] = time;
                }
            }
        }

        for (int kind = 0; kind < kinds.Length; kind++)
        {
            double[] kept = Kept(times[kind]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kinds[kind].Kind,-28} {Why(kinds[kind].Token, options),-26} mean {kept.Average():0.0} us, median {kept[kept.Length / 2]:0.0} us, t {Welch(kept, Kept(times[0])):0.0}"));
        }

        return Task.CompletedTask;

        byte[] Altered(Action<byte[]> alter)
        {
            byte[] other = [.. clear];
            alter(other);
            return Tr34Resigner.Resign(block, Replaced(block.Ciphertext.Span, aes.EncryptCbc(other, block.InitializationVector.Span, PaddingMode.None)), senderKey);
        }

        byte[] Replaced(ReadOnlySpan<byte> part, ReadOnlySpan<byte> by)
        {
            byte[] envelope = block.EnvelopeContents.ToArray();
            by.CopyTo(envelope.AsSpan(envelope.AsSpan().IndexOf(part)));
            return envelope;
        }
    }

    private static byte[] FlippedOf(ReadOnlySpan<byte> bytes)
    {
        byte[] flipped = bytes.ToArray();
        flipped[^1] ^= 1;
        return flipped;
    }

    private static double Refuse(byte[] token, Tr34OpenOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        Why(token, options);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }

    private static CryptographyError? Why(byte[] token, Tr34OpenOptions options)
    {
        try
        {
            Tr34KeyBlock.Open(token, options).Dispose();
            return null;
        }
        catch (CryptographyException refusal)
        {
            return refusal.Error;
        }
    }

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

    private static X509Certificate2 SelfSigned(string name, RSA key) =>
        new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
}
