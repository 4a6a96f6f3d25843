using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Forms;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Forms;

/// <summary>What a text is taken for, what was around it, and where the limits of each guess are.</summary>
public sealed class MaterialLayerTests
{
    private const string Block = "B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDEF";
    private const string Lower = "b0096p0tb00e000094b420079cc80ba3461f86fe26efc4a3b8e4fa4c5f5341176eed7b727b8a248e0123456789abcdef";

    // Signed data without content and signers, which is what a bag of certificates is.
    private const string Bag = "3023" + "06092A864886F70D010702" + "A016" + "3014" + "020101" + "3100" + "300B06092A864886F70D010701" + "3100";

    private const string Sixteen = "2F3C1A7B9D5E60718293A4B5C6D7E8F9";

    // HSMs' own layouts and messages. What is inside counts, when something is.
    [Theory]
    [InlineData("R" + Block, MaterialKind.KeyBlock, Block, "FormSchemePrefix")]
    [InlineData("S1009632" + Sixteen, MaterialKind.Foreign, "S1009632" + Sixteen, "FormForeignBlock")]
    [InlineData("S100963200" + Sixteen, MaterialKind.Foreign, "S100963200" + Sixteen, "FormForeignBlock")]
    [InlineData("U" + Sixteen, MaterialKind.Foreign, "U" + Sixteen, "FormForeignBlock")]
    [InlineData("T" + Sixteen + "0123456789ABCDEF", MaterialKind.Foreign, "T" + Sixteen + "0123456789ABCDEF", "FormForeignBlock")]
    [InlineData("[AOTKPI;FS6;BG" + Block + ";]", MaterialKind.KeyBlock, Block, "FormEnvelope")]
    [InlineData("[AOTKPI;" + Block + ";]", MaterialKind.KeyBlock, Block, "FormEnvelope")]
    [InlineData("[AOTKPI;FS6;BG00;]", MaterialKind.Foreign, "[AOTKPI;FS6;BG00;]", "FormEnvelope")]
    [InlineData("<11A#0#" + Block + "#>", MaterialKind.KeyBlock, Block, "FormEnvelope")]
    [InlineData("<11A#0#0123#>", MaterialKind.Foreign, "<11A#0#0123#>", "FormEnvelope")]
    public void A_layout_of_a_maker_is_told(string text, MaterialKind kind, string inner, string fails) => Is(text, kind, inner, fails);

    [Fact]
    public void A_message_is_told_by_its_maker_and_by_what_is_in_it()
    {
        Assert.Contains("Futurex", First("[AOTKPI;FS6;BG00;]").Found, StringComparison.Ordinal);
        Assert.Contains("Atalla", First("<11A#0#0123#>").Found, StringComparison.Ordinal);
        Assert.Contains(" 96 ", First($"<11A#0#{Block}#>").Found, StringComparison.Ordinal);
        Assert.Contains(" 32 ", First("U" + Sixteen).Found, StringComparison.Ordinal);
        Assert.Contains("export", First("<11A#0#0123#>").Action, StringComparison.Ordinal);
        Assert.NotEqual(First("<11A#0#0123#>").Action, First($"<11A#0#{Block}#>").Action);
        Assert.Equal(First("<11A#0#0123#>").Action, First("[AOTKPI;FS6;BG00;]").Action);
        Is("[AOTKPI;BGB0016P0TB00E0000;]", MaterialKind.Foreign, "[AOTKPI;BGB0016P0TB00E0000;]", "FormEnvelope");
    }

    [Theory]
    [InlineData(Block, "")]
    [InlineData(" " + Block + "\n", "")]
    [InlineData("\uFEFF" + Block, "")]
    [InlineData("\"" + Block + "\"", "FormEnvelope")]
    [InlineData("'" + Block + "',", "FormEnvelope")]
    [InlineData("\u201C" + Block + "\u201D;", "FormEnvelope")]
    [InlineData("B0096P0TB00E000094B420079CC80BA3461F86FE26EFC4A3B8E4FA4C\r\n5F5341176EED7B727B8A248E0123456789ABCDEF", "FormLineBreaks")]
    [InlineData("B0096P0TB00E0000 94B420079CC80BA3461F86FE26EFC4A3B8E4FA4C5F5341176EED7B727B8A248E0123456789ABCDEF", "FormLineBreaks")]
    [InlineData(Lower, "FormLetterCase")]
    [InlineData(Block + "\n" + Block, "FormSeveral")]
    [InlineData(Block + "\r\n\r\n  " + Block + "\r\n" + Block, "FormSeveral")]
    public void A_block_is_found_whatever_its_form(string text, string fails) => Is(text, MaterialKind.KeyBlock, Block, fails);

    [Fact]
    public void Lower_case_is_told_of_the_payload_alone_and_of_both()
    {
        string payload = Block[..16] + Lower[16..];
        Is(payload, MaterialKind.KeyBlock, payload, "FormLetterCase");
        string header = Lower[..16] + Block[16..];
        Is(header, MaterialKind.KeyBlock, Block, "FormLetterCase");

        // Lower case in a label is its own, and so are letters that are no digits at the end.
        string label = "B0112P0TB00E0100LB10zone-seven.." + Block[16..];
        Is(label, MaterialKind.KeyBlock, label, "");
        string odd = Block[..^3] + "xyz";
        Is(odd, MaterialKind.KeyBlock, odd, "");
        string one = Block[..^16] + "a123456789ABCDEF";
        Is(one, MaterialKind.KeyBlock, one, "FormLetterCase");
        string before = Block[..^17] + "a0123456789ABCDEF";
        Is(before, MaterialKind.KeyBlock, before, "");
        Is("B0020P0TB00E0000abcd", MaterialKind.KeyBlock, "B0020P0TB00E0000abcd", "FormLetterCase");
    }

    // The blanks of a label are part of the block: its length says so.
    [Fact]
    public void Blanks_that_the_length_counts_stay()
    {
        string label = "B0112P0TB00E0100LB10zone seven  " + Block[16..];
        Is(label, MaterialKind.KeyBlock, label, "");
        Is(label.Insert(60, "\n"), MaterialKind.KeyBlock, label, "FormLineBreaks");
    }

    // Two lines that look like headers are two blocks only when each is as long as it says.
    [Fact]
    public void A_block_in_two_lines_is_one_block()
    {
        string text = Block[..48] + "\n" + Block[48..];
        Is(text, MaterialKind.KeyBlock, Block, "FormLineBreaks");
        Is(Block[..^1] + "\n" + Block, MaterialKind.KeyBlock, Block[..^1] + Block, "FormLineBreaks");
        Is(Block + "00\n" + Block, MaterialKind.KeyBlock, Block + "00", "FormSeveral");
    }

    [Theory]
    [InlineData("{\"WrappedKeyBlock\": \"$\"}")]
    [InlineData("{\"KeyMaterial\": \"$\"}")]
    [InlineData("{\"WrappedKey\": {\"Other\": 1, \"KeyMaterial\": \"$\"}}")]
    [InlineData("{\"Other\": [1, 2], \"Note\": \"$\"}")]
    [InlineData("{\"Kcv\": \"00112233445566778899AABBCCDDEEFF\", \"WrappedKeyBlock\": \"$\"}")]
    [InlineData("{\"Kcv\": \"00112233445566778899AABBCCDDEEFF\", \"KeyMaterial\": \"$\"}")]
    public void The_member_of_JSON_that_holds_the_key_is_taken(string json) =>
        Is(json.Replace("$", Block, StringComparison.Ordinal), MaterialKind.KeyBlock, Block, "FormEnvelope");

    [Fact]
    public void The_cryptogram_of_a_request_is_taken_before_other_members()
    {
        string hex = Convert.ToHexString(Cryptogram(256));
        RecognisedMaterial found = MaterialForm.Recognise("{\"Kcv\": \"00112233445566778899AABBCCDDEEFF\", \"WrappedKeyCryptogram\": \"" + hex + "\"}");
        Assert.Equal((MaterialKind.RsaCryptogram, 256), (found.Kind, found.Bytes.Length));
        foreach ((int depth, MaterialKind kind) in ((int, MaterialKind)[])[(16, MaterialKind.RsaCryptogram), (17, MaterialKind.None)])
        {
            string nested = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + $"\"{hex}\"" + new string('}', depth);
            Assert.Equal(kind, MaterialForm.Recognise(nested).Kind);
        }
    }

    [Theory]
    [InlineData("0x", "", "", "FormEnvelope")]
    [InlineData("0X", "", "", "FormEnvelope")]
    [InlineData("", ":", "", "FormEnvelope")]
    [InlineData("", "", "\n", "FormLineBreaks")]
    [InlineData("", "", " ", "FormLineBreaks")]
    [InlineData("", "", "", "")]
    [InlineData("0x", "", "\r\n", "FormEnvelope FormLineBreaks")]
    public void The_form_of_hex_digits_is_told(string prefix, string between, string inTheMiddle, string fails)
    {
        byte[] bytes = Cryptogram(256);
        string digits = Convert.ToHexString(bytes);
        string half = digits[..256];
        string text = prefix + (between.Length > 0 ? string.Join(between, bytes.Select(static b => b.ToString("X2", CultureInfo.InvariantCulture)))
            : half + inTheMiddle + digits[256..]);
        RecognisedMaterial found = MaterialForm.Recognise(text);
        Assert.Equal((MaterialKind.RsaCryptogram, fails), (found.Kind, found.Findings.Fails()));
        Assert.Equal(bytes, found.Bytes.ToArray());
        found = MaterialForm.Recognise(text.ToLowerInvariant());
        Assert.Equal(string.Join(' ', fails.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append("FormLetterCase").Order()
            .OrderBy(static check => check switch { "FormEnvelope" => 0, "FormLetterCase" => 1, _ => 2 })), found.Findings.Fails());
    }

    [Theory]
    [InlineData(7, MaterialKind.None)]
    [InlineData(8, MaterialKind.BareCryptogram)]
    [InlineData(16, MaterialKind.BareCryptogram)]
    [InlineData(24, MaterialKind.BareCryptogram)]
    [InlineData(32, MaterialKind.BareCryptogram)]
    [InlineData(40, MaterialKind.BareCryptogram)]
    [InlineData(48, MaterialKind.BareCryptogram)]
    [InlineData(56, MaterialKind.None)]
    [InlineData(95, MaterialKind.None)]
    [InlineData(96, MaterialKind.RsaCryptogram)]
    [InlineData(256, MaterialKind.RsaCryptogram)]
    [InlineData(640, MaterialKind.RsaCryptogram)]
    [InlineData(641, MaterialKind.None)]
    public void Bytes_are_a_cryptogram_by_their_length(int length, MaterialKind kind)
    {
        byte[] bytes = Cryptogram(length);
        foreach (string text in (string[])[Convert.ToHexString(bytes), Convert.ToBase64String(bytes)])
        {
            RecognisedMaterial found = MaterialForm.Recognise(text);
            Assert.Equal(kind, found.Kind);
            Assert.Equal(kind == MaterialKind.None ? "FormUnknown" : "", found.Findings.Fails());
        }
    }

    // A text of as many characters is no cryptogram.
    [Theory]
    [InlineData(" ", MaterialKind.None)]
    [InlineData("~", MaterialKind.None)]
    [InlineData("\r", MaterialKind.None)]
    [InlineData("\n", MaterialKind.None)]
    [InlineData("\t", MaterialKind.None)]
    [InlineData("\u007F", MaterialKind.RsaCryptogram)]
    [InlineData("\u001F", MaterialKind.RsaCryptogram)]
    public void A_text_in_hex_is_no_cryptogram(string one, MaterialKind kind)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(new string('q', 60) + one + new string('q', 60));
        Assert.Equal(kind, MaterialForm.Recognise(Convert.ToHexString(bytes)).Kind);
    }

    [Fact]
    public void What_is_in_PEM_is_told()
    {
        ECDsa key = TestCertificates.P256;
        string certificate = TestCertificates.Issue("somebody", key).ExportCertificatePem();
        string request = new CertificateRequest("CN=somebody", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();
        string secret = key.ExportPkcs8PrivateKeyPem();
        foreach ((string text, MaterialKind kind, string fails) in ((string, MaterialKind, string)[])
        [
            (certificate, MaterialKind.Certificates, ""),
            (certificate + "\n" + certificate, MaterialKind.Certificates, ""),
            (request, MaterialKind.SigningRequest, ""),
            (request.Replace("CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST", StringComparison.Ordinal), MaterialKind.SigningRequest, ""),
            (secret, MaterialKind.PrivateKey, ""),
            (certificate + "\n" + secret, MaterialKind.PrivateKey, ""),
            (Pem("CMS", Bag), MaterialKind.None, "FormBag"),
            (Pem("PUBLIC KEY", Convert.ToHexString(key.ExportSubjectPublicKeyInfo())), MaterialKind.None, "FormUnknown"),
            (Pem("SOMETHING", Convert.ToHexString(Cryptogram(256))), MaterialKind.None, "FormUnknown"),
            (Convert.ToBase64String(Encoding.ASCII.GetBytes(certificate)), MaterialKind.Certificates, ""),
            (certificate[..^40], MaterialKind.None, "FormCut"),
        ])
        {
            RecognisedMaterial found = MaterialForm.Recognise(text);
            Assert.True((kind, fails) == (found.Kind, found.Findings.Fails()), $"{found.Kind}, {found.Findings.Fails()}: {text}");
        }

        Assert.Equal(("FormBag", "FormEnvelope FormBag"),
            (MaterialForm.Recognise(Bag).Findings.Fails(), MaterialForm.Recognise("0x" + Bag).Findings.Fails()));

        byte[] first = TestCertificates.Issue("first", key).RawData;
        Assert.Equal(first, MaterialForm.Recognise(new string(PemEncoding.Write("CERTIFICATE", first)) + "\n" + certificate).Bytes.ToArray());
    }

    [Theory]
    [InlineData("import-token-abcdefgh23456789", MaterialKind.ServiceToken)]
    [InlineData("export-token-abcdefgh23456789", MaterialKind.ServiceToken)]
    [InlineData("import-token-abc", MaterialKind.None)]
    public void A_token_of_the_service_is_told(string text, MaterialKind kind)
    {
        RecognisedMaterial found = MaterialForm.Recognise(text);
        Assert.Equal(kind, found.Kind);
        Assert.Equal(kind == MaterialKind.ServiceToken ? "ServiceToken" : "", found.Findings.Passes());
        Assert.True(kind != MaterialKind.ServiceToken || found.Findings[0].Found.Contains(text[..6], StringComparison.Ordinal));
    }

    // Four layers are taken off: a text in a text without end is not followed.
    [Theory]
    [InlineData(0, MaterialKind.KeyBlock)]
    [InlineData(3, MaterialKind.KeyBlock)]
    [InlineData(4, MaterialKind.None)]
    public void Only_so_many_layers_are_taken_off(int layers, MaterialKind kind)
    {
        string text = Block;
        for (int i = 0; i < layers; i++)
        {
            text = Convert.ToBase64String(Encoding.ASCII.GetBytes(text));
        }

        RecognisedMaterial found = MaterialForm.Recognise(text);
        Assert.Equal(kind, found.Kind);
        Assert.Equal(kind == MaterialKind.None ? 1 : layers, found.Findings.Count);

        text = Block;
        for (int i = 0; i < layers; i++)
        {
            text = $"'{text}'";
        }

        Assert.Equal(kind, MaterialForm.Recognise(text).Kind);
    }

    [Theory]
    [InlineData("ABC", "InvalidHex")]
    [InlineData("''", "FormUnknown")]
    [InlineData("'", "FormUnknown")]
    [InlineData("'Q", "FormUnknown")]
    [InlineData("0x:", "FormUnknown")]
    [InlineData("====", "FormUnknown")]
    [InlineData("C:\\keys\\block.txt", "FormUnknown")]
    [InlineData("/keys/block.txt", "FormUnknown")]
    [InlineData("one/two\nthree", "FormUnknown")]
    [InlineData("<html>", "FormUnknown")]
    public void What_is_nothing_is_said_to_be_unknown(string text, string fails) => Is(text, MaterialKind.None, text, fails);

    [Theory]
    [InlineData("/keys/block.txt", true)]
    [InlineData("keys\\block.txt", true)]
    [InlineData("one/two\nthree four five", false)]
    [InlineData("neither here nor there!", false)]
    public void A_path_is_one_line_with_a_separator(string text, bool isPath) =>
        Assert.Equal(isPath, Likeness.Of(text).Contains("path", StringComparison.Ordinal));

    [Fact]
    public void The_longest_text_is_still_looked_at()
    {
        Assert.Equal("FormUnknown", MaterialForm.Recognise(new string('?', MaterialForm.MaximumLength)).Findings.Fails());
        Assert.Equal("FormTooLarge", MaterialForm.Recognise(new string('?', MaterialForm.MaximumLength + 1)).Findings.Fails());
    }

    [Theory]
    [InlineData("Key: ", "", true)]
    [InlineData("x", "", true)]
    [InlineData("Key: ", " and more", true)]
    [InlineData("", " and more", true)]
    public void A_block_within_a_text_is_found(string before, string behind, bool isFound)
    {
        RecognisedMaterial found = MaterialForm.Recognise(before + Block + behind);
        Assert.Equal(isFound, found.Kind == MaterialKind.KeyBlock);
    }

    // Each version, at the very end of a text; lower case, no length or a length that is too long are no block within a text.
    [Fact]
    public void What_is_taken_for_a_block_within_a_text_is_whole()
    {
        foreach (char version in "ABCDE")
        {
            string block = version + Block[1..];
            Assert.Equal(block, Assert.Single(Within($"Here: {block}")));
        }

        Assert.Empty(Within("Here it is: F" + Block[1..]));
        Assert.Empty(Within("Here it is: @" + Block[1..]));
        Assert.Empty(Within("Here it is: " + Block[..^1]));
        Assert.Empty(Within("Here it is: B0016P0TB00E0000"));
        Assert.Equal("B0017P0TB00E00000", Assert.Single(Within("Here it is: B0017P0TB00E00000")));
        Assert.Empty(Within("Here it is: " + Block[..50] + "\n" + Block[51..]));
        Assert.Equal("B0017P0TB00E0000\u0020", Assert.Single(Within("Here it is: B0017P0TB00E0000 ")));
        Assert.Equal("B0017P0TB00E0000~", Assert.Single(Within("Here it is: B0017P0TB00E0000~")));
    }

    [Theory]
    [InlineData("B%30", "B0")]
    [InlineData("%42%30", "B0")]
    [InlineData("100% B", "100% B")]
    [InlineData("B%3", "B%3")]
    [InlineData("B%", "B%")]
    [InlineData("%zz", "%zz")]
    public void Percent_signs_with_two_digits_are_characters(string text, string plain) =>
        Assert.Equal(plain, Assert.Single(Surroundings.Transports(text)).Inner);

    // One line is no printout and no dump.
    [Fact]
    public void A_dump_or_printout_has_more_than_one_line()
    {
        Assert.Empty(Surroundings.Others("01: 0123456789ABCDEF"));
        Assert.Empty(Surroundings.Others("00000000  30 31 32 33"));
        Assert.Equal("0123", Surroundings.Others("1. 01\n2. 23").Last().Inner);
        Assert.Equal("30 3132 33", Surroundings.Others("00000000  30 31\n00000010  32 33").First().Inner);
        Assert.Equal("30 3132 33", Surroundings.Others("00000000  30 31\r\n\r\n  00000010  32 33").First().Inner);
        Assert.Empty(Surroundings.Others("first line\n00000010  32 33"));
    }

    private static IEnumerable<string> Within(string text) => Surroundings.Others(text).Select(static around => around.Inner);

    private static ExchangeFinding First(string text) => Told.First(MaterialForm.Recognise(text).Findings);

    private static byte[] Cryptogram(int length) => [.. Enumerable.Range(0, length).Select(static value => (byte)(255 - value))];

    private static string Pem(string label, string hex) => new(PemEncoding.Write(label, Convert.FromHexString(hex)));

    private static void Is(string text, MaterialKind kind, string inner, string fails)
    {
        RecognisedMaterial found = MaterialForm.Recognise(text);
        Assert.Equal((kind, inner, fails), (found.Kind, found.Text, found.Findings.Fails()));
    }
}
