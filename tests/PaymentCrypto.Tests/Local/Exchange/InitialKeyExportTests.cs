using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>Initial DUKPT keys, derived on export. Facts: the service's samples (SPEC 6.5, 7.2) and its documented block B0096B1TX00S0000.</summary>
public sealed class InitialKeyExportTests : IDisposable
{
    private const string Bdk = "8A8349794C9EE9A4C2927098F249FED6";
    private const string Kek = "9A258BD009C508667F11A04301C6D4EC9A258BD009C508667F11A04301C6D4ED";
    private const string TdesSerialNumber = "FFFF9876543210E00001";
    private const string TdesInitialKey = "0CCE8B18912E519C87348795288FFDA7";
    private const string AesSerialNumber = "FFFF9876543210E000000001";
    private const string AesInitialKey = "17673F9CE4957C8138CF313C57FB6992";

    private readonly ExchangeBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("TDES_2KEY", true, TdesSerialNumber, TdesInitialKey, "B3048F", "ANSI_X9_24", "B0096B1TX00S0000")]
    [InlineData("TDES_2KEY", false, TdesSerialNumber, TdesInitialKey, "B3048F", "ANSI_X9_24", "D0112B1TX00S0000")]
    [InlineData("AES_128", false, AesSerialNumber, AesInitialKey, "0D77AE", "CMAC", "D0144B1AX00S0000")]
    public async Task It_goes_out_by_TR_31(string algorithm, bool underTdes, string serialNumber, string initialKey, string checkValue, string method,
        string header)
    {
        byte[] kek = Convert.FromHexString(Kek)[..(underTdes ? 24 : 32)];
        string bdk = PlaceBdk(algorithm);
        string wrapping = _bench.PlaceKek(kek, underTdes ? KeyAlgorithm.Tdes3Key : KeyAlgorithm.Aes256);
        string before = _bench.Dump();

        WrappedKey exported = await _bench.ExportTr31(bdk, wrapping, attributes: Attributes(serialNumber));

        using KeyBlockProtectionKey kbpk = underTdes ? KeyBlockProtectionKey.FromTdes(kek) : KeyBlockProtectionKey.FromAes(kek);
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(exported.KeyMaterial!, kbpk);
        Assert.Equal((initialKey, header), (Convert.ToHexString(opened.Key), exported.KeyMaterial![..16]));
        Assert.Equal(int.Parse(header[1..5], System.Globalization.CultureInfo.InvariantCulture), exported.KeyMaterial!.Length);
        Assert.Equal((checkValue, method), (exported.KeyCheckValue, exported.KeyCheckValueAlgorithm));
        Assert.Equal(before, _bench.Dump());
    }

    [Theory]
    [InlineData("TDES_2KEY", TdesSerialNumber, TdesInitialKey, "B3048F", "D0112B1TX00S0000")]
    [InlineData("AES_128", AesSerialNumber, AesInitialKey, "0D77AE", "D0144B1AX00S0000")]
    public async Task It_goes_out_by_TR_34_and_as_a_cryptogram(string algorithm, string serialNumber, string initialKey, string checkValue, string header)
    {
        using Party receiver = new("Receiver", KeyAlgorithm.Rsa3072);
        string authority = await receiver.Trust(_bench.Service);
        string bdk = PlaceBdk(algorithm);
        GetParametersForExportResponse parameters = await _bench.Service.ExportParameters();

        WrappedKey token = await _bench.Export(
            bdk,
            new ExportKeyMaterial
            {
                Tr34KeyBlock = new ExportTr34KeyBlock
                {
                    CertificateAuthorityPublicKeyIdentifier = authority,
                    WrappingKeyCertificate = Party.Wire(receiver.Certificate),
                    KeyBlockFormat = Tr34KeyBlockFormat.X9Tr34Of2012,
                    ExportToken = parameters.ExportToken,
                },
            },
            Attributes(serialNumber));
        WrappedKey cryptogram = await _bench.Export(
            bdk,
            new ExportKeyMaterial
            {
                KeyCryptogram = new ExportKeyCryptogram
                {
                    CertificateAuthorityPublicKeyIdentifier = authority,
                    WrappingKeyCertificate = Party.Wire(receiver.Certificate)
                }
            },
            Attributes(serialNumber));

        using X509Certificate2 signer = CertificateReader.Read(parameters.SigningKeyCertificate!);
        using Tr34OpenedKey opened = Tr34KeyBlock.Open(Convert.FromHexString(token.KeyMaterial!), new Tr34OpenOptions
        {
            RecipientPrivateKey = receiver.Rsa,
            RecipientCertificate = receiver.Certificate,
            SignerCertificate = signer,
            ValidAt = TemporaryStore.Start,
        });
        Assert.Equal((initialKey, header), (Convert.ToHexString(opened.Key), opened.Header));
        Assert.Equal(initialKey, Convert.ToHexString(receiver.Rsa.Decrypt(Convert.FromHexString(cryptogram.KeyMaterial!), RSAEncryptionPadding.OaepSHA256)));
        Assert.Equal((checkValue, checkValue), (token.KeyCheckValue, cryptogram.KeyCheckValue));
    }

    [Fact]
    public async Task The_counter_does_not_matter_and_the_check_value_method_can_be_chosen()
    {
        string wrapping = _bench.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Aes256);

        WrappedKey exported = await _bench.ExportTr31(
            PlaceBdk(KeyAlgorithm.Tdes2Key), wrapping, attributes: Attributes(
                "FFFF9876543210E0FFFF") with
            { KeyCheckValueAlgorithm = KeyCheckValueAlgorithm.Cmac });

        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString(Kek));
        using Tr31UnwrappedKey opened = Tr31KeyBlock.Unwrap(exported.KeyMaterial!, kbpk);
        Assert.Equal((TdesInitialKey, KeyCheckValueAlgorithm.Cmac), (Convert.ToHexString(opened.Key), exported.KeyCheckValueAlgorithm));
        Assert.NotEqual("B3048F", exported.KeyCheckValue);
    }

    [Fact]
    public async Task A_serial_number_or_key_that_does_not_fit_is_refused()
    {
        string wrapping = _bench.PlaceKek(Convert.FromHexString(Kek), KeyAlgorithm.Aes256);
        string tdes = PlaceBdk(KeyAlgorithm.Tdes2Key);
        string aes = PlaceBdk(KeyAlgorithm.Aes128);
        string pin = _bench.Place(Convert.FromHexString(Bdk), KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B");

        await _bench.Refused(() => _bench.ExportTr31(tdes, wrapping, attributes: Attributes(AesSerialNumber)), "24", "20", KeyAlgorithm.Tdes2Key);
        await _bench.Refused(() => _bench.ExportTr31(aes, wrapping, attributes: Attributes(TdesSerialNumber)), "20", "24", KeyAlgorithm.Aes128);
        await _bench.Refused(() => _bench.ExportTr31(pin, wrapping, attributes: Attributes(TdesSerialNumber)), KeyUsage.Tr31P0PinEncryptionKey,
            KeyUsage.Tr31B0BaseDerivationKey);
        await _bench.Refused<ValidationException>(() => _bench.ExportTr31(pin, wrapping, attributes: Attributes("ffff9876543210e00001")), "PcMemberInvalid",
            "eySerialNumber");
    }

    private string PlaceBdk(string algorithm) => _bench.Place(Convert.FromHexString(Bdk), KeyUsage.Tr31B0BaseDerivationKey, algorithm, "X");

    private static ExportAttributes Attributes(string serialNumber) =>
        new() { ExportDukptInitialKey = new ExportDukptInitialKey { KeySerialNumber = serialNumber } };
}
