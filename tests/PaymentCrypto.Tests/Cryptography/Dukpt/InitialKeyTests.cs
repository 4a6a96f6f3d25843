using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.Dukpt;

public sealed class InitialKeyTests
{
    // ANSI X9.24-1:2009 A.4; then the key of AWS's samples.
    [Theory]
    [InlineData("0123456789ABCDEFFEDCBA9876543210", "FFFF9876543210E00000", "6AC292FAA1315B4D858AB3A3D7D5933A")]
    [InlineData("8A8349794C9EE9A4C2927098F249FED6", "FFFF9876543210E00001", "0CCE8B18912E519C87348795288FFDA7")]
    public void A_TDES_initial_key_comes_from_base_key_and_serial_number(string bdk, string ksn, string expected)
    {
        using SecretBuffer key = TdesDukpt.DeriveInitialKey(Convert.FromHexString(bdk), Convert.FromHexString(ksn));
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Theory]
    [InlineData("FFFF9876543210FFFFFF")]
    [InlineData("FFFF9876543210E00001")]
    [InlineData("9876543210E00000")]
    public void The_TDES_transaction_counter_and_the_leading_filler_do_not_matter(string ksn)
    {
        using SecretBuffer key = TdesDukpt.DeriveInitialKey(Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"), Convert.FromHexString(ksn));
        Assert.Equal("6AC292FAA1315B4D858AB3A3D7D5933A", Convert.ToHexString(key.Span));
    }

    // ANSI X9.24-3:2017 supplement (openemv/dukpt); AWS's samples; AES-192 recomputed with Python cryptography.
    [Theory]
    [InlineData("FEDCBA9876543210F1F1F1F1F1F1F1F1", "123456789012345600000001", "1273671EA26AC29AFA4D1084127652A1")]
    [InlineData("FEDCBA9876543210F1F1F1F1F1F1F1F1FEDCBA9876543210F1F1F1F1F1F1F1F1", "1234567890123456",
        "CE9CE0C101D1138F97FB6CAD4DF045A7083D4EAE2D35A31789D01CCF0949550F")]
    [InlineData("8A8349794C9EE9A4C2927098F249FED6", "FFFF9876543210E000000001", "17673F9CE4957C8138CF313C57FB6992")]
    [InlineData("FEDCBA9876543210F1F1F1F1F1F1F1F1FEDCBA9876543210", "1234567890123456FFFFFFFF", "5B6DEE2B5B7FABFFA32591F35BF8F23DD9329AE85131E584")]
    public void An_AES_initial_key_comes_from_base_key_and_initial_key_identifier(string bdk, string ksn, string expected)
    {
        using SecretBuffer key = AesDukpt.DeriveInitialKey(Convert.FromHexString(bdk), Convert.FromHexString(ksn));
        Assert.Equal(expected, Convert.ToHexString(key.Span));
    }

    [Theory]
    [InlineData(10, 16, CryptographyError.KeySerialNumber)]
    [InlineData(12, 8, CryptographyError.InvalidKey)]
    [InlineData(0, 16, CryptographyError.KeySerialNumber)]
    public void AES_refuses_other_lengths(int ksnLength, int bdkLength, CryptographyError expected)
        => Assert.Equal(expected, Assert.Throws<CryptographyException>(() => AesDukpt.DeriveInitialKey(new byte[bdkLength], new byte[ksnLength])).Error);

    [Theory]
    [InlineData(12, 16, CryptographyError.KeySerialNumber)]
    [InlineData(9, 16, CryptographyError.KeySerialNumber)]
    [InlineData(10, 24, CryptographyError.InvalidKey)]
    public void TDES_refuses_other_lengths(int ksnLength, int bdkLength, CryptographyError expected)
        => Assert.Equal(expected, Assert.Throws<CryptographyException>(() => TdesDukpt.DeriveInitialKey(new byte[bdkLength], new byte[ksnLength])).Error);

    [Fact]
    public void The_initial_keys_of_the_public_sets_are_reproduced()
    {
        using (JsonDocument tdes = SharedVectors.Open("dukpt_tdes.json"))
        {
            JsonElement set = tdes.RootElement;
            using SecretBuffer key = TdesDukpt.DeriveInitialKey(Hex(set.GetProperty("bdk")), Hex(set.GetProperty("iksn")));
            Assert.Equal(set.GetProperty("initial_key").GetString(), Convert.ToHexString(key.Span));
        }

        using JsonDocument aes = SharedVectors.Open("dukpt_aes.json");
        foreach (JsonElement group in aes.RootElement.GetProperty("groups").EnumerateArray())
        {
            using SecretBuffer key = AesDukpt.DeriveInitialKey(Hex(group.GetProperty("bdk")), Hex(group.GetProperty("ikid")));
            Assert.Equal(group.GetProperty("initial_key").GetString(), Convert.ToHexString(key.Span));
        }
    }

    private static byte[] Hex(JsonElement value) => Convert.FromHexString(value.GetString()!);
}
