using System.Management.Automation;
using System.Text.Json;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.KeyExchange;

/// <summary>TR-34 tokens against <c>tr34_generated.json</c>, which an independent program made with openssl.</summary>
public sealed class Tr34KeyBlockTests
{
    private const string Set = "tr34_generated.json";

    public static TheoryData<string> Accepted => [.. Vectors.Ids(Set, record => record.Text("expect") == "accept")];

    public static TheoryData<string, string, ErrorCategory> Refused => new()
    {
        { "bad_digest", "PcKeyBlockTr34DigestMismatch", ErrorCategory.AuthenticationError },
        { "bad_signature", "PcKeyBlockTr34SignatureInvalid", ErrorCategory.AuthenticationError },
        { "wrong_recipient", "PcKeyBlockTr34RecipientMismatch", ErrorCategory.InvalidArgument },
        { "nonce_replay", "PcKeyBlockTr34NonceMismatch", ErrorCategory.AuthenticationError },
        { "two_pass_without_nonce", "PcKeyBlockTr34NonceMissing", ErrorCategory.AuthenticationError },
        { "expired_kdh_cert", "PcKeyBlockCertificateExpired", ErrorCategory.AuthenticationError },
        { "revoked_kdh", "PcKeyBlockCertificateRevoked", ErrorCategory.AuthenticationError },
        { "header_mismatch", "PcKeyBlockTr34HeaderMismatch", ErrorCategory.AuthenticationError },
        { "header_alg_vs_keylen", "PcKeyBlockTr34KeyLength", ErrorCategory.InvalidData },
        { "pkcs1_key_transport", "PcKeyBlockTr34EphemeralKey", ErrorCategory.AuthenticationError },
        { "truncated", "PcKeyBlockTr34Truncated", ErrorCategory.InvalidData },
        { "trailing_bytes", "PcKeyBlockTr34TrailingData", ErrorCategory.InvalidData },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Tokens_of_every_dialect_open(string id)
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Receiver(directory, id);

        PSObject opened = session.Run(
            "$receiver | ConvertFrom-PcTr34KeyBlock -PrivateKey $key -WrappingKeyCertificate $certificate -CertificateAuthority $ca -AsPlainText").Single();

        JsonElement record = Vectors.Record(Set, id);
        Assert.Equal(record.Text("key"), opened.OfKey("PlainText"));
        Assert.Equal(record.Text("key_block_header"), opened.Properties["Header"].Value);
        Assert.Contains(opened.Properties["SignatureForm"].Value, new object[] { "AsReceived", "DerSorted" });
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Tokens_that_are_wrong_are_refused_by_name(string id, string errorId, ErrorCategory category)
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Receiver(directory, id);

        Outcome outcome = session.Run("$receiver | ConvertFrom-PcTr34KeyBlock -PrivateKey $key -WrappingKeyCertificate $certificate -CertificateAuthority $ca");

        Assert.Empty(outcome.Output);
        // Key material is never echoed, an error's target included.
        Expect.Error(outcome.Error(), errorId, category, $"{Vectors.Record(Set, id).Text("token").Length} characters");
    }

    [Fact]
    public void A_nonce_that_is_not_given_is_asked_for_with_the_value_in_the_token()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Receiver(directory, "aws_import_2tdea_3des");

        ErrorRecord error = session.Run("ConvertFrom-PcTr34KeyBlock $receiver.WrappedKeyBlock -PrivateKey $key -WrappingKeyCertificate $certificate "
            + "-SigningKeyCertificate $receiver.SigningKeyCertificate").Error();

        Assert.Equal("PcKeyBlockTr34NonceUnexpected", error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains("1B5C9D0E2F3A4857", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_private_key_everything_that_can_be_seen_is_shown_and_the_signature_is_verified_if_the_sender_is_known()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Receiver(directory, "futurex_like_v73");
        session.Set("file", directory.Combine("token.hex"));

        PSObject seen = session.Run("[IO.File]::WriteAllText($file, $receiver.WrappedKeyBlock); ConvertFrom-PcTr34KeyBlock $file").Single();
        PSObject verified = session.Run("ConvertFrom-PcTr34KeyBlock $file -SigningKeyCertificate $receiver.SigningKeyCertificate").Single();

        Assert.Equal("Futurex", seen.Properties["Dialect"].Value);
        Assert.Equal("9F0A5B6C7D8E1F2031425364758697A8", seen.Properties["RandomNonce"].Value);
        Assert.Equal("K0", seen.Properties["KeyUsage"].Value);
        Assert.Equal("Key encryption key", seen.Properties["KeyUsageMeaning"].Value);
        Assert.Null(seen.Properties["Key"].Value);
        Assert.Null(seen.Properties["SignatureForm"].Value);
        Assert.NotNull(verified.Properties["SignatureForm"].Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-RandomNonce 0011223344556677")]
    [InlineData("-OnePass")]
    [InlineData("-Dialect StrictCms")]
    [InlineData("-Dialect Futurex")]
    public void A_token_goes_from_a_sender_to_a_receiver_through_the_pipeline(string options)
    {
        using ModuleSession session = Parties();

        PSObject opened = session.Run($"$token = $krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0 {options}; $token | "
            + "ConvertFrom-PcTr34KeyBlock -PrivateKey $krd -CertificateAuthority $kdh.CertificateAuthority").Single();

        Assert.Equal("08D7B4", opened.Properties["KeyCheckValue"].Value);
        Assert.Equal("TDES_2KEY", opened.Properties["KeyAlgorithm"].Value);
        Assert.Equal("D0112K0TB00E0000", opened.Properties["Header"].Value);
        Assert.Matches("^[0-9A-F]+$", session.Run("$token.WrappedKeyBlock").Text());
    }

    [Fact]
    public void Import_parameters_pass_their_token_on_and_the_result_has_what_an_import_takes()
    {
        using ModuleSession session = Parties();
        session.Run("$p = [pscustomobject]@{ ImportToken = 'import-token-abcdefghij234567'; WrappingKeyCertificate = $krd.PublicKeyCertificate }").Succeed();

        PSObject token =
            session.Run("$p | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage TR31_K0_KEY_ENCRYPTION_KEY -RandomNonce 00112233445566AA").Single();

        Assert.Equal("import-token-abcdefghij234567", token.Properties["ImportToken"].Value);
        Assert.Equal("X9_TR34_2012", token.Properties["KeyBlockFormat"].Value);
        Assert.Equal("00112233445566AA", token.Properties["RandomNonce"].Value);
        Assert.Equal(session.Run("$kdh.PublicKeyCertificate").Text(), token.Properties["SigningKeyCertificate"].Value);
        Assert.Null(token.Properties["WrappingKeyCertificate"].Value);
        Assert.Equal("08D7B4", token.Properties["KeyCheckValue"].Value);
    }

    [Fact]
    public void What_the_service_would_not_take_is_made_with_a_warning()
    {
        using ModuleSession session = Parties();

        Outcome outcome = session.Run("$krd | New-PcTr34KeyBlock -Key (New-PcKeyComponent AES_128 | Join-PcKeyComponent) -SigningKey $kdh -Usage K0");

        outcome.Single();
        Assert.Contains("RSA_2048", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nonce_and_one_pass_exclude_each_other()
    {
        using ModuleSession session = Parties();

        ErrorRecord error = session.Run("$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0 -OnePass -RandomNonce 0011223344556677").Error();

        Assert.Equal("PcKeyInputConflict", error.FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void A_private_key_of_another_certificate_is_told_from_a_wrong_token()
    {
        using ModuleSession session = Parties();

        ErrorRecord sender = session.Run("$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -SigningKeyCertificate $krd -Usage K0").Error();
        ErrorRecord receiver = session.Run("$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0 | ConvertFrom-PcTr34KeyBlock -PrivateKey $kdh "
            + "-WrappingKeyCertificate $krd").Error();

        Assert.Equal("PcKeyBlockCertificateKeyUsage", sender.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal("PcKeyBlockTr34RecipientKeyMismatch", receiver.FullyQualifiedErrorId.Split(',')[0]);
    }

    [Fact]
    public void A_file_is_written_only_when_it_is_not_only_asked_what_if()
    {
        using var directory = new TemporaryDirectory();
        using ModuleSession session = Parties();
        session.Set("file", directory.Combine("zmk.tr34"));

        Assert.Empty(session.Run("$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0 -OutFile $file -WhatIf").Succeed());
        Assert.False(File.Exists(directory.Combine("zmk.tr34")));
        PSObject token = session.Run("$krd | New-PcTr34KeyBlock -Key $zmk -SigningKey $kdh -Usage K0 -OutFile $file -PassThru").Single();

        Assert.Equal(token.Properties["WrappedKeyBlock"].Value + "\n", File.ReadAllText(directory.Combine("zmk.tr34")));
    }

    private static ModuleSession Parties()
    {
        var session = new ModuleSession();
        session.Secret("hex", "0123456789ABCDEF FEDCBA9876543210");
        session.Run("""
            $kdh = New-PcKeyExchangeCertificate RSA_2048 Kdh
            $krd = New-PcKeyExchangeCertificate RSA_2048 Krd -Issuer $kdh.CertificateAuthority
            $zmk = $hex | New-PcKeyComponent -Algorithm TDES | Join-PcKeyComponent
            """).Succeed();
        return session;
    }

    private static ModuleSession Receiver(TemporaryDirectory directory, string id)
    {
        JsonElement pki = Vectors.Open(Set).GetProperty("pki");
        JsonElement record = Vectors.Record(Set, id);
        string recipient = record.Text("recipient");
        string sender = record.TryGetProperty("verify_with", out JsonElement named) ? named.GetString()! : "kdh";
        string keyFile = directory.Combine("krd.pem");
        File.WriteAllText(keyFile, pki.GetProperty("private_keys").Text(recipient));
        var session = new ModuleSession();
        session.MoveTo(ToolSession.VectorTime);
        session.Set("key", keyFile);
        session.Set("certificate", pki.GetProperty("certificates").Text(recipient));
        session.Set("ca", pki.GetProperty("certificates").Text("kdh_ca"));
        session.Set("token", record.Text("token"));
        session.Set("sender", pki.GetProperty("certificates").Text(sender));
        session.Set("nonce", record.TryGetProperty("random_nonce", out JsonElement nonce) ? nonce.GetString() : null);
        session.Run("$receiver = [pscustomobject]@{ WrappedKeyBlock = $token; SigningKeyCertificate = $sender; RandomNonce = $nonce }").Succeed();
        return session;
    }
}
