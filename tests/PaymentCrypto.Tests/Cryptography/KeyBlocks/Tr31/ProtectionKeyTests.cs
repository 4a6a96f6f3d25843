using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

public sealed class ProtectionKeyTests
{
    // TR-31:2018 A.7.2.2 and A.7.4 (openemv), paysec for AES-192, ISO 20038 B.2 (openemv) for counter mode.
    [Theory]
    [InlineData(BlockCipherAlgorithm.Tdes, 0, "DD7515F2BFC17F85CE48F3CA25CB21F6", "698832F8778A7CFCBC79559DAB07B88A")]
    [InlineData(BlockCipherAlgorithm.Tdes, 1, "DD7515F2BFC17F85CE48F3CA25CB21F6", "DD6CEEC1782D8453671BF8358AF9DB47")]
    [InlineData(BlockCipherAlgorithm.Aes, 0, "00112233445566778899AABBCCDDEEFF0011223344556677", "F343DFB92345457EF5CB08309EEB65DEC170BE7B069FB351")]
    [InlineData(BlockCipherAlgorithm.Aes, 1, "00112233445566778899AABBCCDDEEFF", "063E785CE4C4C8FE54921839BD1F9ADF")]
    [InlineData(BlockCipherAlgorithm.Aes, 2, "3235362D62697420414553207772617070696E67202849534F20323030333829",
        "3A3D93E513CB591DCAC550C1554194F08ED9676770D25B727AD628E21B85D5CC")]
    public void The_derived_keys_are_the_published_ones(BlockCipherAlgorithm algorithm, int usage, string kbpk, string expected)
    {
        using var cipher = BlockCipher.Create(algorithm, Convert.FromHexString(kbpk));
        using SecretBuffer derived = ProtectionKeyDerivation.Derive(cipher, (ushort)usage);
        Assert.Equal(expected, Convert.ToHexString(derived.Span));
    }

    [Fact]
    public void Every_public_derivation_is_reproduced()
    {
        foreach (JsonElement record in SharedVectors.Records("tr31_kdf.json"))
        {
            string method = Text(record, "method");
            byte[] kbpk = Convert.FromHexString(Text(record, "kbpk"));
            using SecretBuffer encryption = Encryption(method, kbpk);
            using SecretBuffer authentication = Authentication(method, kbpk);
            Assert.Equal(
                (Text(record, "kbek"), Text(record, "kbak")),
                (Convert.ToHexString(encryption.Span), Convert.ToHexString(authentication.Span)));
        }
    }

    [Theory]
    [InlineData(true, 20)]
    [InlineData(true, 0)]
    [InlineData(false, 7)]
    [InlineData(false, 32)]
    public void A_KBPK_of_a_wrong_length_is_refused(bool aes, int length)
        => Assert.Equal(
            CryptographyError.InvalidKey,
            Assert.Throws<CryptographyException>(() =>
                aes ? KeyBlockProtectionKey.FromAes(new byte[length]) : KeyBlockProtectionKey.FromTdes(new byte[length])).Error);

    [Fact]
    public void Its_text_shows_the_check_value_and_not_the_key()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(Convert.FromHexString("3F419E1CB7079442AA37474C2EFBF8B8"));
        Assert.Equal("AES-128 key, check value 08793E", $"{kbpk}");
    }

    [Fact]
    public void Many_threads_may_unwrap_with_one_KBPK()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(new byte[32]);
        var header = Tr31KeyBlockHeader.Parse("D0000P0AE00E0000");
        (byte[] Key, Tr31KeyBlock Block)[] blocks = Enumerable.Range(1, 64)
            .Select(i => (Key: Enumerable.Repeat((byte)i, 16).ToArray(), Block: Tr31KeyBlock.Wrap(header, [.. Enumerable.Repeat((byte)i, 16)], kbpk)))
            .ToArray();
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            (byte[] key, Tr31KeyBlock block) = blocks[i % blocks.Length];
            using Tr31UnwrappedKey unwrapped = block.Unwrap(kbpk);
            Assert.Equal(key, unwrapped.Key.ToArray());
        });
    }

    [Fact]
    public void A_disposed_KBPK_refuses_work_whether_it_was_used_before_or_not()
    {
        Tr31KeyBlock block =
            WithKbpk(kbpk => Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0000P0AE00E0000"), new byte[16], kbpk), out KeyBlockProtectionKey used);
        var unused = KeyBlockProtectionKey.FromAes(new byte[32]);
        unused.Dispose();
        Assert.Throws<ObjectDisposedException>(() => block.Unwrap(used));
        Assert.Throws<ObjectDisposedException>(() => block.Unwrap(unused));
    }

    [Fact]
    public void An_unwrapped_key_is_gone_after_disposal()
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(new byte[32]);
        Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0000P0AE00E0000"), new byte[16], kbpk).Unwrap(kbpk);
        unwrapped.Dispose();
        Assert.Throws<ObjectDisposedException>(() => unwrapped.Key.Length);
    }

    private static Tr31KeyBlock WithKbpk(Func<KeyBlockProtectionKey, Tr31KeyBlock> use, out KeyBlockProtectionKey disposed)
    {
        using var kbpk = KeyBlockProtectionKey.FromAes(new byte[32]);
        disposed = kbpk;
        return use(kbpk);
    }

    private static SecretBuffer Encryption(string method, byte[] kbpk) => method.StartsWith("variant", StringComparison.Ordinal)
        ? ProtectionKeyDerivation.Variant(kbpk, ProtectionKeyDerivation.EncryptionVariant)
        : Derive(method, kbpk, method.Contains("CTR", StringComparison.Ordinal)
            ? ProtectionKeyDerivation.EncryptionCtrUsage
            : ProtectionKeyDerivation.EncryptionCbcUsage);

    private static SecretBuffer Authentication(string method, byte[] kbpk) => method.StartsWith("variant", StringComparison.Ordinal)
        ? ProtectionKeyDerivation.Variant(kbpk, ProtectionKeyDerivation.AuthenticationVariant)
        : Derive(method, kbpk, ProtectionKeyDerivation.AuthenticationUsage);

    private static SecretBuffer Derive(string method, byte[] kbpk, ushort usage)
    {
        using var cipher = BlockCipher.Create(method.Contains("AES", StringComparison.Ordinal) ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, kbpk);
        return ProtectionKeyDerivation.Derive(cipher, usage);
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
