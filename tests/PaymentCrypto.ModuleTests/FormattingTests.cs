using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

public sealed class FormattingTests(SharedStore store)
{
    private const string Sample =
        """
        $sample = [PaymentCrypto.ImportParameters]@{
            ImportToken = 'import-token-abcdefghij234567'; KeyMaterialType = 'TR34_KEY_BLOCK'; WrappingKeyAlgorithm = 'RSA_2048'
            ParametersValidUntilTimestamp = [datetime]::new(2030, 1, 31, 12, 0, 0, [System.DateTimeKind]::Utc); Reusable = $true
            WrappingKeyCertificate = 'not a certificate'; Provider = 'Local'; AccountId = '111122223333'; Region = 'us-east-1'
        }
        $sample.psbase.TimeRemaining = '29.23:59:58'
        $sample
        """;

    [Fact]
    public void Import_parameters_are_a_short_list_without_base64()
    {
        using var session = new ModuleSession(store.Path, width: 100);

        string text = session.Render("Get-PcImportParameters -ReuseLastGeneratedToken");

        Assert.Matches(@"(?m)^ImportToken +: import-token-\w+$", text);
        Assert.Matches(@"(?m)^ValidUntil +: \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ \(29 d 23 h left\)$", text);
        Assert.Matches(@"(?m)^Certificate +: SERIALNUMBER=\d+, CN=111122223333", text);
        Assert.Matches(@"(?m)^Provider +: Local, account 111122223333, region us-east-1$", text);
        Assert.DoesNotContain("LS0tLS1CRUdJTi", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void A_list_reads_like_this()
    {
        using var session = new ModuleSession(width: 100);

        Assert.Equal(
            """

            ImportToken          : import-token-abcdefghij234567
            KeyMaterialType      : TR34_KEY_BLOCK
            WrappingKeyAlgorithm : RSA_2048
            ValidUntil           : 2030-01-31 12:00:00Z (29 d 23 h left)
            Reusable             : yes, until 2030-01-24 12:00:00Z
            Certificate          : 
            Issuer               : 
            Provider             : Local, account 111122223333, region us-east-1


            """.ReplaceLineEndings("\n"),
            session.Render(Sample));
    }

    [Fact]
    public void Deserialised_parameters_have_the_same_view()
    {
        using var session = new ModuleSession(width: 100);

        Assert.Equal(
            session.Render(Sample),
            session.Render(
                $"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((& {{ {Sample} }}), 1))"));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Tokens_are_a_table_that_fits_the_screen(int width)
    {
        using var session = new ModuleSession(store.Path, width);
        session.Run("$null = Get-PcImportParameters -ReuseLastGeneratedToken").Succeed();

        string text = session.Render("Get-PcToken");

        Assert.Matches(@"(?m)^Token +KeyMaterialType Algorithm ValidUntil +State *$", text);
        Assert.Matches(@"(?m)^import-token-\S+ +TR34_KEY_BLOCK +RSA_2048 +\d{4}-\d\d-\d\d (reusable|valid|expired) *$", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void A_provider_says_where_its_store_is()
    {
        using var session = new ModuleSession(store.Path, width: 200);

        Assert.Matches($@"(?m)^Store +: {System.Text.RegularExpressions.Regex.Escape(Path.Combine(store.Path, "store.db"))}$",
            session.Render("Get-PcProvider"));
        Assert.Matches(@"(?m)^Store +: in memory$", session.Render("Set-PcProvider -InMemory -PassThru"));
    }
}
