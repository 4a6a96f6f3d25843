using FsCheck.Xunit;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Components;

public sealed class KeyComponentTests
{
    [Fact]
    public void Three_paper_components_give_the_key()
    {
        // XOR and check values by hand and with Python cryptography: 08D7B4 is the check value of 0123..3210.
        using var one = KeyComponent.Create(BlockCipherAlgorithm.Tdes, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"), "08D7B4");
        using var two = KeyComponent.Create(BlockCipherAlgorithm.Tdes, Convert.FromHexString("11111111111111112222222222222222"));
        using var three = KeyComponent.Create(BlockCipherAlgorithm.Tdes, Convert.FromHexString("00000000000000FF00000000000000FF"));
        using SecretBuffer key = KeyComponents.Join([one, two, three]);
        Assert.Equal("1032547698BADC01DCFE98BA547610CD", Convert.ToHexString(key.Span));
    }

    [Property]
    public void Any_key_split_into_any_number_of_components_joins_to_itself(byte seed, byte count, bool aes)
    {
        int[] lengths = aes ? new[] { 16, 24, 32 } : [8, 16, 24];
        byte[] key = new byte[lengths[seed % 3]];
        new Random(seed).NextBytes(key);
        BlockCipherAlgorithm algorithm = aes ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes;
        IReadOnlyList<KeyComponent> components = KeyComponents.Split(algorithm, key, 2 + (count % (KeyComponents.MaxCount - 1)));
        using SecretBuffer joined = KeyComponents.Join([.. components.Reverse()]);
        Assert.Equal(key, joined.Span.ToArray());
        Assert.All(components, component => Assert.NotEqual(key, component.Value.ToArray()));
    }

    [Theory]
    [InlineData("08D7B5")]
    [InlineData("D7B4")]
    [InlineData("08D")]
    [InlineData("")]
    [InlineData("nonsense")]
    public void A_component_with_another_check_value_is_refused_with_both_values(string expected)
    {
        CryptographyException error = Assert.Throws<CryptographyException>(
            () => KeyComponent.Create(BlockCipherAlgorithm.Tdes, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"), expected));
        Assert.Equal(CryptographyError.KeyComponent, error.Error);
        Assert.Contains("08D7", error.Message);
        Assert.Contains(expected, error.Message);
        Assert.DoesNotContain("0123456789ABCDEF", error.Message);
    }

    [Theory]
    [InlineData("08D7")]
    [InlineData("08d7b4")]
    [InlineData("08D7B4")]
    public void A_check_value_is_compared_as_far_as_it_goes(string expected)
        => KeyComponent.Create(BlockCipherAlgorithm.Tdes, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"), expected).Dispose();

    [Fact]
    public void A_component_entered_twice_is_noticed()
    {
        using var one = KeyComponent.Create(BlockCipherAlgorithm.Aes, new byte[16]);
        using var two = KeyComponent.Create(BlockCipherAlgorithm.Aes, [.. Enumerable.Repeat((byte)1, 16)]);
        using var three = KeyComponent.Create(BlockCipherAlgorithm.Aes, new byte[16]);
        CryptographyException error = Assert.Throws<CryptographyException>(() => KeyComponents.Join([one, two, three]));
        Assert.Equal(CryptographyError.KeyComponent, error.Error);
        Assert.Contains("1 and 3", error.Message);
    }

    [Fact]
    public void Components_must_be_several_and_of_one_kind()
    {
        using var aes = KeyComponent.Create(BlockCipherAlgorithm.Aes, new byte[16]);
        using var longer = KeyComponent.Create(BlockCipherAlgorithm.Aes, new byte[32]);
        using var tdes = KeyComponent.Create(BlockCipherAlgorithm.Tdes, new byte[16]);
        foreach (KeyComponent[] components in new KeyComponent[][] { [], [aes], [aes, longer], [aes, tdes] })
        {
            Assert.Equal(CryptographyError.KeyComponent, Assert.Throws<CryptographyException>(() => KeyComponents.Join(components)).Error);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void A_key_is_split_into_two_to_nine(int count)
        => Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(() => KeyComponents.Split(BlockCipherAlgorithm.Aes, new byte[16], count)).Error);

    [Fact]
    public void The_text_of_a_component_does_not_hold_it()
    {
        using var component = KeyComponent.Create(BlockCipherAlgorithm.Tdes, Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210"));
        Assert.Equal("Tdes component of 16 bytes, check value 08D7B4", $"{component}");
    }
}
