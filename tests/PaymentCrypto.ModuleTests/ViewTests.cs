using System.Xml.Linq;
using PaymentCrypto.ModuleTests.KeyExchange;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests;

/// <summary>Every object that the module returns has a table and a list that fit any screen.</summary>
public sealed class ViewTests
{
    private const string Key = "89E88CF7931444F334BD7547FC3F380C";

    // Objects as a user gets them; every other type is shown empty.
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["PaymentCrypto.Key"] = "Get-PcKey",
        ["PaymentCrypto.KeyAlias"] = "Get-PcKeyAlias",
        ["PaymentCrypto.KeyTag"] = "Get-PcKeyTag $pin -AsObject",
        ["PaymentCrypto.KeyPolicy"] = "$policy",
        ["PaymentCrypto.KeyReplica"] = "$pin.ReplicationStatus",
        ["PaymentCrypto.Provider"] = "Get-PcProvider",
        ["PaymentCrypto.ClearKey"] = "$zmk",
        ["PaymentCrypto.RepairedKeyComponent"] = "Repair-PcKeyComponent $mistyped DA7DC1 -Algorithm TDES_2KEY",
        ["PaymentCrypto.KeyComponent"] = "$zmk | New-PcKeyComponent",
        ["PaymentCrypto.KeyCheckResult"] = "$zmk | Get-PcKeyCheckValue",
        ["PaymentCrypto.KeyExchangeCertificate"] = "$kdh, $kdh.CertificateAuthority",
        ["PaymentCrypto.EcdhKey"] = "$ecdh",
        ["PaymentCrypto.Tr31KeyBlock"] = "$tr31, ($tr31 | ConvertFrom-PcTr31KeyBlock), ($tr31 | ConvertFrom-PcTr31KeyBlock -ProtectionKey $kbpk)",
        ["PaymentCrypto.Tr34KeyBlock"] = "$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0",
        ["PaymentCrypto.KeyCryptogram"] = "$krd | New-PcKeyCryptogram -Key $zmk",
        ["PaymentCrypto.CertificateSummary"] = "$kdh.psobject.BaseObject.psbase.Certificate",
        ["PaymentCrypto.Api.Tools.KeyBlockOptionalBlock"] = "$tr31.OptionalBlocks",
        ["PaymentCrypto.ServiceEndpoint"] = "$endpoint",
        ["PaymentCrypto.EndpointFaultRule"] = "$endpoint.Faults",
        ["PaymentCrypto.PublicKeyCertificate"] = "Get-PcPublicKeyCertificate $pair",
        ["PaymentCrypto.SigningRequest"] =
            "New-PcCertificateSigningRequest $pair -CommonName 'A name that is as long as a common name may be: sixty-four chars'",
        ["PaymentCrypto.MpaTeam"] = "Get-PcMpaTeam",
        ["PaymentCrypto.MpaSession"] = "Get-PcMpaSession",
        ["PaymentCrypto.ExchangeToken"] = "Get-PcToken",
        ["PaymentCrypto.ImportParameters"] = "Get-PcImportParameters -ReuseLastGeneratedToken",
        ["PaymentCrypto.ExportParameters"] = "Get-PcExportParameters -ReuseLastGeneratedToken",
        ["PaymentCrypto.WrappedKey"] = "$wrapped",
        ["PaymentCrypto.CalculationStep"] = "Get-PcCardValidationValue $zmk 4123456789012345 -CardExpiryDate 8701 -ServiceCode 101 -ShowSteps",
        ["PaymentCrypto.DukptKey"] = "Get-PcDukptKey $zmk FFFF9876543210E00001",
        ["PaymentCrypto.EmvKey"] = "Get-PcEmvKey $zmk 4123456789012345",
        ["PaymentCrypto.CalculatedPinBlock"] = "ConvertTo-PcPinBlock $zmk 1234 -Pan 4123456789012345 -AsPlainText",
        ["PaymentCrypto.CalculatedPin"] = "ConvertTo-PcPinBlock $zmk 1234 -Pan 4123456789012345 -AsPlainText | ConvertFrom-PcPinBlock $zmk",
        ["PaymentCrypto.CalculatedValue"] = "Get-PcMac $zmk 00",
        ["PaymentCrypto.KeyInventoryItem"] = "Get-PcKeyInventory Key, Alias, Token",
    };

    [Fact]
    public void Every_output_type_has_a_table_and_a_list()
    {
        using var session = new ModuleSession();
        (string Type, string Shape)[] views =
        [
            .. from file in Directory.GetFiles(Locations.StagedModule, "*.Format.ps1xml")
               from view in XDocument.Load(file).Descendants("View")
               from type in view.Descendants("TypeName")
               select (type.Value, view.Element("TableControl") is null ? "List" : "Table"),
        ];

        string[] types = TypesOf(session);
        foreach (string type in types)
        {
            Assert.Contains((type, "Table"), views);
            Assert.Contains((type, "List"), views);
        }

        Assert.All(Samples.Keys, type => Assert.Contains(type, types));
    }

    [Fact]
    public void Every_view_fits_every_screen_and_shows_no_key()
    {
        foreach (int width in new[] { 60, 80, 120, 200 })
        {
            using ModuleSession session = Stocked(width);
            foreach (string type in TypesOf(session))
            {
                string script = Samples.GetValueOrDefault(type, $"[{type}]::new()");
                foreach (string shape in new[] { "Table", "List" })
                {
                    string text = session.Render(script, shape);

                    Assert.True(text.Trim().Length > 0, $"{type} as {shape} at {width} columns shows nothing.");
                    Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, $"{type} as {shape} at {width} columns: '{line}'."));
                    Assert.DoesNotContain(Key, text, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("PRIVATE KEY", text, StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData(80, "Key Usage Algorithm State KCV Age")]
    [InlineData(60, "Key Usage Algorithm State KCV Age")]
    public void A_narrow_screen_takes_columns_from_the_right_and_leaves_the_key(int width, string labels)
    {
        using ModuleSession session = Keys.KeySession.New(width);
        session.Run("$null = New-PcKey P0 AES_128 -Alias alias/pin").Succeed();

        string[] shown = session.Render("Get-PcKey")
            .Split('\n')
            .First(line => line.StartsWith("Key", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(labels.Split(' ').Take(shown.Length), shown);
        Assert.True(shown.Length >= 4, string.Join(' ', shown));
    }

    [Fact]
    public void Colours_mark_what_wants_a_look_and_only_where_the_host_has_them()
    {
        const string Script = "Get-PcKey -Summary";
        using var session = new ModuleSession { HasColours = true };
        using var plain = new ModuleSession();
        foreach (ModuleSession one in new[] { session, plain })
        {
            one.Run("Set-PcProvider -InMemory; $null = New-PcKey P0 AES_128; $null = New-PcKey C0 AES_128 -Disabled; New-PcKey D0 AES_128 | Remove-PcKey "
                + "-Force").Succeed();
        }

        string warning = session.Run("$PSStyle.Formatting.Warning").Text();
        string alarm = session.Run("$PSStyle.Formatting.Error").Text();
        string reset = session.Run("$PSStyle.Reset").Text();

        string coloured = session.RenderRaw(Script);
        Assert.Contains($"{warning}disabled{reset}", coloured, StringComparison.Ordinal);
        Assert.Contains($"{alarm}deleting{reset}", coloured, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\u001b\[[0-9;]+menabled", coloured);
        Assert.DoesNotContain(warning + "disabled", plain.RenderRaw(Script), StringComparison.Ordinal);

        Environment.SetEnvironmentVariable("NO_COLOR", "1");
        try
        {
            Assert.DoesNotContain(warning + "disabled", session.RenderRaw(Script), StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("NO_COLOR", null);
        }
    }

    [Theory]
    [InlineData("30.00:00:00", null)]
    [InlineData("7.00:00:00", null)]
    [InlineData("6.23:59:59", "Warning")]
    [InlineData("00:00:01", "Warning")]
    [InlineData("-00:00:01", "Error")]
    public void Fewer_than_seven_days_are_a_warning_and_the_end_is_an_error(string remaining, string? style)
    {
        using var session = new ModuleSession { HasColours = true };
        session.Run($"$sample = [PaymentCrypto.ImportParameters]@{{ ImportToken = 'import-token-abcdefghij234567'; ParametersValidUntilTimestamp = "
            + $"[datetime]::new(2030, 1, 31) }}; $sample.psbase.TimeRemaining = '{remaining}'").Succeed();

        string line = session.RenderRaw("$sample").Split('\n').Single(line => line.Contains("ValidUntil", StringComparison.Ordinal));

        string[] styles =
            [.. new[] { "Warning", "Error" }.Where(name => line.Contains(session.Run($"$PSStyle.Formatting.{name}").Text(), StringComparison.Ordinal))];
        Assert.Equal(style is null ? [] : [style], styles);
    }

    [Theory]
    [InlineData("(Get-PcImportParameters -ReuseLastGeneratedToken).DaysLeft", 29)]
    [InlineData("(Get-PcToken)[0].DaysLeft", 29)]
    [InlineData("(New-PcKey P0 AES_128 | Remove-PcKey -Force -PassThru).DaysUntilDeletion", 6)]
    [InlineData("(Get-PcPublicKeyCertificate $pair).DaysLeft", 89)]
    [InlineData("(New-PcKeyExchangeCertificate RSA_2048 -ValidDays 10).DaysLeft", 9)]
    [InlineData("Set-PcProvider -TimeOffset 31.00:00:00; (Get-PcToken)[0].DaysLeft", -2)]
    public void Days_left_need_not_be_computed_by_hand(string script, int expected)
    {
        using ModuleSession session = Keys.KeySession.New();
        session.Run("$pair = New-PcKey K3 ECC_NIST_P256; $null = Get-PcImportParameters").Succeed();

        // On the way a day may end.
        Assert.InRange((int)session.Run(script).Single().BaseObject, expected - 1, expected + 1);
    }

    [Fact]
    public void Thumbprints_are_those_of_the_certificates()
    {
        using ModuleSession session = Keys.KeySession.New();

        Assert.Equal(
            ["True", "True"],
            session.Run(
                """
                $key = New-PcKey K3 ECC_NIST_P256 | Get-PcPublicKeyCertificate
                $pair = New-PcKeyExchangeCertificate RSA_2048
                foreach ($one in $key, $pair) { ($one.Thumbprint -eq $one.Certificate.Thumbprint -and $one.NotAfter -eq $one.Certificate.NotAfter.ToUniversalTime()).ToString() }
                """).Succeed().Select(text => (string)text.BaseObject));
    }

    private static string[] TypesOf(ModuleSession session) =>
    [
        .. session.Run("[PaymentCrypto.Key].Assembly.GetExportedTypes()").Succeed().Select(type => (Type)type.BaseObject)
            .Where(type => type is { Namespace: "PaymentCrypto", IsClass: true, IsAbstract: false }).Select(type => type.FullName!),
        "PaymentCrypto.Api.Tools.KeyBlockOptionalBlock",
    ];

    private static ModuleSession Stocked(int width)
    {
        ModuleSession session = KeyExchange.ExchangeSession.WithKeyEncryptionKeys(width);
        session.Secret("hex", Key);
        session.Secret("mistyped", "8192A3B4C5D6E7F8091A2B3C4D5E6F07");
        session.Run(
            """
            $zmk = $hex | New-PcKeyComponent -Algorithm TDES | Join-PcKeyComponent
            $kek = New-PcKeyComponent AES_128 | Join-PcKeyComponent
            $kbpk = New-PcKeyComponent AES_256 | Join-PcKeyComponent
            $ecdh = New-PcKeyExchangeCertificate ECC_NIST_P256 | New-PcEcdhKey -PrivateKey (New-PcKeyExchangeCertificate ECC_NIST_P256)
            $tr31 = New-PcTr31KeyBlock $kbpk -Key $zmk -Usage K0 -AddKeyCheckValue -OptionalBlock 'LB=A label with some words in it'
            $pin = New-PcKey P0 AES_128 -Alias pin/terminal/that-has/an-alias-longer-than-any-narrow-screen-would-show-on-one-line -Exportable -Tag @{ env = 'test' } -ReplicationRegion eu-west-1
            $pair = New-PcKey K3 ECC_NIST_P256
            New-PcKey D0 AES_128 | Remove-PcKey -Force
            $policy = Set-PcKeyPolicy $pin @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::111122223333:root' }; Action = 'payment-cryptography:GetKey'; Resource = '*' }) } -Force -PassThru
            $null = Add-PcMpaTeam arn:aws:mpa:us-east-1:111122223333:approval-team/pay-team
            $null = Remove-PcMpaTeam -Force
            $parameters = Get-PcImportParameters KEY_CRYPTOGRAM RSA_3072
            $null = Get-PcImportParameters; $null = Get-PcExportParameters
            $wrapped = Export-PcKey $pin -WrappingKeyIdentifier ($parameters | New-PcKeyCryptogram -Key $kek | Import-PcKey -Usage K0 -Exportable)
            $endpoint = Start-PcEndpoint -PassThru -Fault @{ Kind = 'Throttling'; Calls = 3; Operation = 'GetParametersForImport' }
            """).Succeed();
        session.Run("$endpoint = Get-PcEndpoint").Succeed();
        return session;
    }
}
