using System.Text.Json;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.Macs;

public sealed class Iso9797MacTests
{
    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    [Fact]
    public void Every_published_answer_of_psec_is_reproduced()
    {
        int count = 0;
        foreach (JsonElement record in SharedVectors.Records("mac_iso9797_psec.json"))
        {
            JsonElement inputs = record.GetProperty("inputs");
            string operation = record.GetProperty("operation").GetString()!;
            if (!operation.StartsWith("mac.generate_", StringComparison.Ordinal) || inputs.GetProperty("padding").GetInt32() == 3)
            {
                continue;
            }

            byte[] mac = new byte[inputs.GetProperty("length") is { ValueKind: JsonValueKind.Number } length ? length.GetInt32() : 8];
            byte[] data = Convert.FromHexString(inputs.GetProperty("data").GetString()!);
            Iso9797Padding padding = inputs.GetProperty("padding").GetInt32() == 1 ? Iso9797Padding.Method1 : Iso9797Padding.Method2;
            if (operation == "mac.generate_cbc_mac")
            {
                Iso9797Mac.Algorithm1(Convert.FromHexString(inputs.GetProperty("key").GetString()!), data, padding, mac);
            }
            else
            {
                // psec takes two whole DES keys, here each written twice.
                string key = inputs.GetProperty("key1").GetString()![..16] + inputs.GetProperty("key2").GetString()![..16];
                Iso9797Mac.Algorithm3(Convert.FromHexString(key), data, padding, mac);
            }

            Assert.Equal(record.GetProperty("output").GetString(), Convert.ToHexString(mac));
            count++;
        }

        Assert.Equal(12, count);
    }

    [Fact]
    public void Both_algorithms_agree_with_another_implementation_at_every_length_and_padding()
    {
        Random random = new(9797);
        for (int length = 0; length <= 40; length++)
        {
            byte[] key = new byte[length % 2 == 0 ? 16 : 24];
            byte[] message = new byte[length];
            random.NextBytes(key);
            random.NextBytes(message);
            foreach (Iso9797Padding padding in new[] { Iso9797Padding.None, Iso9797Padding.Method1, Iso9797Padding.Method2 })
            {
                if (padding == Iso9797Padding.None && (length % 8 != 0 || length == 0))
                {
                    continue;
                }

                // Without a padding the other fills the last block with zeros, which is method 1; its own zero padding adds a block to whole ones.
                IBlockCipherPadding? other = padding == Iso9797Padding.Method2 ? new ISO7816d4Padding() : null;
                byte[] mac = new byte[8];
                Iso9797Mac.Algorithm1(key, message, padding, mac);
                Assert.Equal(Theirs(new CbcBlockCipherMac(new DesEdeEngine(), 64, other), key, message), mac);
                Iso9797Mac.Algorithm3(key, message, padding, mac);
                Assert.Equal(Theirs(new ISO9797Alg3Mac(new DesEngine(), 64, other), key, message), mac);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_MAC_has_one_to_eight_bytes(int length)
    {
        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => Iso9797Mac.Algorithm1(Key, new byte[8], Iso9797Padding.None, new byte[length])).Error);
        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => Iso9797Mac.Algorithm3(Key, new byte[8], Iso9797Padding.None, new byte[length])).Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(9)]
    public void Without_padding_the_message_has_whole_blocks(int length)
    {
        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => Iso9797Mac.Algorithm1(Key, new byte[length], Iso9797Padding.None, new byte[8])).Error);
        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => Iso9797Mac.Algorithm3(Key, new byte[length], Iso9797Padding.None, new byte[8])).Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(15)]
    [InlineData(32)]
    public void Algorithm_3_needs_two_or_three_DES_keys(int length)
        => Assert.Equal(CryptographyError.InvalidKey,
            Assert.Throws<CryptographyException>(() => Iso9797Mac.Algorithm3(new byte[length], new byte[8], Iso9797Padding.None, new byte[8])).Error);

    [Fact]
    public void AS_2805_sends_four_bytes_of_algorithm_3_with_zero_padding()
    {
        byte[] mac = new byte[As2805Mac.Length];
        As2805Mac.Compute(Key, "Now is the time for all"u8, mac);
        byte[] whole = new byte[8];
        Iso9797Mac.Algorithm3(Key, "Now is the time for all\0"u8, Iso9797Padding.None, whole);
        Assert.Equal(whole[..4], mac);
        Assert.Equal(CryptographyError.InvalidArgument, Assert.Throws<CryptographyException>(() => As2805Mac.Compute(Key, [1], new byte[8])).Error);
    }

    [Fact]
    public void A_MAC_is_compared_over_its_own_length_and_never_over_less_than_four_bytes()
    {
        byte[] whole = Convert.FromHexString("A1C72E74EA3FA9B6");
        Assert.True(MacCheck.Matches(whole, whole));
        Assert.True(MacCheck.Matches(whole, whole.AsSpan(0, 4)));
        for (int bit = 0; bit < 64; bit++)
        {
            byte[] wrong = [.. whole];
            wrong[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(MacCheck.Matches(whole, wrong));
        }

        Assert.Throws<CryptographyException>(() => MacCheck.Matches(whole, whole.AsSpan(0, 3)));
        Assert.Throws<CryptographyException>(() => MacCheck.Matches(whole, []));
        Assert.Throws<CryptographyException>(() => MacCheck.Matches(whole, new byte[9]));
    }

    [Fact]
    public void The_steps_show_the_padded_message_and_the_MAC()
    {
        using CalculationSteps steps = new();
        byte[] mac = new byte[8];
        Iso9797Mac.Algorithm1(Key, [0x12, 0x34], Iso9797Padding.Method2, mac, steps);
        Assert.Equal("1234800000000000", steps[0].RevealOutput());
        Assert.Equal("1234800000000000", steps[1].RevealInput());
        Assert.Equal(Convert.ToHexString(mac), steps[1].RevealOutput());
    }

    private static byte[] Theirs(Org.BouncyCastle.Crypto.IMac mac, byte[] key, byte[] message)
    {
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(message);
        byte[] result = new byte[8];
        mac.DoFinal(result, 0);
        return result;
    }
}
