using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Fuzzing.Targets;

/// <summary>The doctor, which has no typed error: whatever comes in, only findings come out, each with something found.</summary>
internal sealed class DiagnosisTarget : FuzzTarget
{
    private static readonly byte[] Kek = Convert.FromHexString("0123456789ABCDEF23456789ABCDEF01456789ABCDEF0123");
    private static readonly RSA Key = Fuzzing.Seeds.PrivateKey("krd");
    private static readonly X509Certificate2 Certificate = Fuzzing.Seeds.Certificate("krd");

    /// <inheritdoc/>
    public override string Name => "diagnosis";

    /// <inheritdoc/>
    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        "B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDEF"u8.ToArray(),
        "B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341=\r\n176EED7B727B8A248E0123456789%41BCDEF"u8.ToArray(),
        "01: B0096P0TB00E0000 94B420079CC80BA3\n02: 461F86FE26EFC4A3 B8E4FA4C5F534117\n03: 6EED7B727B8A248E 0123456789ABCDEF"u8.ToArray(),
        "{\"WrappedKey\": {\"KeyMaterial\": \"\\u00420096P0TB00E000094B420079CC80BA3\"}}"u8.ToArray(),
        "RB0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDEF"u8.ToArray(),
        "[AOGPKB;AKB0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDEF;]"u8.ToArray(),
        "PcValidation: WrappedKeyBlock was refused (Tr31Mac): The MAC does not verify."u8.ToArray(),
        "U0123456789ABCDEF0123456789ABCDEF"u8.ToArray(),
        Encoding.ASCII.GetBytes(Convert.ToHexString(Fuzzing.Seeds.KeyTokens[0])),
        Encoding.ASCII.GetBytes(Convert.ToBase64String(Fuzzing.Seeds.KeyTokens[1])),
        Encoding.ASCII.GetBytes(Convert.ToHexString(Key.Encrypt(Kek, RSAEncryptionPadding.OaepSHA256))),
        .. Fuzzing.Seeds.CertificatePems.Take(1).Select(Encoding.ASCII.GetBytes),
    ];

    // A block that does not open is tried with each other character in each place, up to a length: some kilobytes for each of up to 94.
    /// <inheritdoc/>
    protected override int AllocationPerByte => 512 * 1024;

    /// <inheritdoc/>
    protected override void Read(byte[] input)
    {
        RecognisedMaterial material = MaterialForm.Recognise(Encoding.UTF8.GetString(input));
        Check(material.Findings);
        using ProtectionKeyCandidate key = new("a key", BlockCipherAlgorithm.Tdes, Kek, isGiven: true);
        switch (material.Kind)
        {
            case MaterialKind.KeyBlock:
                using (KeyBlockResult result = KeyBlockExamination.Examine(material.Text, [key], "08D7B4"))
                {
                    Check(result.Findings);
                }

                break;
            case MaterialKind.KeyToken:
                Check(KeyTokenExamination.Examine(material.Bytes.Span, new KeyTokenEvidence
                {
                    Recipients = [new TokenRecipient("a receiver", Certificate, Key, IsGiven: true)],
                    Options = new CertificateCheckOptions { ValidAt = Fuzzing.Seeds.Now },
                }).Findings);
                break;
            case MaterialKind.RsaCryptogram:
                TokenRecipient recipient = new("a receiver", Certificate, null, IsGiven: true);
                Check(RsaCryptogramExamination.Examine(material.Bytes, new RsaCryptogramEvidence { Recipients = [recipient] }));
                break;
            case MaterialKind.BareCryptogram:
                Check(VariantCryptogramExamination.Examine(material.Bytes.Span, [key], default, "08D7B4"));
                break;
            case MaterialKind.ErrorText:
                Check(RefusalExamination.Examine(material.Text));
                break;
        }
    }

    private static void Check(IReadOnlyList<ExchangeFinding> findings)
    {
        if (findings.Any(static finding => string.IsNullOrWhiteSpace(finding.Check) || string.IsNullOrWhiteSpace(finding.Found)))
        {
            throw new InvalidOperationException("A finding says nothing.");
        }
    }
}
