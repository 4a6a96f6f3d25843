using FsCheck.Xunit;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Components;

public sealed class KeyGenerationTests
{
    [Theory]
    [InlineData("0123456789ABCDEF", true)]
    [InlineData("0023456789ABCDEF", false)]
    [InlineData("0101010101010100", false)]
    [InlineData("", true)]
    public void Parity_is_odd_when_every_byte_has_an_odd_number_of_ones(string key, bool odd)
        => Assert.Equal(odd, KeyParity.IsOdd(Convert.FromHexString(key)));

    [Property]
    public void Adjusting_parity_keeps_the_seven_key_bits_and_the_check_value(byte[] seed)
    {
        byte[] key = new byte[16];
        seed.AsSpan(0, Math.Min(seed.Length, 16)).CopyTo(key);
        byte[] adjusted = key.ToArray();
        KeyParity.AdjustToOdd(adjusted);
        Assert.True(KeyParity.IsOdd(adjusted));
        Assert.Equal(key.Select(b => b >> 1), adjusted.Select(b => b >> 1));
        Assert.Equal(KeyCheckValue.Standard(BlockCipherAlgorithm.Tdes, key), KeyCheckValue.Standard(BlockCipherAlgorithm.Tdes, adjusted));
    }

    [Theory]
    [InlineData(16)]
    [InlineData(24)]
    public void A_new_TDES_key_has_odd_parity_and_different_parts(int length)
    {
        using SecretBuffer key = KeyGenerator.GenerateTdes(length);
        Assert.True(KeyParity.IsOdd(key.Span));
        Assert.Equal(length / 8, key.Span.ToArray().Chunk(8).Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Two_new_keys_differ()
    {
        using SecretBuffer one = KeyGenerator.GenerateAes(32);
        using SecretBuffer two = KeyGenerator.GenerateAes(32);
        Assert.NotEqual(one.Span.ToArray(), two.Span.ToArray());
    }

    [Fact]
    public void Other_lengths_are_refused()
    {
        Assert.Equal(CryptographyError.InvalidKey, Assert.Throws<CryptographyException>(() => KeyGenerator.GenerateTdes(8)).Error);
        Assert.Equal(CryptographyError.InvalidKey, Assert.Throws<CryptographyException>(() => KeyGenerator.GenerateAes(20)).Error);
    }
}
