using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>Tokens that others made: AWS, Futurex, Clover. They are not shipped; see <see cref="SharedVectors"/>.</summary>
public sealed class Tr34PublicSampleTests
{
    [Fact]
    public void The_import_block_of_the_aws_cli_documentation_verifies_with_its_certificate()
    {
        var block = Tr34KeyBlock.Parse(SharedVectors.Text("aws_cli_import_tr34.hex"));
        X509Certificate2 signer = CertificateReader.Read(SharedVectors.Text("aws_cli_import_signing_cert.pem"));

        Assert.Equal(Tr34SignatureForm.AsReceived, block.VerifySignature(signer));
        Assert.True(block.Signer.Matches(CertificateIdentifier.Of(signer)));
        Assert.Equal(Tr34Dialect.Aws, block.Dialect);
        Assert.Equal("D0112C0TC00E0000", block.Header);
        Assert.Equal(new DateTimeOffset(2023, 6, 9, 23, 39, 46, TimeSpan.Zero), block.SigningTime);
        Assert.Null(block.RandomNonce);
        Assert.Equal(SharedVectors.Text("aws_cli_import_econtent.hex").Trim(), Convert.ToHexString(block.EnvelopeContents.Span), ignoreCase: true);
    }

    [Fact]
    public void The_export_block_of_the_aws_cli_documentation_is_cut_off_and_otherwise_whole()
    {
        // The documentation lost the last three bytes of the signature. With three bytes in their place all the rest can be read.
        string text = SharedVectors.Text("aws_cli_export_tr34.hex").Trim();
        Tr34Fixture.Refused(CryptographyError.Tr34Truncated, () => Tr34KeyBlock.Parse(text));

        var block = Tr34KeyBlock.Parse(text + "000000");

        Assert.Equal(Tr34Dialect.Aws, block.Dialect);
        Assert.Equal("D0112K0TB00E0000", block.Header);
        Assert.Equal(block.ComputeDigest(), block.MessageDigest.ToArray());
        X509Certificate2 recipient = CertificateReader.Read(SharedVectors.Text("aws_cli_export_wrapping_cert.pem"));
        Assert.True(block.Recipient.Matches(CertificateIdentifier.Of(recipient)));
    }

    [Fact]
    public void A_real_futurex_token_is_read()
    {
        JsonElement sample = Sample("dspread_futurex_virtucrypt_token");

        var block = Tr34KeyBlock.Parse(sample.Text("der"));

        Assert.Equal(Tr34Dialect.Futurex, block.Dialect);
        Assert.Equal((73, 73), (block.SignedDataVersion, block.SignerInfoVersion));
        Assert.Equal(sample.Text("random_nonce"), Convert.ToHexString(block.RandomNonce!.Value.Span));
        Assert.Equal(sample.Text("key_block_header"), block.Header);
        Assert.Equal(sample.Text("iv"), Convert.ToHexString(block.InitializationVector.Span));
        Assert.Equal(232, block.Ciphertext.Length);
        Assert.False(block.OaepParameters!.HashHasNull);
        Assert.Equal(block.ComputeDigest(), block.MessageDigest.ToArray());
        Assert.Equal(sample.Text("krd_serial"), block.Recipient.SerialNumber);
    }

    [Fact]
    public void The_clover_credential_token_holds_the_certificate_that_its_ca_issued()
    {
        JsonElement sample = Sample("CT_KRD_Pem");

        var token = Tr34CredentialToken.Parse(sample.Text("pem"));

        Assert.Equal(sample.Text("der"), Convert.ToHexString(Tr34CredentialToken.Create(token.Certificate)));
        X509Certificate2 issuer = CertificateReader.Read(Sample("TR34_KRD_CA_Cert_Pem").Text("pem"));
        CertificateCheck.VerifyIssuedBy(token.Certificate, issuer, new CertificateCheckOptions { ValidAt = Tr34Fixture.Now });
        CertificateCheck.VerifyRoot(CertificateReader.Read(Sample("TR34_Root_Cert_Pem").Text("pem")),
            new CertificateCheckOptions { ValidAt = Tr34Fixture.Now });
    }

    private static JsonElement Sample(string id) => SharedVectors.Records("tr34_public_samples.json").Single(record => record.Text("id") == id);
}
