using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>Check values as pyemv and openemv/tr31 publish them, the others by openssl (enc, mac CMAC, dgst -mac HMAC) over zeros or nothing.</summary>
public sealed class KeyCheckValueTests
{
    [Theory]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "-Algorithm TDES", "08D7B4", "ANSI_X9_24", "TDES_2KEY")]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "-Algorithm TDES -Length 8", "08D7B4FB629D0885", "ANSI_X9_24", "TDES_2KEY")]
    [InlineData("404142434445464748494A4B4C4D4E4F", "-Algorithm TDES -KeyCheckValueAlgorithm CMAC", "BCF5B9", "CMAC", "TDES_2KEY")]
    [InlineData("3F419E1CB7079442AA37474C2EFBF8B8", "-Algorithm AES -Length 5", "08793E25AB", "CMAC", "AES_128")]
    [InlineData("3F419E1CB7079442AA37474C2EFBF8B8", "-Algorithm AES_128 -Method ansi_x9_24", "E5E07C", "ANSI_X9_24", "AES_128")]
    [InlineData("88E1AB2A2E3DD38C1FA039A536500CC8A87AB9D62DC92C01058FA79F44657DE6", "", "233155", "CMAC", "AES_256")]
    [InlineData("000102030405060708090A0B0C0D0E0F", "-Algorithm HMAC_SHA256", "07EFF8", "HMAC", "HMAC_SHA256")]
    public void Every_method_gives_the_published_value(string hex, string options, string value, string method, string algorithm)
    {
        using var session = new ModuleSession();
        session.Secret("hex", hex);

        PSObject result = session.Run($"$hex | Get-PcKeyCheckValue {options}").Single();

        Assert.Equal(value, result.Properties["KeyCheckValue"].Value);
        Assert.Equal(method, result.Properties["KeyCheckValueAlgorithm"].Value);
        Assert.Equal(algorithm, result.Properties["KeyAlgorithm"].Value);
    }

    [Theory]
    [InlineData("-Algorithm TDES -KeyCheckValueAlgorithm SHA_1", "PcKeyInputAlgorithmMismatch")]
    [InlineData("-Algorithm TDES -KeyCheckValueAlgorithm MD5", "PcKeyInputAlgorithmUnknown")]
    [InlineData("-Algorithm TDES -KeyCheckValueAlgorithm HMAC", "PcKeyInputAlgorithmMismatch")]
    [InlineData("-Algorithm TDES -Length 9", "PcKeyBlockInvalidArgument")]
    [InlineData("-Algorithm AES_256", "PcKeyInputAlgorithmMismatch")]
    [InlineData("-Algorithm Blowfish", "PcKeyInputAlgorithmUnknown")]
    public void What_does_not_go_together_is_refused(string options, string id)
    {
        using var session = new ModuleSession();
        session.Secret("hex", "0123456789ABCDEFFEDCBA9876543210");

        Assert.Equal(id, session.Run($"Get-PcKeyCheckValue $hex {options}").Error().FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void A_certificate_has_the_SHA_1_of_its_public_key_in_every_form()
    {
        using var directory = new TemporaryDirectory();
        using var session = new ModuleSession();
        session.Set("file", directory.Combine("c.pem"));
        session.Run("$c = New-PcKeyExchangeCertificate ECC_NIST_P256; [IO.File]::WriteAllText($file, $c.Pem)").Succeed();

        string[] values = [.. session.Run("$c, $c.Certificate, $c.Pem, $c.PublicKeyCertificate, $file | ForEach-Object { (Get-PcKeyCheckValue -Certificate "
            + "$_).KeyCheckValue }").Succeed().Select(value => (string)value.BaseObject)];
        string expected = session.Run(
            "[Convert]::ToHexString([Security.Cryptography.SHA1]::HashData($c.Certificate.PublicKey.ExportSubjectPublicKeyInfo())).Substring(0, 8)").Text();

        Assert.Equal(Enumerable.Repeat(expected, 5), values);
    }
}
