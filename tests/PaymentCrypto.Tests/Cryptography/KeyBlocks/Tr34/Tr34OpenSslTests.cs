using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>What OpenSSL's CMS makes of our tokens: it verifies every layout and decrypts the strict one.</summary>
public sealed class Tr34OpenSslTests
{
    private static readonly byte[] Key = Convert.FromHexString("C1F8B0D5A74A6E9DE54C7F0BAD3E8A61");

    public static TheoryData<Tr34Dialect> Dialects => [.. Enum.GetValues<Tr34Dialect>()];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void Openssl_verifies_the_signature_of_every_dialect(Tr34Dialect dialect)
    {
        Tool.SkipUnlessOpenSsl();
        using var folder = new TemporaryFolder();

        byte[] envelope = Verify(folder, Tr34KeyBlock.Create(Key, "D0112K0TB00E0000", Tr34Fixture.Sender(new byte[16], dialect)));

        Assert.NotEmpty(envelope);
    }

    [Theory]
    [InlineData(Tr34Cipher.TripleDes)]
    [InlineData(Tr34Cipher.Aes128)]
    [InlineData(Tr34Cipher.Aes256)]
    public void Openssl_decrypts_a_strict_token_and_finds_the_key(Tr34Cipher cipher)
    {
        Tool.SkipUnlessOpenSsl();
        using var folder = new TemporaryFolder();
        byte[] envelope = Verify(folder, Tr34KeyBlock.Create(Key, "D0112K0TB00E0000", Tr34Fixture.Sender(new byte[8], Tr34Dialect.StrictCms, cipher)));

        // ContentInfo around the envelope, as openssl wants it: SEQUENCE { envelopedData, [0] envelope }.
        byte[] explicitContent = Wrap(0xA0, envelope);
        folder.Write("envelope.der", Wrap(0x30, [.. Convert.FromHexString("06092A864886F70D010703"), .. explicitContent]));
        folder.Write("krd.pem", Tr34Fixture.Certificate("krd").ExportCertificatePem());
        folder.Write("krd.key", Tr34Fixture.Key("krd").ExportPkcs8PrivateKeyPem());
        (int exitCode, string output) = Tool.Run(
            "openssl", folder.Path, "cms", "-decrypt", "-binary", "-inform", "DER", "-in", "envelope.der", "-recip", "krd.pem", "-inkey", "krd.key", "-out",
            "clear.der");

        Assert.True(exitCode == 0, output);
        Assert.Contains("0410" + Convert.ToHexString(Key), Convert.ToHexString(folder.Read("clear.der")), StringComparison.Ordinal);
    }

    private static byte[] Verify(TemporaryFolder folder, byte[] token)
    {
        folder.Write("token.der", token);
        folder.Write("kdh.pem", Tr34Fixture.Certificate("kdh").ExportCertificatePem());
        folder.Write("ca.pem", Tr34Fixture.Certificate("kdh_ca").ExportCertificatePem());
        (int exitCode, string output) = Tool.Run(
            "openssl", folder.Path, "cms", "-verify", "-binary", "-inform", "DER", "-in", "token.der", "-certfile", "kdh.pem", "-CAfile", "ca.pem", "-purpose",
            "any", "-attime", "1782907200", "-out", "envelope.bin");
        Assert.True(exitCode == 0, output);
        return folder.Read("envelope.bin");
    }

    private static byte[] Wrap(byte tag, byte[] contents) => [tag, 0x82, (byte)(contents.Length >> 8), (byte)contents.Length, .. contents];
}
