using FsCheck.Xunit;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Tests.Cryptography.Pins;

/// <summary>What holds for every PIN, PAN and key.</summary>
public sealed class PinProperties
{
    private static readonly PinBlockFormat[] EightByteFormats = [PinBlockFormat.Iso0, PinBlockFormat.Iso1, PinBlockFormat.Iso2, PinBlockFormat.Iso3];

    [Property(MaxTest = 300)]
    public void A_PIN_that_goes_into_a_block_comes_out_of_it(int seed)
    {
        (Random random, string pin, string pan) = Any(seed);
        Span<char> read = new char[12];
        foreach (PinBlockFormat format in EightByteFormats)
        {
            byte[] block = new byte[PinBlock.Length];
            PinBlock.Encode(format, pin, pan, block);
            Assert.Equal(pin, read[..PinBlock.Decode(format, block, pan, read)].ToString());
        }

        using BlockCipher key = Key(random, BlockCipherAlgorithm.Aes, 16 + (8 * random.Next(3)));
        byte[] enciphered = new byte[AesPinBlock.Length];
        AesPinBlock.Encrypt(key, pin, pan, enciphered);
        Assert.Equal(pin, read[..AesPinBlock.Decrypt(key, enciphered, pan, read)].ToString());

        // The form with the twelve digits of format 0 in place of the PAN.
        if (pan.Length > 12)
        {
            AesPinBlock.Encrypt(key, pin, pan.AsSpan()[^13..^1], enciphered);
            Assert.Equal(pin, read[..AesPinBlock.Decrypt(key, enciphered, pan, read)].ToString());
        }
    }

    [Property(MaxTest = 300)]
    public void A_block_of_one_format_is_none_of_another(int seed)
    {
        (Random _, string pin, string pan) = Any(seed);
        foreach (PinBlockFormat format in EightByteFormats)
        {
            foreach (PinBlockFormat other in EightByteFormats.Where(other => other != format))
            {
                byte[] block = new byte[PinBlock.Length];
                PinBlock.Encode(format, pin, pan, block);
                char[] read = new char[12];
                Assert.Equal(CryptographyError.PinBlock, Assert.Throws<CryptographyException>(() => PinBlock.Decode(other, block, pan, read)).Error);
                Assert.Equal(new char[12], read);
            }
        }
    }

    [Property(MaxTest = 300)]
    public void An_offset_stands_for_its_PIN_and_for_no_other(int seed)
    {
        (Random random, string pin, string pan) = Any(seed);
        using BlockCipher key = Key(random, BlockCipherAlgorithm.Tdes, 16 + (8 * random.Next(2)));
        string table = string.Concat(Enumerable.Range(0, 16).Select(_ => random.Next(10)));
        var parameters = new Ibm3624Parameters(table, pan.AsSpan(0, Math.Min(16, pan.Length)), 'F');
        Span<char> offset = new char[random.Next(4, pin.Length + 1)];
        Ibm3624.Offset(key, parameters, pin, offset);
        Span<char> back = new char[pin.Length];
        Ibm3624.PinFromOffset(key, parameters, offset, back);
        Assert.Equal(pin[^offset.Length..], back[^offset.Length..].ToString());
        for (int length = 4; length <= offset.Length; length++)
        {
            Assert.True(Ibm3624.Verify(key, parameters, offset, pin, length));
            char[] wrong = pin.ToCharArray();
            int at = wrong.Length - 1 - random.Next(length);
            wrong[at] = (char)('0' + ((wrong[at] - '0' + random.Next(1, 10)) % 10));
            Assert.False(Ibm3624.Verify(key, parameters, offset, wrong, length));
        }
    }

    [Property(MaxTest = 300)]
    public void A_PIN_verification_value_verifies_its_PIN(int seed)
    {
        (Random random, string pin, string pan) = Any(seed);
        using BlockCipher key = Key(random, BlockCipherAlgorithm.Tdes, 16);
        int index = random.Next(10);
        Span<char> value = new char[4];
        VisaPinVerificationValue.Generate(key, pan, index, pin, value);
        Assert.True(VisaPinVerificationValue.Verify(key, pan, index, pin, value));
        char[] wrong = value.ToArray();
        int at = random.Next(4);
        wrong[at] = (char)('0' + ((wrong[at] - '0' + random.Next(1, 10)) % 10));
        Assert.False(VisaPinVerificationValue.Verify(key, pan, index, pin, wrong));
    }

    private static (Random Random, string Pin, string Pan) Any(int seed)
    {
        var random = new Random(seed);
        return (random, Digits(random, 4, 12), Digits(random, 12, 19));
    }

    private static string Digits(Random random, int shortest, int longest)
        => string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => random.Next(10)));

    private static BlockCipher Key(Random random, BlockCipherAlgorithm algorithm, int length)
    {
        byte[] key = new byte[length];
        random.NextBytes(key);
        return BlockCipher.Create(algorithm, key);
    }
}
