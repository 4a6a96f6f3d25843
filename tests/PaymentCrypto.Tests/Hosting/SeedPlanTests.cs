using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Seeds;

namespace PaymentCrypto.Tests.Hosting;

public sealed class SeedPlanTests
{
    private const string Json = """
        {
          // People write it by hand.
          "Keys": [
            { "Alias": "alias/pin", "Usage": "P0", "Algorithm": "TDES_2KEY", "Exportable": true, "Tag": { "system": "acquirer", "Env": "test" },
              "Material": "0123456789ABCDEFFEDCBA9876543210" },
            { "AliasName": "bdk", "KeyUsage": "TR31_B0_BASE_DERIVATION_KEY", "KeyAlgorithm": "aes_128", "Disabled": "yes", "ModesOfUse": ["N"] },
          ]
        }
        """;

    private const string PowerShell = """
        # As make-planned-keys.ps1 takes it.
        @{
            Keys = @(
                @{ Alias = 'alias/pin'; Usage = 'P0'; Algorithm = "TDES_2KEY"; Exportable = $true; Tag = @{ system = 'acquirer'; Env = 'test' }
                   Material = '0123456789ABCDEFFEDCBA9876543210' }
                <# a comment #> @{ Alias = 'alias/bdk'
                   Usage = 'B0'; Algorithm = 'AES_128'; Disabled = $True; ModesOfUse = 'N' }
            )
        }
        """;

    private const string Csv = """
        Alias,Usage,Algorithm,Exportable,Disabled,ModesOfUse,Tag,Material
        alias/pin,P0,TDES_2KEY,true,,,"system=acquirer; Env=test",0123456789ABCDEFFEDCBA9876543210
        "alias/bdk",B0,AES_128,,1,N,,
        """;

    public static TheoryData<SeedFormat, string> Forms =>
        new() { { SeedFormat.Json, Json }, { SeedFormat.PowerShellData, PowerShell }, { SeedFormat.Csv, Csv } };

    // The seed, then what the message begins with and what it says.
    public static TheoryData<SeedFormat, string, string, string> Wrong => new()
    {
        { SeedFormat.Json, "{ \"Keys\": [\n{ \"Alias\": \"alias/a\", \"Usage\": \"P0\", \"Algorithm\": \"AES_129\" } ] }", "file, line 2, Algorithm: ",
            "AES_128" },
        { SeedFormat.Json, "[\n{ \"Alias\": \"alias/a\",\n\"Usage\": \"Z9\", \"Algorithm\": \"AES_128\" }]", "file, line 3, Usage: ", "'Z9'" },
        { SeedFormat.Json, "[{ \"Alias\": \"alias/a\", \"Algorithm\": \"AES_128\" }]", "file, line 1, Usage: ", "missing" },
        { SeedFormat.Json, "[{ \"Alais\": \"alias/a\", \"Usage\": \"P0\", \"Algorithm\": \"AES_128\" }]", "file, line 1, Alais: ", "no such field" },
        { SeedFormat.Json, "[{ \"Usage\": \"P0\", \"Usage\": \"B0\", \"Algorithm\": \"AES_128\" }]", "file, line 1, Usage: ", "twice" },
        { SeedFormat.Json, "[{ \"Usage\": \"P0\", \"usage\": \"B0\", \"Algorithm\": \"AES_128\" }]", "file, line 1, usage: ", "twice" },
        { SeedFormat.Json, "[{ \"Usage\": \"P0\", \"KeyUsage\": \"P0\", \"Algorithm\": \"AES_128\" }]", "file, line 1, KeyUsage: ", "another name" },
        { SeedFormat.Json, "[{ \"Alias\": \"alias/a b\", \"Usage\": \"P0\", \"Algorithm\": \"AES_128\" }]", "file, line 1, Alias: ", "letters" },
        { SeedFormat.Json, "[{ \"Usage\": \"P0\", \"Algorithm\": \"AES_128\",\n\n\"Material\": \"5EC2E7\\u00e9\" }]", "file, line 3, Material: ", "hex" },
        { SeedFormat.Json, "[{ \"Usage\": \"K2\", \"Algorithm\": \"RSA_2048\", \"PrivateKey\": \"5EC2E7\" }]", "file, line 1, PrivateKey: ", "PEM" },
        { SeedFormat.Json, "[{ \"Usage\": \"P0\", \"Algorithm\": \"AES_128\", \"Exportable\": \"perhaps\" }]", "file, line 1, Exportable: ", "true" },
        { SeedFormat.Json, "[{ \"Usage\": \"P0\", \"Algorithm\": \"AES_128\", \"KeyId\": \"short\" }]", "file, line 1, KeyId: ", "16 to 64" },
        { SeedFormat.Json, "[{ \"Certificate\": \"none\" }]", "file, line 1, Certificate: ", "PEM" },
        { SeedFormat.Json, "[\n{ \"Usage\": \"P0\" \"Algorithm\" }]", "file, line 2: ", "not JSON" },
        { SeedFormat.Json, "{ \"keyz\": [] }", "file, line 1, Keys: ", "list of keys" },
        { SeedFormat.Json, "", "file, line 1: ", "not JSON" },
        { SeedFormat.Csv, "Alias,Usage,Algorithm\nalias/a,P0,AES_128\nalias/a,P0,AES_128\n", "file, line 3, Alias: ", "two keys" },
        { SeedFormat.Csv, "Alias,Usage\nalias/a,P0,AES_128\n", "file, line 2: ", "columns" },
        { SeedFormat.Csv, "Alias\n\"alias/a\n", "file, line 2: ", "does not end" },
        { SeedFormat.Csv, "", "file, line 1: ", "columns" },
        { SeedFormat.PowerShellData, "@{ Keys = @(\n@{ Usage = (Get-Date) } ) }", "file, line 2: ", "executed" },
        { SeedFormat.PowerShellData, "@{ Keys = @(\n@{ Usage = \"$env:HOME\" } ) }", "file, line 2: ", "single quotes" },
        { SeedFormat.PowerShellData, "@{ Keys = @(\n@{ Usage = 'P0'", "file, line 2: ", "expected" },
        { SeedFormat.PowerShellData, "@{ Keys = @() } Remove-Item", "file, line 1: ", "follows" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_plan_says_the_same_in_every_form(SeedFormat format, string text)
    {
        SeedKey[] keys = [.. Read(format, text).Request.Keys!];

        Assert.Equal(["alias/pin", "alias/bdk"], keys.Select(key => key.Alias));
        Assert.Equal([KeyUsage.Tr31P0PinEncryptionKey, KeyUsage.Tr31B0BaseDerivationKey], keys.Select(key => key.KeyAttributes.KeyUsage));
        Assert.Equal([KeyAlgorithm.Tdes2Key, KeyAlgorithm.Aes128], keys.Select(key => key.KeyAttributes.KeyAlgorithm));
        Assert.Equal([true, false], keys.Select(key => key.Exportable));
        Assert.Equal([true, false], keys.Select(key => key.Enabled));
        Assert.Equal(new KeyModesOfUse { Encrypt = true, Decrypt = true, Wrap = true, Unwrap = true }, keys[0].KeyAttributes.KeyModesOfUse);
        Assert.Equal(new KeyModesOfUse { NoRestrictions = true }, keys[1].KeyAttributes.KeyModesOfUse);
        Assert.Equal(["system=acquirer", "Env=test"], keys[0].Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal("0123456789ABCDEFFEDCBA9876543210", Convert.ToHexString(keys[0].Material!.Value.Span));
        Assert.Null(keys[1].Material);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_seed_that_is_wrong_names_line_and_field_and_no_key(SeedFormat format, string text, string where, string what)
    {
        InvalidConfigurationException error = Assert.Throws<InvalidConfigurationException>(() => Read(format, text));

        Assert.Equal("PcSeedInvalid", error.ErrorId);
        Assert.StartsWith(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("5EC2E7", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_key_may_stand_in_a_here_string_and_a_list_of_one_alone()
    {
        SeedKey key = Read(SeedFormat.PowerShellData,
            "@{ Keys = @{ Usage = 'K3'; Algorithm = 'ECC_NIST_P256'; PrivateKey = @'\n" + P256 + "\n'@ } }").Request.Keys!.Single();

        Assert.NotNull(key.Material);
        Assert.Equal(KeyClass.AsymmetricKeyPair, key.KeyAttributes.KeyClass);
    }

    private static string P256
    {
        get
        {
            using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
            return key.ExportPkcs8PrivateKeyPem();
        }
    }

    private static SeedPlan Read(SeedFormat format, string text) => SeedPlan.Read(Encoding.UTF8.GetBytes(text), format, "file, line");
}
