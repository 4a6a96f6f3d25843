using System.Security.Cryptography;
using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.Dukpt;

public sealed class WorkingKeyTests
{
    private static readonly byte[] TdesBdk = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
    private static readonly byte[] AesBdk = Convert.FromHexString("FEDCBA9876543210F1F1F1F1F1F1F1F1");

    // ANSI X9.24-1:2009 A.4 (by openemv/dukpt).
    [Theory]
    [InlineData("FFFF9876543210E00001", "042666B49184CFA368DE9628D0397BC9")]
    [InlineData("FFFF9876543210E00003", "0DF3D9422ACA56E547676D07AD6BADFA")]
    [InlineData("9876543210E00005", "5F8DC6D2C845C125508DDC048093B83F")]
    public void A_TDES_transaction_key_comes_from_the_initial_key(string ksn, string expected)
    {
        using SecretBuffer initial = TdesDukpt.DeriveInitialKey(TdesBdk, Convert.FromHexString(ksn));
        using SecretBuffer key = TdesDukpt.DeriveTransactionKey(initial.Span, Convert.FromHexString(ksn));
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    // The variants of table A-1 over the transaction key 042666B4...; the PIN key is printed in A.4.
    [Theory]
    [InlineData(TdesDukptUsage.Pin, "042666B49184CF5C68DE9628D0397B36")]
    [InlineData(TdesDukptUsage.MacRequest, "042666B4918430A368DE9628D03984C9")]
    [InlineData(TdesDukptUsage.MacResponse, "042666B46E84CFA368DE96282F397BC9")]
    public void A_TDES_working_key_is_a_variant(TdesDukptUsage usage, string expected)
    {
        using SecretBuffer key = TdesDukpt.DeriveWorkingKey(TdesBdk, Convert.FromHexString("FFFF9876543210E00001"), usage);
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    // ANSI X9.24-1:2009 A.4.1, recomputed with the platform's cipher.
    [Theory]
    [InlineData(TdesDukptUsage.DataRequest, 5)]
    [InlineData(TdesDukptUsage.DataResponse, 3)]
    public void A_TDES_data_key_is_its_variant_encrypted_under_itself(TdesDukptUsage usage, int position)
    {
        byte[] ksn = Convert.FromHexString("FFFF9876543210E00001");
        byte[] variant = Convert.FromHexString("042666B49184CFA368DE9628D0397BC9");
        variant[position] ^= 0xFF;
        variant[8 + position] ^= 0xFF;
        using var platform = TripleDES.Create();
        platform.Key = [.. variant, .. variant[..8]];
        using SecretBuffer key = TdesDukpt.DeriveWorkingKey(TdesBdk, ksn, usage);
        Assert.Equal(Convert.ToHexString(platform.EncryptEcb(variant, PaddingMode.None)), Convert.ToHexString(key.Span));
    }

    // ANSI X9.24-3:2017 supplement (openemv/dukpt).
    [Theory]
    [InlineData("123456789012345600000001", AesDukptUsage.PinEncryption, "AF8CB133A78F8DC2D1359F18527593FB")]
    [InlineData("123456789012345600000001", AesDukptUsage.MacGeneration, "A2DC23DE6FDE0824A2BC321E08E4B8B7")]
    [InlineData("123456789012345600000003", AesDukptUsage.DataEncrypt, "EF17F6AB45B4820C93A3DCB21BC491AD")]
    public void An_AES_working_key_is_derived_for_its_usage(string ksn, AesDukptUsage usage, string expected)
    {
        using SecretBuffer key = AesDukpt.DeriveWorkingKey(AesBdk, Convert.FromHexString(ksn), usage, AesDukptKeyType.Aes128);
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Fact]
    public void The_transaction_keys_of_the_public_TDES_set_are_reproduced()
    {
        using JsonDocument set = SharedVectors.Open("dukpt_tdes.json");
        byte[] bdk = set.RootElement.Hex("bdk");
        foreach (JsonElement record in set.RootElement.GetProperty("records").EnumerateArray())
        {
            using SecretBuffer initial = TdesDukpt.DeriveInitialKey(bdk, record.Hex("ksn"));
            using SecretBuffer key = TdesDukpt.DeriveTransactionKey(initial.Span, record.Hex("ksn"));
            Assert.Equal(record.Text("transaction_key"), Convert.ToHexString(key.Span));
        }
    }

    [Fact]
    public void The_keys_of_the_public_AES_set_are_reproduced()
    {
        using JsonDocument set = SharedVectors.Open("dukpt_aes.json");
        foreach (JsonElement group in set.RootElement.GetProperty("groups").EnumerateArray())
        {
            byte[] bdk = group.Hex("bdk");
            foreach (JsonElement record in group.GetProperty("records").EnumerateArray())
            {
                using SecretBuffer initial = AesDukpt.DeriveInitialKey(bdk, record.Hex("ksn"));
                using SecretBuffer transaction = AesDukpt.DeriveTransactionKey(initial.Span, record.Hex("ksn"));
                Assert.Equal(record.Text("transaction_key"), Convert.ToHexString(transaction.Span));
                Check(bdk, record, "pin_key_aes128", AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128);
                Check(bdk, record, "pin_key_aes256", AesDukptUsage.PinEncryption, AesDukptKeyType.Aes256);
                Check(bdk, record, "cmac_aes128_key", AesDukptUsage.MacGeneration, AesDukptKeyType.Aes128);
                Check(bdk, record, "cmac_aes256_key", AesDukptUsage.MacGeneration, AesDukptKeyType.Aes256);
                Check(bdk, record, "data_aes128_key", AesDukptUsage.DataEncrypt, AesDukptKeyType.Aes128);
                Check(bdk, record, "data_aes256_key", AesDukptUsage.DataEncrypt, AesDukptKeyType.Aes256);
            }
        }
    }

    // Ten and sixteen one bits are the most; none is the initial key itself.
    [Theory]
    [InlineData("FFFF9876543210E00000")]
    [InlineData("FFFF9876543210E007FF")]
    [InlineData("FFFF9876543210FFFFFF")]
    [InlineData("1234567890123456000000000000")]
    [InlineData("123456789012345600000000")]
    public void A_TDES_counter_that_no_device_uses_is_refused(string ksn)
        => Refused(() => TdesDukpt.DeriveWorkingKey(TdesBdk, Convert.FromHexString(ksn), TdesDukptUsage.Pin));

    [Theory]
    [InlineData("123456789012345600000000")]
    [InlineData("12345678901234560001FFFF")]
    [InlineData("1234567890123456FFFFFFFF")]
    [InlineData("1234567890123456")]
    [InlineData("FFFF9876543210E00001")]
    public void An_AES_counter_that_no_device_uses_is_refused(string ksn)
        => Refused(() => AesDukpt.DeriveWorkingKey(AesBdk, Convert.FromHexString(ksn), AesDukptUsage.PinEncryption, AesDukptKeyType.Aes128));

    [Theory]
    [InlineData("FFFF9876543210E00000", "FFFF9876543210E00001")]
    [InlineData("9876543210E003FE", "FFFF9876543210E003FF")]
    [InlineData("FFFF9876543210E007FE", "FFFF9876543210E00800")]
    [InlineData("FFFF9876543210FFF400", "FFFF9876543210FFF800")]
    public void The_next_TDES_serial_number_has_a_counter_of_at_most_ten_one_bits(string ksn, string expected)
    {
        Span<byte> next = stackalloc byte[10];
        TdesDukpt.NextKeySerialNumber(Convert.FromHexString(ksn), next);
        Assert.Equal(expected, Convert.ToHexString(next));
    }

    [Theory]
    [InlineData("123456789012345600000000", "123456789012345600000001")]
    [InlineData("12345678901234560001FFFE", "123456789012345600020000")]
    [InlineData("1234567890123456FFFE8000", "1234567890123456FFFF0000")]
    public void The_next_AES_serial_number_has_a_counter_of_at_most_sixteen_one_bits(string ksn, string expected)
    {
        Span<byte> next = stackalloc byte[12];
        AesDukpt.NextKeySerialNumber(Convert.FromHexString(ksn), next);
        Assert.Equal(expected, Convert.ToHexString(next));
    }

    [Fact]
    public void After_the_last_counter_there_is_no_next()
    {
        Refused(() => TdesDukpt.NextKeySerialNumber(Convert.FromHexString("FFFF9876543210FFF800"), new byte[10]));
        Refused(() => AesDukpt.NextKeySerialNumber(Convert.FromHexString("1234567890123456FFFF0000"), new byte[12]));
    }

    [Fact]
    public void The_steps_name_every_key_on_the_way()
    {
        using var steps = new CalculationSteps();
        using SecretBuffer key = TdesDukpt.DeriveWorkingKey(TdesBdk, Convert.FromHexString("FFFF9876543210E00003"), TdesDukptUsage.Pin, steps);
        Assert.Equal(4, steps.Count);
        Assert.Equal("6AC292FAA1315B4D858AB3A3D7D5933A", steps[0].RevealOutput());
        Assert.Equal("C46551CEF9FD24B0AA9AD834130D3BC7", steps[1].RevealOutput());
        Assert.Equal("0DF3D9422ACA56E547676D07AD6BADFA", steps[2].RevealOutput());
        Assert.Equal(Convert.ToHexString(key.Span), steps[3].RevealOutput());
    }

    private static void Check(byte[] bdk, JsonElement record, string name, AesDukptUsage usage, AesDukptKeyType type)
    {
        if (record.TextOrNull(name) is { } expected)
        {
            using SecretBuffer key = AesDukpt.DeriveWorkingKey(bdk, record.Hex("ksn"), usage, type);
            Assert.Equal(expected, Convert.ToHexString(key.Span));
        }
    }

    private static void Refused(Action action) => Assert.Equal(CryptographyError.KeySerialNumber, Assert.Throws<CryptographyException>(action).Error);
}
