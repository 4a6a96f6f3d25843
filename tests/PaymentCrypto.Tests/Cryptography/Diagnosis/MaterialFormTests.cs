using System.Text;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>Whatever comes in, only findings come out.</summary>
public sealed class MaterialFormTests
{
    private const string Block = "D0112P0AE00E00001A2B3C4D5E6F7081";

    [Theory]
    [InlineData("", "FormEmpty")]
    [InlineData(" \r\n\t\uFEFF", "FormEmpty")]
    [InlineData("Please find the key attached.", "FormUnknown")]
    [InlineData("0x", "FormUnknown")]
    [InlineData("ABC", "InvalidHex")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB", "FormCut")]
    [InlineData("ssh-rsa AAAAB3NzaC1yc2E", "FormUnknown")]
    [InlineData("{\"a\": [1, 2", "FormUnknown")]
    [InlineData("{\"WrappedKeyBlock\": 7}", "FormUnknown")]
    [InlineData("<00#0100#ABCD#>", "FormEnvelope")]
    [InlineData("1ADNE000,30E6A07C9E4C487EB08F46AF01E64CAED0992A87B336AC61,A66804B787FC9CDD", "FormForeignBlock")]
    public void WhatIsNoExchangeIsTold(string text, string check)
    {
        ExchangeFinding finding = Assert.Single(MaterialForm.Recognise(text).Findings, static finding => finding.Outcome == FindingOutcome.Fail);

        Assert.Equal(check, finding.Check);
        Assert.NotEmpty(finding.Found);
        Assert.NotNull(finding.Action);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20, 0, 0, 0 }, "ZIP")]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0 }, "PNG")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0 }, "gzip")]
    public void BytesOfSomethingElseAreNamed(byte[] bytes, string what)
    {
        ExchangeFinding finding = Assert.Single(MaterialForm.Recognise(Convert.ToHexString([.. bytes, .. new byte[90 - bytes.Length]])).Findings);

        Assert.Contains(what, finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInputWithoutEndIsNotLookedAt()
    {
        ExchangeFinding finding = Assert.Single(MaterialForm.Recognise(new string('A', 5_000_000)).Findings);

        Assert.Equal("FormTooLarge", finding.Check);
    }

    [Fact]
    public void EachEncodingAroundABlockIsTakenOffAndTold()
    {
        string twice = Convert.ToBase64String(Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.ASCII.GetBytes($"\"{Block}\""))));

        RecognisedMaterial found = MaterialForm.Recognise(twice);

        Assert.Equal((MaterialKind.KeyBlock, Block), (found.Kind, found.Text));
        Assert.Equal(["FormEncodedTwice", "FormEncodedTwice", "FormEnvelope"],
            found.Findings.Where(static finding => finding.Outcome == FindingOutcome.Fail).Select(static finding => finding.Check));
    }

    [Fact]
    public void WhateverComesInOnlyFindingsComeOut()
    {
        Random random = new(11);
        byte[] token = Tr34Fixture.Token("aws_import_2tdea_3des");
        string[] seeds =
        [
            Block, Convert.ToHexString(token), Convert.ToBase64String(token), Tr34Fixture.Certificate("kdh")
                .ExportCertificatePem(), BlockCases.Spec(random)
                .Write(random),
            "{\"WrappedKey\": {\"KeyMaterial\": \"D0112\"}}", "ValidationException: WrappedKeyBlock was refused (Tr31Mac): no.",
            "import-token-abcdefgh23456789",
        ];
        for (int i = 0; i < 1500; i++)
        {
            StringBuilder text = new(seeds[random.Next(seeds.Length)]);
            for (int changes = random.Next(1, 12); changes > 0 && text.Length > 1; changes--)
            {
                int at = random.Next(text.Length);
                switch (random.Next(4))
                {
                    case 0:
                        text[at] = (char)random.Next(1, 300);
                        break;
                    case 1:
                        text.Remove(at, random.Next(1, text.Length - at));
                        break;
                    case 2:
                        text.Insert(at, text.ToString(at, Math.Min(40, text.Length - at)));
                        break;
                    default:
                        text.Insert(at, random.Pick("\0", "\n", "-----BEGIN ", "=", "\uD800", "[", "00", "'"));
                        break;
                }
            }

            ExchangeCase made = new("", BlockCases.Evidence(text.ToString()) with
            {
                Keys = [Dice.Given(aes: true, random.Bytes(16))],
                SigningCertificate = Tr34Fixture.Certificate("kdh")
            });
            IReadOnlyList<ExchangeCheckResult> results = made.Examine();
            Assert.NotEmpty(results);
        }
    }
}
