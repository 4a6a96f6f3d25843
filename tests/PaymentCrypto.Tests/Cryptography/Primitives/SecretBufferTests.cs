using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.Primitives;

public sealed class SecretBufferTests
{
    [Fact]
    public void Disposing_zeroes_the_very_memory_and_ends_access()
    {
        var secret = SecretBuffer.CopyOf([1, 2, 3]);
        Span<byte> memory = secret.Span;
        secret.Dispose();
        Assert.Equal([0, 0, 0], memory.ToArray());
        Assert.Throws<ObjectDisposedException>(() => secret.Span.Length);
    }

    [Fact]
    public void Its_text_is_its_length_and_nothing_else()
    {
        using var secret = SecretBuffer.CopyOf([0xAB, 0xCD]);
        Assert.Equal("SecretBuffer (2 bytes)", $"{secret}");
    }

    [Fact]
    public void A_copy_is_independent_of_its_source()
    {
        byte[] source = [1, 2];
        using var copy = SecretBuffer.CopyOf(source);
        source[0] = 9;
        Assert.Equal([1, 2], copy.Span.ToArray());
    }

    [Theory]
    [InlineData("0123G5", "character 5 of 6")]
    [InlineData("01 23", "character 3 of 5")]
    [InlineData("012", "3 hex digits")]
    public void Bad_hex_is_refused_with_the_place_and_without_the_value(string text, string place)
    {
        foreach (Action parse in new Action[] { () => HexText.Parse(text, "KBPK"), () => HexText.ParseSecret(text, "KBPK") })
        {
            CryptographyException error = Assert.Throws<CryptographyException>(parse);
            Assert.Equal(CryptographyError.InvalidHex, error.Error);
            Assert.Contains(place, error.Message);
            Assert.Contains("KBPK", error.Message);
            Assert.DoesNotContain(text, error.Message);
        }
    }

    [Fact]
    public void Hex_of_either_case_is_read()
    {
        using SecretBuffer secret = HexText.ParseSecret("aBcD09", "key");
        Assert.Equal([0xAB, 0xCD, 0x09], secret.Span.ToArray());
        Assert.Equal("ABCD09", HexText.Format(secret.Span));
    }
}
