using System.Management.Automation;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Inventory;

public sealed class InventoryTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly ModuleSession _session = new();

    public InventoryTests()
    {
        _session.Run("Set-PcProvider -InMemory").Succeed();
        foreach (string format in new[] { "json", "csv", "html" })
        {
            _session.Set(format, _directory.Combine("inventory." + format));
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_key_is_one_flat_object_with_age_tags_and_policy()
    {
        _session.Run(
            """
            $key = New-PcKey P0 AES_128 -Exportable -Alias alias/pin -Tag @{ env = 'test'; app = 'atm' }
            $null = $key | New-PcKeyAlias alias/another
            $null = New-PcKeyAlias alias/nobody
            Set-PcProvider -TimeOffset 40.00:00:00
            $key | Disable-PcKey
            """).Succeed();

        PSObject item = _session.Run("Get-PcKeyInventory").Single();

        Assert.Equal("PaymentCrypto.KeyInventoryItem", item.TypeNames[0]);
        Assert.Equal("alias/another; alias/pin", item.Properties["Aliases"].Value);
        Assert.Equal("app=atm; env=test", item.Properties["Tags"].Value);
        Assert.Equal(("disabled", true, 40), (item.Properties["State"].Value, item.Properties["Exportable"].Value, item.Properties["AgeDays"].Value));
        Assert.True((DateTime)item.Properties["LastChangeTimestamp"].Value > (DateTime)item.Properties["CreateTimestamp"].Value);
        Assert.All(item.Properties, property => Assert.True(property.Value is null or string or int or bool or DateTime, property.Name));
        Assert.Equal(["Key", "Alias"], _session.Run("(Get-PcKeyInventory -Kind Alias, Key).Kind").Succeed().Select(kind => (string)kind.BaseObject));
    }

    [Fact]
    public void What_expires_is_found_by_days()
    {
        _session.Run("$null = Get-PcImportParameters; Set-PcProvider -TimeOffset 25.00:00:00").Succeed();

        Assert.Empty(_session.Run("Get-PcKeyInventory -ExpiringInDays 4").Succeed());
        PSObject token = _session.Run("Get-PcKeyInventory -ExpiringInDays 5").Single();
        Assert.Equal(("Token", 4), (token.Properties["Kind"].Value, token.Properties["DaysLeft"].Value));
        _session.Run("Set-PcProvider -TimeOffset 31.00:00:00").Succeed();
        Assert.Equal("expired", _session.Run("(Get-PcKeyInventory -ExpiringInDays 0).State").Text());
    }

    [Fact]
    public void An_inventory_comes_back_from_JSON_as_it_was()
    {
        MakeKeys();
        Assert.Empty(_session.Run("Export-PcKeyInventory $json").Succeed());

        Assert.Equal(
            Lines("Get-PcKeyInventory -Kind Key, Alias, Token"),
            Lines("Import-PcKeyInventory $json"));
        using var document = JsonDocument.Parse(File.ReadAllText(_directory.Combine("inventory.json")));
        Assert.Equal("paymentcrypto-key-inventory", document.RootElement.GetProperty("Format").GetString());
        // The module itself is the only one that needs no other tool to see that there is no difference.
        Assert.Empty(_session.Run("Compare-PcKeyInventory $json").Succeed());
    }

    [Fact]
    public void Inventories_are_found_by_wildcard_or_taken_literally_also_from_the_pipeline()
    {
        MakeKeys();
        foreach (string name in new[] { "2026-01.json", "2026-02.json", "[x].json" })
        {
            _session.Set("file", _directory.Combine(name));
            Assert.Empty(_session.Run("Export-PcKeyInventory $file -Kind Alias").Succeed());
        }

        int aliases = _session.Run("Get-PcKeyInventory -Kind Alias").Succeed().Count;
        _session.Set("folder", _directory.Path);
        foreach ((string script, int files) in new[]
        {
            ("Import-PcKeyInventory $folder/2026-*.json", 2),
            ("Import-PcKeyInventory $folder/2026-0?.json, $folder/2026-01.json", 3),
("\"$folder/*.json\" | Import-PcKeyInventory", 3),
            ("Import-PcKeyInventory -LiteralPath $folder/[x].json", 1),
            ("[System.IO.FileInfo]::new(\"$folder/[x].json\") | Import-PcKeyInventory", 1),
            ("[pscustomobject]@{ PSPath = \"Microsoft.PowerShell.Core\\FileSystem::$folder/[x].json\" } | Import-PcKeyInventory", 1),
        })
        {
            Assert.Equal((script, aliases * files), (script, _session.Run(script).Succeed().Count));
        }
    }

    [Theory]
    [InlineData("Import-PcKeyInventory $folder/none*.json", "none*.json")]
    [InlineData("Import-PcKeyInventory $folder/none/*.json", "none/*.json")]
    [InlineData("Import-PcKeyInventory -LiteralPath $folder/*.json", "*.json")]
    public void A_pattern_that_no_file_matches_is_an_error(string script, string value)
    {
        _session.Set("folder", _directory.Path);

        ErrorRecord error = _session.Run(script).Error();

        Expect.Error(error, "PcInventoryFileUnreadable", ErrorCategory.InvalidArgument, _directory.Combine(value));
    }

    [Fact]
    public void One_file_of_a_pattern_that_is_no_inventory_does_not_hide_the_others()
    {
        MakeKeys();
        _session.Run("Export-PcKeyInventory $json -Kind Alias").Succeed();
        File.WriteAllText(_directory.Combine("broken.json"), "{");
        _session.Set("folder", _directory.Path);

        Outcome outcome = _session.Run("Import-PcKeyInventory $folder/*.json");

        Assert.NotEmpty(outcome.Output);
        Expect.Error(Assert.Single(outcome.Errors), "PcInventoryFileInvalid", ErrorCategory.InvalidArgument, _directory.Combine("broken.json"));
    }

    [Theory]
    [InlineData("{", "PcInventoryFileInvalid")]
    [InlineData("[]", "PcInventoryFileInvalid")]
    [InlineData("{}", "PcInventoryFileInvalid")]
    [InlineData("""{"Format":"paymentcrypto-key-inventory","Version":2,"Items":[]}""", "PcInventoryFileInvalid")]
    [InlineData("""{"Format":"paymentcrypto-key-inventory","Version":1,"Items":[null]}""", "PcInventoryFileInvalid")]
    [InlineData(null, "PcInventoryFileUnreadable")]
    public void What_is_no_inventory_is_refused(string? content, string id)
    {
        if (content is not null)
        {
            File.WriteAllText(_directory.Combine("inventory.json"), content);
        }

        ErrorRecord error = _session.Run("Import-PcKeyInventory $json").Error();
        // Nothing would mean that there is no difference.
        ErrorRecord caught = _session.Caught("Compare-PcKeyInventory $json");

        Assert.All([error, caught], record => Expect.Error(record, id, ErrorCategory.InvalidArgument, _directory.Combine("inventory.json")));
    }

    [Fact]
    public void Changes_since_yesterday_are_told_one_by_one()
    {
        _session.Run(
            """
            $a = New-PcKey P0 AES_128 -Exportable -Alias alias/a
            $b = New-PcKey P0 AES_128 -Exportable -Alias alias/b
            Export-PcKeyInventory $json
            $a | Disable-PcKey
            $a | Add-PcKeyTag -Tag @{ owner = 'ops' }
            $null = $b | Remove-PcKey -Force
            $c = New-PcKey K0 AES_256 -Alias alias/c
            """).Succeed();

        Assert.Equal(
            [
                "Added alias/c ",
                "Changed alias/a State: enabled -> disabled",
                "Changed alias/a Tags:  -> owner=ops",
            ],
            _session.Run("Compare-PcKeyInventory $json | Where-Object Name -ne alias/b | ForEach-Object { '{0} {1} {2}' -f $_.Change, $_.Name, $(if "
                + "($_.Property) { '{0}: {1} -> {2}' -f $_.Property, $_.ReferenceValue, $_.DifferenceValue }) }")
                .Succeed().Select(line => (string)line.BaseObject).Order(StringComparer.Ordinal));
        Assert.Contains("deleting", _session.Run("(Compare-PcKeyInventory $json | Where-Object { $_.ReferenceKeyArn -eq $b.KeyArn }).DifferenceValue")
            .Succeed()
            .Select(value => value.ToString()));
        Assert.Equal(["Removed"], _session.Run("(Compare-PcKeyInventory (Get-PcKeyInventory) $json).Change")
            .Succeed()
            .Select(change => (string)change.BaseObject)
            .Where(change => change is "Removed" or "Added"));
    }

    [Fact]
    public void Keys_of_two_accounts_are_matched_by_alias_and_then_by_check_value()
    {
        PSObject[] found = [.. _session.Run(
            """
            function Item($arn, $alias, $kcv, $usage = 'TR31_P0_PIN_ENCRYPTION_KEY') {
                [PaymentCrypto.KeyInventoryItem]@{ Kind = 'Key'; Name = $arn; KeyArn = $arn; Aliases = $alias; KeyCheckValue = $kcv; Algorithm = 'AES_128'; Usage = $usage; Origin = 'EXTERNAL'; State = 'enabled' }
            }
            $here = (Item arn:1 'alias/pin' 111111), (Item arn:2 $null 222222), (Item arn:3 $null 333333), (Item arn:4 $null 333333)
            $there = (Item arn:5 $null 333333), (Item arn:6 $null 222222), (Item arn:7 'alias/pin' 999999)
            Compare-PcKeyInventory $here $there -IncludeEqual
            """).Succeed()];

        Assert.Equal(
            ["Added arn:5 ", "Changed arn:7 Alias", "Equal arn:6 KeyCheckValue", "Removed arn:3 ", "Removed arn:4 "],
            found.Select(line =>
                $"{line.Properties["Change"].Value} {line.Properties["Name"].Value} {line.Properties["MatchedBy"].Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void CSV_has_a_line_for_each_item_and_runs_no_formula()
    {
        _session.Run("$null = New-PcKey P0 AES_128 -Alias alias/pin -Tag @{ '=cmd' = 'a,\"b' }; Export-PcKeyInventory $csv -Kind Key").Succeed();

        string[] lines = File.ReadAllLines(_directory.Combine("inventory.csv"));

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Kind,Name,KeyArn,KeyId,Aliases,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",\"'=cmd=a,\"\"b\",", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("System.", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_is_one_well_formed_page_without_script_or_network()
    {
        MakeKeys();
        _session.Set("title", "Keys of <us> & \"them\"");
        _session.Run("Export-PcKeyInventory $html -Title $title").Succeed();

        string text = File.ReadAllText(_directory.Combine("inventory.html"));
        XDocument page = Parse(text);

        Assert.Equal("Keys of <us> & \"them\"", page.Descendants("h1").Single().Value);
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object" or "base" or "a");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName is "href" or "src" or "srcset" || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("http", text.Replace("http-equiv", string.Empty, StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", text, StringComparison.Ordinal);
        Assert.True(page.Descendants("svg").Count() >= 4);
        Assert.All(page.Descendants("svg"), svg => Assert.Equal(
            svg.Attribute("aria-labelledby")!.Value,
            $"{svg.Element("title")!.Attribute("id")!.Value} {svg.Element("desc")!.Attribute("id")!.Value}"));
        string[] ids = [.. page.Descendants().Attributes("id").Select(attribute => attribute.Value)];
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_hostile_tag_is_shown_as_it_is_and_does_nothing()
    {
        const string hostile = "<script>alert(1)</script><img src=x onerror=\"alert('2')\">\u202e\u0001\U0001F600";
        _session.Set("hostile", hostile);
        _session.Run(
            """
            [PaymentCrypto.KeyInventoryItem]@{ Kind = 'Key'; Name = $hostile; KeyId = $hostile; Aliases = $hostile; Usage = $hostile; Algorithm = $hostile; State = $hostile
                KeyCheckValue = $hostile; Tags = $hostile; Provider = $hostile; DaysLeft = 1 } | Export-PcKeyInventory $html -Title $hostile
            """).Succeed();

        XDocument page = Parse(File.ReadAllText(_directory.Combine("inventory.html")));

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "img");
        Assert.Contains("<script>alert(1)</script><img src=x onerror=\"alert('2')\">\ufffd\ufffd\U0001F600",
            page.Descendants("span").Single(span => (string?)span.Attribute("class") == "tag").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_key_is_in_any_format()
    {
        MakeKeys();
        _session.Run("Export-PcKeyInventory $json; Export-PcKeyInventory $csv; Export-PcKeyInventory $html").Succeed();

        foreach (string file in Directory.GetFiles(_directory.Path))
        {
            string text = File.ReadAllText(file);
            Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9A-Fa-f]{41,}", text);
            Assert.DoesNotMatch("[A-Za-z0-9+/]{120,}", text);
        }
    }

    [Fact]
    public void A_file_appears_whole_or_not_at_all()
    {
        File.WriteAllText(_directory.Combine("inventory.json"), "mine");

        Expect.Error(_session.Caught("Export-PcKeyInventory $json"), "PcOutFileExists", ErrorCategory.InvalidArgument, _directory.Combine("inventory.json"));
        Assert.Equal("PcInventoryFormatUnknown", _session.Caught("Export-PcKeyInventory ($json + '.txt')").FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("mine", File.ReadAllText(_directory.Combine("inventory.json")));
        _session.Run("try { Get-PcKeyInventory | ForEach-Object { $_; throw 'broken' } | Export-PcKeyInventory $csv } catch { }; Export-PcKeyInventory "
            + "$html -WhatIf").Succeed();
        Assert.Equal("inventory.json", Path.GetFileName(_session.Run("Export-PcKeyInventory $json -Force -PassThru").Single().ToString()));
        Assert.DoesNotContain(Directory.GetFiles(_directory.Path), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_inventory_comes_from_the_service_s_own_protocol()
    {
        using var endpoint = new EndpointSession(store: null);
        endpoint.Server.Run("$null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin -Tag @{ env = 'test' }; $null = New-PcKeyAlias alias/nobody").Succeed();
        endpoint.Connect();
        endpoint.Client.Set("json", _directory.Combine("inventory.json"));
        endpoint.Server.Set("json", _directory.Combine("inventory.json"));

        endpoint.Client.Run("Export-PcKeyInventory $json").Succeed();

        Assert.Empty(endpoint.Server.Run("Compare-PcKeyInventory $json Local").Succeed());
        Assert.Equal(["Aws", "Aws"], endpoint.Server.Run("(Import-PcKeyInventory $json).Provider").Succeed().Select(provider => (string)provider.BaseObject));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public void An_inventory_is_a_table_that_fits_the_screen(int width)
    {
        using var session = new ModuleSession(width: width);
        session.Run("Set-PcProvider -InMemory; $null = New-PcKey P0 AES_128 -Exportable -Alias alias/a/rather/long/name/for/a/key/of/a/terminal").Succeed();

        string text = session.Render("Get-PcKeyInventory");

        Assert.Matches(@"(?m)^Name +Usage +Algorithm State +KCV +Exp +Age *$", text);
        Assert.Matches(@"(?m)^alias/a/rather\S* +P0 PIN encryption +AES_128 +enabled +[0-9A-F]{6} +yes +0 d *$", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    private void MakeKeys() => _session.Run(
        """
        $null = New-PcKey P0 AES_128 -Exportable -Alias alias/pin -Tag @{ env = 'test' }
        $null = New-PcKey K0 TDES_3KEY -Alias alias/kek
        $null = New-PcKeyAlias alias/nobody
        $null = New-PcKey P0 AES_256 | Remove-PcKey -Force
        $null = Get-PcImportParameters
        """).Succeed();

    // Times of the inventory itself aside.
    private List<string> Lines(string command) =>
        [.. _session.Run(command).Succeed().Select(item => string.Join('|',
            item.Properties.Where(property => property.Name != "InventoryTimestamp").Select(property => $"{property.Name}={property.Value}")))];

    private static XDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
