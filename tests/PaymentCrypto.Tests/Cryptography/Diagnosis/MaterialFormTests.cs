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

    private const string Whole = "B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E";
    private const string Sound = Whole + "0123456789ABCDEF";

    // What people and their programs put around a block on its way; the block inside is found, and what was around it is told.
    [Theory]
    [InlineData("B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED=\r\n7B727B8A248E0123456789ABCDEF\r\n", "quoted-printable")]
    [InlineData("B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDE%46%0D%0A", "percent-encoded")]
    [InlineData("\\u0042" + "0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDEF", "JSON escapes")]
    [InlineData("01: B0096P0TB00E0000 94B420079CC80BA3\n02: 461F86FE26EFC4A3 B8E4FA4C5F534117\n03: 6EED7B727B8A248E 0123456789ABCDEF", "before the lines")]
    [InlineData("1.  B0096P0TB00E000094B420079CC80BA3\r\n2.  461F86FE26EFC4A3B8E4FA4C5F534117\r\n3.  6EED7B727B8A248E0123456789ABCDEF", "before the lines")]
    [InlineData("Dear partner,\nhere it is: " + Sound + "\nRegards", "other text around")]
    [InlineData("<keyBlock>" + Sound + "</keyBlock>", "other text around")]
    [InlineData("pin,TDES_2KEY," + Sound + ",8BAF47", "other text around")]
    [InlineData("0000A700R" + Sound + "8BAF47", "other text around")]
    public void WhatIsAroundABlockIsToldAndTheBlockIsFound(string text, string around)
    {
        RecognisedMaterial material = MaterialForm.Recognise(text);

        Assert.Equal((MaterialKind.KeyBlock, Sound), (material.Kind, material.Text));
        ExchangeFinding first = material.Findings.First(static finding => finding.Outcome == FindingOutcome.Fail);
        Assert.Equal("FormEnvelope", first.Check);
        Assert.Contains(around, first.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void ADumpOfABlockIsReadAndTold()
    {
        IEnumerable<string> lines = Sound.Chunk(16).Select(static (part, line) =>
            $"{16 * line:x8}  {string.Join(' ', part.Select(static c => $"{(int)c:x2}"))}  |{new string(part)}|");

        RecognisedMaterial material = MaterialForm.Recognise(string.Join('\n', lines));

        Assert.Equal(Sound, material.Text);
        Assert.Equal(["FormEnvelope", "FormEncodedTwice"], Failed(material));
    }

    // The bytes of B0096P in EBCDIC, as IBM's code page 37 has them, and the rest as that code page has letters and digits.
    [Fact]
    public void EbcdicIsNamed()
    {
        static byte Of(char c) => (byte)(char.IsAsciiDigit(c) ? 0xF0 + (c - '0')
            : c <= 'I' ? 0xC1 + (c - 'A')
            : c <= 'R' ? 0xD1 + (c - 'J')
            : 0xE2 + (c - 'S'));

        RecognisedMaterial material = MaterialForm.Recognise(Convert.ToHexString([.. Sound.Select(Of)]));

        Assert.Equal(Sound, material.Text);
        Assert.Equal("FormCharacterSet", material.Findings[0].Check);
    }

    [Fact]
    public void FormsOfBytesThatProgramsWriteAreNamed()
    {
        byte[] cryptogram = [.. Enumerable.Range(0, 256).Select(static value => (byte)(255 - value))];
        string base64Url = Convert.ToBase64String(cryptogram).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        string array = "{ " + string.Join(", ", cryptogram.Select(static value => $"0x{value:X2}")) + " };";

        foreach (string text in (string[])[base64Url, array])
        {
            RecognisedMaterial material = MaterialForm.Recognise(text);
            Assert.Equal(MaterialKind.RsaCryptogram, material.Kind);
            Assert.Equal(cryptogram, material.Bytes.ToArray());
            Assert.Equal("FormEnvelope", material.Findings[0].Check);
        }
    }

    // Base64 may end in '=' at the end of a line of a sound certificate, which is no mail.
    [Theory]
    [InlineData("-----")]
    [InlineData("\u2014\u2014")]
    [InlineData("")]
    public void PemWithAndWithoutItsHyphensIsTheCertificate(string hyphens)
    {
        string pem = "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n";

        RecognisedMaterial material = MaterialForm.Recognise(pem.Replace("-----", hyphens, StringComparison.Ordinal));

        Assert.Equal(MaterialKind.Certificates, material.Kind);
        Assert.Equal(hyphens == "-----" ? [] : ["FormEnvelope"], Failed(material));
    }

    private static IEnumerable<string> Failed(RecognisedMaterial material) =>
        material.Findings.Where(static finding => finding.Outcome == FindingOutcome.Fail).Select(static finding => finding.Check);

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
