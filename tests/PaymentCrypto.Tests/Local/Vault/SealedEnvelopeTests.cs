using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Tests.Local.Vault;

/// <summary>The envelope of a secret: what opens it, what does not, and that no bytes from outside do anything else.</summary>
public sealed class SealedEnvelopeTests : IDisposable
{
    private static readonly SecretIdentity Identity = SecretIdentity.Of("test.secret", "one", "two");

    private readonly AesGcm _cipher = SealedEnvelope.Cipher(Convert.FromHexString("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F"));

    public void Dispose() => _cipher.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    public void A_secret_opens_with_what_it_was_sealed_for(int length)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(length);

        using SecretBuffer? opened = SealedEnvelope.TryOpen(_cipher, SealedEnvelope.Seal(_cipher, secret, Identity.Encoded), Identity.Encoded);

        Assert.Equal(secret, opened!.Span.ToArray());
    }

    [Fact]
    public void Every_changed_byte_and_every_other_length_is_refused()
    {
        byte[] envelope = SealedEnvelope.Seal(_cipher, new byte[5], Identity.Encoded);
        for (int position = 0; position < envelope.Length; position++)
        {
            byte[] changed = [.. envelope];
            changed[position] ^= 1;
            Assert.Null(SealedEnvelope.TryOpen(_cipher, changed, Identity.Encoded));
            Assert.Null(SealedEnvelope.TryOpen(_cipher, envelope.AsSpan(0, position), Identity.Encoded));
        }

        Assert.Null(SealedEnvelope.TryOpen(_cipher, [.. envelope, 0], Identity.Encoded));
    }

    // The lengths are sealed with the facts, so no fact can lend a letter to its neighbour.
    [Theory]
    [InlineData("test.secre", "tone", "two")]
    [InlineData("test.secret", "onet", "wo")]
    [InlineData("test.secret", "two", "one")]
    [InlineData("test.secret", "one", "")]
    [InlineData("test.other", "one", "two")]
    public void A_secret_of_another_record_is_refused(string kind, string first, string second)
    {
        byte[] envelope = SealedEnvelope.Seal(_cipher, new byte[16], Identity.Encoded);

        Assert.Null(SealedEnvelope.TryOpen(_cipher, envelope, SecretIdentity.Of(kind, first, second).Encoded));
    }

    [Fact]
    public void No_character_of_a_fact_stands_for_the_border_between_two() =>
        Assert.False(SecretIdentity.Of("kind", "one\0\0\0\u0003two").Encoded.SequenceEqual(SecretIdentity.Of("kind", "one", "two").Encoded)
            || SecretIdentity.Of("kind", "one\0\0\0\0two").Encoded.SequenceEqual(SecretIdentity.Of("kind", "one", "two").Encoded));

    // GCM gives the key away when a nonce comes twice.
    [Fact]
    public void No_nonce_comes_twice_and_the_secret_is_not_to_be_seen()
    {
        byte[] secret = new byte[24];
        byte[] one = SealedEnvelope.Seal(_cipher, secret, Identity.Encoded);
        byte[] other = SealedEnvelope.Seal(_cipher, secret, Identity.Encoded);

        Assert.NotEqual(one[1..13], other[1..13]);
        Assert.NotEqual(secret, one[13..^16]);
        Assert.NotEqual(one[13..^16], other[13..^16]);
    }

    [Fact]
    public void Two_new_keys_are_32_bytes_each_and_not_alike()
    {
        using SecretBuffer one = SealedEnvelope.NewKey();
        using SecretBuffer other = SealedEnvelope.NewKey();

        Assert.Equal((32, 32), (one.Length, other.Length));
        Assert.False(one.Span.SequenceEqual(other.Span));
    }
}
