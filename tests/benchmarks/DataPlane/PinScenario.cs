using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Benchmarks.DataPlane;

/// <summary>
/// The data plane: functions of the library beside psec, pyemv and the calls of the platform's cipher that they cannot do without; and translation of
/// PIN blocks in the engine.
/// </summary>
internal sealed class PinScenario : Scenario
{
    private const string Pan = "4111111111111111";

    public override string Name => "pins";

    public override Task RunAsync(Report report)
    {
        MeasureFunctions(report);
        TranslationPace.Measure(report);
        return Task.CompletedTask;
    }

    private static void MeasureFunctions(Report report)
    {
        byte[] key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        byte[] message = new byte[64];
        byte[] data = new byte[40];
        byte[] padded = new byte[48];
        byte[] chained = new byte[64];
        byte[] counter = [0x00, 0xFF];
        byte[] ksn = Convert.FromHexString("FFFF9876543210E00001");
        byte[] aesKsn = Convert.FromHexString("123456789012345600000001");
        byte[] block = new byte[8];
        byte[] block16 = new byte[16];
        char[] digits = new char[4];
        char[] pin = new char[12];
        byte[] held = new byte[16];
        using var pinKey = BlockCipher.CreateTdes(key);
        using var aesKey = BlockCipher.CreateAes(key);
        AesPinBlock.Encrypt(aesKey, "1234", Pan, held);
        using var tdes = TripleDES.Create();
        tdes.Key = [.. key, .. key[..8]];
        using var des = DES.Create();
        des.Key = key[..8];
        using var aes = Aes.Create();
        aes.Key = key;
        foreach (SymmetricAlgorithm algorithm in new SymmetricAlgorithm[] { tdes, des, aes })
        {
            algorithm.Mode = CipherMode.ECB;
            algorithm.Padding = PaddingMode.None;
        }

        using ICryptoTransform triple = tdes.CreateEncryptor();
        using ICryptoTransform whole = aes.CreateEncryptor();
        des.Mode = CipherMode.CBC;
        using ICryptoTransform chain = des.CreateEncryptor();

        // What the platform would have to do at the very least: the blocks, with keys that are expanded already.
        void Triple(int blocks)
        {
            for (int i = 0; i < blocks; i++)
            {
                triple.TransformBlock(block, 0, 8, block, 0);
            }
        }

        void Whole(int blocks)
        {
            for (int i = 0; i < blocks; i++)
            {
                whole.TransformBlock(block16, 0, 16, block16, 0);
            }
        }

        void Fresh(int keys)
        {
            for (int i = 0; i < keys; i++)
            {
                aes.Key = key;
                aes.EncryptEcb(block16, block16, PaddingMode.None);
            }
        }

        (string Name, Action Ours, Action Bare)[] functions =
        [
            ("pin block", () =>
            {
                PinBlock.Encode(PinBlockFormat.Iso0, "1234", Pan, block);
                pinKey.EncryptEcb(block, block);
            }, () => Triple(1)),
            ("pin block, format 4", () => AesPinBlock.Encrypt(aesKey, "1234", Pan, block16), () =>
            {
                // The block holds eight random bytes.
                RandomNumberGenerator.Fill(block);
                Whole(2);
            }),
            ("pin block, format 4, opened", () => AesPinBlock.Decrypt(aesKey, held, Pan, pin), () => Whole(2)),
            ("pvv", () => VisaPinVerificationValue.Generate(pinKey, Pan, 1, "1234", digits), () => Triple(1)),
            ("cvv", () => CardVerificationValue.Generate(key, Pan, "2512", "101", digits.AsSpan(0, 3)), () => Triple(2)),
            ("retail mac", () => Iso9797Mac.Algorithm3(key, message, Iso9797Padding.Method2, block), () =>
            {
                chain.TransformBlock(message, 0, 64, chained, 0);
                Triple(1);
            }),
            ("arqc", () =>
            {
                using SecretBuffer card = EmvCardKey.DeriveOptionA(key, Pan, "00");
                using SecretBuffer session = EmvSessionKey.Common(card.Span, [.. counter, 0, 0, 0, 0, 0, 0]);
                data.CopyTo(padded, 0);
                padded[40] = 0x80;
                EmvCryptogram.Request(session.Span, padded, block);
            }, () =>
            {
                Triple(4);
                chain.TransformBlock(padded, 0, 40, chained, 0);
                Triple(1);
            }),
            ("emv2000 key", () => EmvSessionKey.Emv2000(key, counter).Dispose(), () => Triple(16)),
            ("dukpt pin key, counter 1", () => TdesDukpt.DeriveWorkingKey(key, ksn, TdesDukptUsage.Pin).Dispose(), () => Triple(4)),
            ("aes dukpt pin key, counter 1", () => AesDukpt.DeriveWorkingKey(key, aesKsn, AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128).Dispose(),
                () => Fresh(3)),
        ];
        (IReadOnlyDictionary<string, double>? peers, string reason) = PythonPeers.Measure();
        if (peers is null)
        {
            report.Figure("psec and pyemv", $"not measured: {reason}");
        }

        foreach ((string name, Action ours, Action bare) in functions)
        {
            double[] best = Pace.Of(ours, bare);
            double peer = peers is not null && peers.TryGetValue(name, out double theirs) ? theirs / best[0] : double.NaN;
            report.Figure(
                $"{name}: a second; beside the platform's blocks alone; beside psec or pyemv",
                $"{1e9 / best[0]:0}; {best[1] / best[0]:0.00}; {peer:0} x");
        }
    }
}
