using System.Management.Automation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>ECDH and the TR-31 block under it against <c>ecdh_chain_generated.json</c>.</summary>
public sealed class EcdhKeyTests
{
    private const string Set = "ecdh_chain_generated.json";

    public static TheoryData<string> All => [.. Vectors.Ids(Set, _ => true)];

    [Theory]
    [MemberData(nameof(All))]
    public void Both_parties_derive_the_same_key_and_open_the_block_under_it(string id)
    {
        JsonElement record = Vectors.Record(Set, id);
        using var directory = new TemporaryDirectory();
        using var session = new ModuleSession();
        foreach (string party in new[] { "u", "v" })
        {
            File.WriteAllText(directory.Combine(party + ".pem"), record.Text($"party_{party}_private"));
            session.Set(party, directory.Combine(party + ".pem"));
            session.Set(party + "Certificate", Certificate(record.Text($"party_{party}_private")));
        }

        session.Run($"$terms = @{{ Algorithm = '{record.Text("derived_key")}'; KeyDerivationFunction = '{record.Text("kdf")}'; KeyDerivationHashAlgorithm = "
            + $"'{record.Text("hash")}'; SharedInformation = '{record.Text("shared_info")}'; AsPlainText = $true }}").Succeed();
        PSObject sender = session.Run("New-PcEcdhKey $u $vCertificate @terms").Single();
        PSObject receiver = session.Run("$kbpk = New-PcEcdhKey $v $uCertificate @terms; $kbpk").Single();

        Assert.Equal(record.Text("okm"), sender.Properties["PlainText"].Value);
        Assert.Equal(record.Text("okm"), receiver.Properties["PlainText"].Value);
        if (record.TryGetProperty("tr31_block", out JsonElement block) && block.ValueKind == JsonValueKind.String)
        {
            PSObject opened = session.Run($"ConvertFrom-PcTr31KeyBlock {block.GetString()} $kbpk -AsPlainText").Single();
            Assert.Equal(record.Text("wrapped_key"), session.Run($"(ConvertFrom-PcTr31KeyBlock {block.GetString()} $kbpk -AsPlainText).Key.PlainText").Text());
            Assert.NotNull(opened.Properties["ProtectionKeyCheckValue"].Value);
        }
    }

    [Fact]
    public void A_block_under_a_derived_key_carries_what_the_other_side_needs()
    {
        using var session = new ModuleSession();

        PSObject block = session.Run("""
            $own = New-PcKeyExchangeCertificate ECC_NIST_P521; $service = New-PcKeyExchangeCertificate ECC_NIST_P521
            $kbpk = $service | New-PcEcdhKey -PrivateKey $own
            $block = New-PcKeyComponent AES_256 | Join-PcKeyComponent | New-PcTr31KeyBlock $kbpk -Usage K0
            $block
            """).Single();

        Assert.Equal("AES_256", block.Properties["DeriveKeyAlgorithm"].Value);
        Assert.Equal("NIST_SP800", block.Properties["KeyDerivationFunction"].Value);
        Assert.Equal("SHA_256", block.Properties["KeyDerivationHashAlgorithm"].Value);
        Assert.Matches("^[0-9A-F]{32}$", (string)block.Properties["SharedInformation"].Value);
        Assert.Equal(session.Run("$own.PublicKeyCertificate").Text(), block.Properties["PublicKeyCertificate"].Value);
        Assert.Equal(
            block.Properties["KeyCheckValue"].Value,
            session.Run("($block | ConvertFrom-PcTr31KeyBlock -ProtectionKey ($own | New-PcEcdhKey -PrivateKey $service -SharedInformation "
                + "$block.SharedInformation)).KeyCheckValue").Text());
    }

    [Theory]
    [InlineData("ECC_NIST_P256", "ECC_NIST_P384", "PcKeyBlockKeyAgreementCurve")]
    [InlineData("ECC_NIST_P256", "RSA_2048", "PcKeyBlockCertificateKeyUsage")]
    [InlineData("RSA_2048", "ECC_NIST_P256", "PcKeyInputAlgorithmMismatch")]
    public void Keys_that_do_not_go_together_are_refused(string own, string peer, string id)
    {
        using var session = new ModuleSession();

        ErrorRecord error = session.Run($"New-PcKeyExchangeCertificate {peer} | New-PcEcdhKey -PrivateKey (New-PcKeyExchangeCertificate {own})").Error();

        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    private static X509Certificate2 Certificate(string privateKey)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(privateKey);
        var request = new CertificateRequest("CN=party", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(ToolSession.VectorTime.AddDays(-1), ToolSession.VectorTime.AddDays(1));
    }
}
