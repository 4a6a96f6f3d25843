using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using static PaymentCrypto.Tests.Cryptography.Witnesses.Other;

namespace PaymentCrypto.Tests.Cryptography.Witnesses;

/// <summary>Keys, cryptograms and scripts of EMV by their formulas over BouncyCastle's ciphers.</summary>
public sealed class EmvReferenceTests
{
    private readonly Random _random = new(20);

    [Fact]
    public void Card_keys_agree()
    {
        byte[] master = _random.Bytes(16);
        foreach (int length in new[] { 12, 16, 17, 18, 19 })
        {
            string digits = _random.Digits(length) + "01";
            byte[] optionA = Convert.FromHexString(digits.PadLeft(16, '0')[^16..]);
            using SecretBuffer a = EmvCardKey.DeriveOptionA(master, digits.AsSpan(..^2), "01");
            AssertKey(Tdes(master, [.. optionA, .. Not(optionA)]), a);

#pragma warning disable CA5350 // EMV 4.3 book 2, A1.4.2.
            byte[] hash = SHA1.HashData(Convert.FromHexString((digits.Length % 2 == 0 ? string.Empty : "0") + digits));
#pragma warning restore CA5350
            byte[] optionB = length > 16 ? Convert.FromHexString(Decimalise(hash, 0)[..16]) : optionA;
            using SecretBuffer b = EmvCardKey.DeriveOptionB(master, digits.AsSpan(..^2), "01");
            AssertKey(Tdes(master, [.. optionB, .. Not(optionB)]), b);
        }
    }

    [Fact]
    public void Session_keys_agree()
    {
        byte[] card = _random.Bytes(16);
        byte[] counter = _random.Bytes(2);
        byte[] number = _random.Bytes(4);
        byte[] diversifier = _random.Bytes(8);
        using SecretBuffer common = EmvSessionKey.Common(card, diversifier);
        AssertKey(FromDiversifier(card, diversifier), common);
        using SecretBuffer mastercard = EmvSessionKey.Mastercard(card, counter, number);
        AssertKey(FromDiversifier(card, [.. counter, 0, 0, .. number]), mastercard);

        // Zeros and the counter, zeros and its complement: XOR for Visa and American Express, encrypted for UnionPay (PBOC 3.0 part 7).
        byte[] both = [0, 0, 0, 0, 0, 0, .. counter, 0, 0, 0, 0, 0, 0, .. Not(counter)];
        using SecretBuffer visa = EmvSessionKey.Visa(card, counter);
        AssertKey(Xor(card, both), visa);
        using SecretBuffer amex = EmvSessionKey.Amex(card, counter);
        AssertKey(Xor(card, both), amex);
        using SecretBuffer unionPay = EmvSessionKey.UnionPay(card, counter);
        AssertKey(Tdes(card, both), unionPay);
    }

    // EMV 2000 book 2, A1.3: a tree of height 8 whose nodes have four branches each.
    [Fact]
    public void A_leaf_of_the_tree_agrees()
    {
        byte[] card = _random.Bytes(16);
        byte[] counter = [0x9C, 0x35];
        byte[] grandparent = new byte[16];
        byte[] parent = card;
        for (int level = 7; level >= 0; level--)
        {
            byte branch = (byte)(0x9C35 / (1 << (2 * level)) % 4);
            byte[] left = Xor(grandparent[..8], [0, 0, 0, 0, 0, 0, 0, branch]);
            byte[] right = Xor(grandparent[8..], [0, 0, 0, 0, 0, 0, 0, (byte)(branch ^ 0xF0)]);
            byte[] child = Tdes(parent, [.. left, .. right]);
            (grandparent, parent) = (parent, level == 0 ? Xor(child, grandparent) : child);
        }

        using SecretBuffer leaf = EmvSessionKey.Emv2000(card, counter);
        AssertKey(parent, leaf);
    }

    [Fact]
    public void Cryptograms_and_scripts_agree()
    {
        byte[] key = _random.Bytes(16);
        byte[] request = _random.Bytes(8);
        byte[] code = _random.Bytes(2);
        byte[] status = _random.Bytes(4);
        byte[] proprietary = _random.Bytes(5);
        byte[] data = _random.Bytes(29);
        byte[] eight = new byte[8];
        byte[] four = new byte[4];

        EmvCryptogram.Request(key, [.. data, 0x80, 0, 0], eight);
        Assert.Equal(RetailMac(key, data), eight);
        EmvCryptogram.ResponseMethod1(key, request, code, eight);
        Assert.Equal(Tdes(key, Xor(request, [.. code, 0, 0, 0, 0, 0, 0])), eight);
        EmvCryptogram.ResponseMethod2(key, request, status, proprietary, four);
        Assert.Equal(RetailMac(key, [.. request, .. status, .. proprietary])[..4], four);
        EmvScript.Mac(key, data, eight);
        Assert.Equal(RetailMac(key, data), eight);

        byte[] mask = [0, 0, 0, 0, .. key[4..8]];
        EmvScript.VisaPinBlock(key, "12345", default, eight);
        Assert.Equal(Xor(mask, Convert.FromHexString("0512345FFFFFFFFF")), eight);
        EmvScript.VisaPinBlock(key, "12345", "9876", eight);
        Assert.Equal(Xor(Xor(mask, Convert.FromHexString("0512345FFFFFFFFF")), Convert.FromHexString("9876000000000000")), eight);
    }

    private static byte[] FromDiversifier(byte[] card, byte[] diversifier)
    {
        byte[] left = [.. diversifier[..2], 0xF0, .. diversifier[3..]];
        byte[] right = [.. diversifier[..2], 0x0F, .. diversifier[3..]];
        return Tdes(card, [.. left, .. right]);
    }

    private static byte[] Not(byte[] bytes) => [.. bytes.Select(value => (byte)~value)];

    private static void AssertKey(byte[] theirs, SecretBuffer ours) => Assert.Equal(Convert.ToHexString(Odd(theirs)), Convert.ToHexString(ours.Span));
}
