using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using static PaymentCrypto.Tests.Cryptography.Witnesses.Other;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>AS 2805 by its formulas over BouncyCastle's ciphers.</summary>
public sealed class As2805ReferenceTests
{
    private static readonly byte[] Zero = new byte[8];

    private readonly Random _random = new(2805);

    [Fact]
    public void A_wrapped_key_agrees()
    {
        byte[] kek = _random.Bytes(16);
        byte[] key = _random.Bytes(24);
        foreach (As2805KeyVariant variant in Enum.GetValues<As2805KeyVariant>())
        {
            Assert.Equal(TdesCbc(Masked(kek, (ushort)variant), Zero, key), As2805Cryptogram.Wrap(kek, variant, key));
        }
    }

    // The answer is the complement of what was sent, under the other mask.
    [Fact]
    public void The_proof_of_a_KEK_agrees()
    {
        byte[] kek = _random.Bytes(16);
        byte[] random = _random.Bytes(16);
        byte[] sent = As2805KekValidation.Send(kek, 0x8282, random);
        Assert.Equal(TdesCbc(Masked(kek, 0x8282), Zero, random), sent);
        byte[] answer = Odd([.. random.Select(value => (byte)~value)]);
        Assert.Equal(TdesCbc(Masked(kek, 0x8484), Zero, answer), As2805KekValidation.Receive(kek, 0x8282, 0x8484, sent));
    }

    [Fact]
    public void The_PIN_key_of_a_transaction_agrees()
    {
        byte[] key = _random.Bytes(16);
        byte[] data = Convert.FromHexString("123456" + "0000000000" + "0000" + "000000012345");
        byte[] first = TdesCbc(key, Zero, data);
        using var cipher = BlockCipher.CreateTdes(key);
        using SecretBuffer derived = As2805PinKey.Derive(cipher, "123456", "000000012345");
        Assert.Equal(Xor(TdesCbc(key, first[8..], data), data), derived.Span.ToArray());
    }

    [Fact]
    public void A_MAC_agrees()
    {
        byte[] key = _random.Bytes(16);
        byte[] mac = new byte[4];
        As2805Mac.Compute(key, [1, 2, 3], mac);
        Assert.Equal(Tdes(key, [1, 2, 3, 0, 0, 0, 0, 0])[..4], mac);
    }

    private static byte[] Masked(byte[] kek, ushort mask) => [.. kek.Select((value, i) => (byte)(value ^ (i % 2 == 0 ? mask >> 8 : mask)))];
}
