using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

public sealed class KeyViewTests
{
    private const string Sample =
        """
        $sample = [PaymentCrypto.Key]@{
            KeyArn = 'arn:aws:payment-cryptography:us-east-1:111122223333:key/abcdefghij234567'; KeyId = 'abcdefghij234567'; Aliases = @('alias/pin/terminal', 'alias/pin')
            KeyUsage = 'TR31_P0_PIN_ENCRYPTION_KEY'; KeyClass = 'SYMMETRIC_KEY'; KeyAlgorithm = 'TDES_3KEY'; KeyModesOfUse = @('Encrypt', 'Decrypt', 'Wrap', 'Unwrap')
            KeyState = 'CREATE_COMPLETE'; Enabled = $true; Exportable = $false; KeyCheckValue = 'C15FFF'; KeyCheckValueAlgorithm = 'ANSI_X9_24'
            KeyOrigin = 'EXTERNAL'; CreateTimestamp = [datetime]::new(2030, 1, 31, 12, 0, 0, [System.DateTimeKind]::Utc)
            UsageStartTimestamp = [datetime]::new(2030, 1, 31, 12, 0, 0, [System.DateTimeKind]::Utc)
            Provider = 'Local'; AccountId = '111122223333'; Region = 'us-east-1'
        }
        $sample.psbase.Age = '12.03:04:05'
        $sample
        """;

    [Fact]
    public void Keys_are_a_table_that_reads_at_a_glance()
    {
        using var session = new ModuleSession(width: 100);

        Assert.Equal(
            """

            Key                     Usage             Algorithm State   KCV     Age
            ---                     -----             --------- -----   ---     ---
            alias/pin/terminal (+1) P0 PIN encryption TDES_3KEY enabled C15FFF 12 d


            """.ReplaceLineEndings("\n"),
            string.Join('\n', session.Render(Sample).Split('\n').Select(line => line.TrimEnd())));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Real_keys_fit_the_screen(int width)
    {
        using ModuleSession session = KeySession.New(width);
        session.Run("$null = New-PcKey E0 TDES_2KEY -Disabled; $null = New-PcKey P0 AES_128 -Alias alias/pin; $null = New-PcKey V1 AES_256 -Alias "
            + "alias/a-name-that-is-much-longer-than-the-column-could-be-on-any-screen-of-eighty-columns; New-PcKey K3 ECC_NIST_P521 | Remove-PcKey "
            + "-Force").Succeed();

        string text = session.Render("Get-PcKey");

        Assert.Matches(@"(?m)^[a-z2-7]{16} +E0 EMV cryptograms +TDES_2KEY +disabled [0-9A-F]{6} +\d+ (s|min) *$", text);
        Assert.Matches(@"(?m)^alias/pin +P0 PIN encryption +AES_128 +enabled +[0-9A-F]{6} +\d+ (s|min) *$", text);
        Assert.Matches(@"(?m)ECC_NIST_P521 deleting [0-9A-F]{8} +\d+ (s|min) *$", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    /// <remarks>Format-List is not here to be asked, so its views are read instead.</remarks>
    [Fact]
    public void Every_view_asks_for_properties_that_there_are()
    {
        using var session = new ModuleSession();
        var views = XDocument.Load(Path.Combine(Locations.RepositoryRoot, "src", "PaymentCrypto", "PaymentCrypto.Format.ps1xml"));

        foreach (XElement view in views.Descendants("View"))
        {
            string typeName = view.Descendants("TypeName").Single().Value;
            PSObject sample = session.Run($"[{typeName}]::new()").Single();
            string[] asked =
            [
                .. view.Descendants("PropertyName").Select(name => name.Value),
                .. view.Descendants("ScriptBlock").SelectMany(script => Regex.Matches(script.Value, @"\$_\.(\w+)").Select(match => match.Groups[1].Value)),
            ];

            Assert.NotEmpty(asked);
            Assert.All(asked, name => Assert.NotNull(sample.Properties[name]));
            session.Set("sample", sample);
            Assert.All(view.Descendants("ScriptBlock"), script => session.Run($"$sample | ForEach-Object {{ {script.Value} }}").Succeed());
        }
    }

    [Fact]
    public void Deserialised_keys_have_the_same_view_and_flat_properties()
    {
        using var session = new ModuleSession(width: 100);

        Assert.Equal(
            session.Render(Sample),
            session.Render(
                $"[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((& {{ {Sample} }}), 1))"));
    }

    [Theory]
    [InlineData("New-PcKey P0 AES_128 -Alias alias/x -ReplicationRegion eu-west-1")]
    [InlineData("$null = New-PcKey P0 AES_128 -Alias alias/x; Get-PcKeyAlias")]
    [InlineData("New-PcKey P0 AES_128 -Tag @{ a = '1' } | Get-PcKeyTag -AsObject")]
    [InlineData("New-PcKey K3 ECC_NIST_P256 | New-PcCertificateSigningRequest -CommonName x")]
    public void Output_is_flat_enough_for_JSON_and_survives_serialisation(string script)
    {
        using ModuleSession session = KeySession.New();
        PSObject live = session.Run(script).Single();

        var copy = (PSObject)PSSerializer.Deserialize(PSSerializer.Serialize(live, 2));

        Assert.Equal("Deserialized." + live.TypeNames[0], copy.TypeNames[0]);
        Assert.Equal(live.ToString(), copy.ToString());
        foreach (PropertyInfo property in live.BaseObject.GetType().GetProperties())
        {
            object? value = property.GetValue(live.BaseObject);
            Assert.True(value is null or string or bool or DateTime or Array, $"{property.Name} is a {value?.GetType()}");
            if (value is string or bool && property.Name != "Age")
            {
                Assert.Equal(value, copy.Value(property.Name));
            }
        }
    }

    [Fact]
    public void Other_objects_have_views_too()
    {
        using ModuleSession session = KeySession.New();
        session.Run("$key = New-PcKey P0 AES_128 -Alias alias/pin -Tag @{ env = 'test' }; $null = New-PcKeyAlias alias/empty").Succeed();

        Assert.Matches(@"(?m)^alias/empty +\(none\) *$", session.Render("Get-PcKeyAlias"));
        Assert.Matches(@"(?m)^alias/pin +[a-z2-7]{16} *$", session.Render("Get-PcKeyAlias"));
        Assert.Matches(@"(?m)^[a-z2-7]{16} +env +test *$", session.Render("Get-PcKeyTag $key -AsObject"));
        Assert.Matches(@"(?m)^env +test *$", session.Render("Get-PcKeyTag $key"));
    }
}
