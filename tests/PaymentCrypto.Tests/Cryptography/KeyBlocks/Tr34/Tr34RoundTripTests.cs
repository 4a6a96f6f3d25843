using System.Numerics;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

public sealed class Tr34RoundTripTests
{
    public sealed record Exchange(Tr34Dialect Dialect, Tr34Cipher? Cipher, byte[]? Nonce, string Header, byte[] Key, bool WithRevocationList)
    {
        public override string ToString() => $"{Dialect} {Cipher} nonce {Nonce?.Length} {Header} {Key.Length} bytes, list {WithRevocationList}";
    }

    [Property(MaxTest = 200, Arbitrary = [typeof(Tr34RoundTripTests)])]
    public void What_a_sender_wraps_a_receiver_opens_in_every_dialect(Exchange exchange)
    {
        Tr34CreateOptions options = Tr34Fixture.Sender(
            exchange.Nonce, exchange.Dialect, exchange.Cipher, exchange.WithRevocationList ? Tr34Fixture.Crl("crl_empty") : null);

        byte[] token = Tr34KeyBlock.Create(exchange.Key, exchange.Header, options);
        using Tr34OpenedKey opened = Tr34KeyBlock.Open(token, Tr34Fixture.Receiver(exchange.Nonce, requireRevocationList: exchange.WithRevocationList));

        Assert.Equal(exchange.Key, opened.Key.ToArray());
        Assert.Equal(exchange.Header, opened.Header);
        Assert.Equal(exchange.Dialect, opened.Block.Dialect);
        Assert.Equal(Tr34SignatureForm.AsReceived, opened.SignatureForm);
        Assert.Equal(exchange.Nonce is null ? Tr34Fixture.Now : null, opened.Block.SigningTime);
        Assert.Equal(exchange.WithRevocationList ? 1 : 0, opened.Block.RevocationLists.Count);
        if (exchange.Cipher is { } cipher)
        {
            Assert.Equal(cipher, opened.Block.Cipher);
        }
    }

    [Theory]
    [InlineData(Tr31Algorithm.Tdes, 16, "D0112K0TB00E0000", Tr34Cipher.TripleDes)]
    [InlineData(Tr31Algorithm.Tdes, 24, "D0112K0TB00E0000", Tr34Cipher.TripleDes)]
    [InlineData(Tr31Algorithm.Aes, 16, "D0144K0AB00E0000", Tr34Cipher.Aes128)]
    [InlineData(Tr31Algorithm.Aes, 32, "D0144K0AB00E0000", Tr34Cipher.Aes256)]
    [InlineData(Tr31Algorithm.Hmac, 14, "D0080K0HB00E0000", Tr34Cipher.Aes128)]
    [InlineData(Tr31Algorithm.Hmac, 15, "D0112K0HB00E0000", Tr34Cipher.Aes128)]
    public void A_header_by_fields_gets_the_length_that_the_service_writes(Tr31Algorithm algorithm, int length, string expected, Tr34Cipher cipher)
    {
        var header = new Tr31KeyBlockHeader
        {
            Version = Tr31Version.D,
            KeyUsage = Tr31KeyUsage.FromHeader('K', '0'),
            Algorithm = algorithm,
            ModeOfUse = Tr31ModeOfUse.EncryptAndDecrypt,
            Exportability = Tr31Exportability.Exportable,
        };

        var block = Tr34KeyBlock.Parse(Tr34KeyBlock.Create(RandomNumberGenerator.GetBytes(length), header, Tr34Fixture.Sender(new byte[8])));

        Assert.Equal(expected, block.Header);
        Assert.Equal(cipher, block.Cipher);
    }

    [Fact]
    public void A_header_that_has_a_length_keeps_it()
    {
        byte[] token = Tr34KeyBlock.Create(new byte[16], Tr31KeyBlockHeader.Parse("D9999K0TB00E0000"), Tr34Fixture.Sender(new byte[8]));
        Assert.Equal("D9999K0TB00E0000", Tr34KeyBlock.Parse(token).Header);
    }

    // Modules that check the parity of keys check that of an ephemeral TDES key too.
    [Fact]
    public void An_ephemeral_TDES_key_has_odd_parity()
    {
        var token = Tr34KeyBlock.Parse(Tr34KeyBlock.Create(new byte[16], "D9999K0TB00E0000", Tr34Fixture.Sender(new byte[8])));
        byte[] ephemeral = Tr34Fixture.Key("krd").Decrypt(token.EncryptedKey.Span, RSAEncryptionPadding.OaepSHA256);
        Assert.Equal(24, ephemeral.Length);
        Assert.All(ephemeral, part => Assert.Equal(1, BitOperations.PopCount(part) % 2));
        using Tr34OpenedKey opened = token.Open(Tr34Fixture.Receiver(new byte[8]));
        Assert.StartsWith("128-bit key", opened.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_layout_is_the_one_of_the_service_byte_for_byte_where_nothing_is_random()
    {
        // Ephemeral key, IV and what depends on them differ; everything else of the generated sample has to come out the same.
        byte[] sample = Tr34Fixture.Token("aws_import_2tdea_3des");
        byte[] nonce = Convert.FromHexString("1B5C9D0E2F3A4857");

        byte[] token = Tr34KeyBlock.Create(Convert.FromHexString("C1F8B0D5A74A6E9DE54C7F0BAD3E8A61"), "D9999K0TB00E0000", Tr34Fixture.Sender(nonce));

        Assert.Equal(Skeleton(sample), Skeleton(token));
    }

    [Theory]
    [InlineData("aws_import_aes128_rsa3072", Tr34Dialect.Aws, "krd_3072")]
    [InlineData("annexb_layout_seq_crl", Tr34Dialect.AnnexB, "krd")]
    [InlineData("annexb_repaired_seq_crl", Tr34Dialect.AnnexBRepaired, "krd")]
    [InlineData("futurex_like_v73", Tr34Dialect.Futurex, "krd")]
    [InlineData("strict_cms_sorted_aes256", Tr34Dialect.StrictCms, "krd")]
    public void Every_layout_is_written_as_its_sample_has_it(string id, Tr34Dialect dialect, string recipient)
    {
        var sample = Tr34KeyBlock.Parse(Tr34Fixture.Token(id));
        byte[] key = Convert.FromHexString(Tr34Fixture.Records[id].GetProperty("key").GetString()!);
        byte[]? list = sample.RevocationLists.Count == 0 ? null : sample.RevocationLists[0].ToArray();

        byte[] token = Tr34KeyBlock.Create(
            key, sample.Header, Tr34Fixture.Sender(sample.RandomNonce!.Value.ToArray(), dialect, revocationList: list, recipient: recipient));

        Assert.Equal(Skeleton(sample.Encoded.ToArray()), Skeleton(token));
    }

    public static Arbitrary<Exchange> Exchanges()
    {
        Gen<(char, int)> keys = Gen.Elements(('T', 16), ('T', 24), ('A', 16), ('A', 24), ('A', 32), ('D', 8), ('H', 20), ('H', 64), ('H', 1));
        Gen<Tr34Cipher?> ciphers = Gen.Elements<Tr34Cipher?>(null, Tr34Cipher.TripleDes, Tr34Cipher.Aes128, Tr34Cipher.Aes192, Tr34Cipher.Aes256);
        Gen<byte[]?> nonces = Gen.OneOf(Gen.Constant<byte[]?>(null), Gen.Choose(8, 16).Select(length => (byte[]?)RandomNumberGenerator.GetBytes(length)));
        Gen<Exchange> generator =
            from dialect in Gen.Elements(Enum.GetValues<Tr34Dialect>())
            from cipher in ciphers
            from nonce in nonces
            from key in keys
            from tail in Gen.Elements("0000", "0100KS18FFFF9876543210E00000", "0200KC0A00ABCDEFLB08TEST")
            from list in Gen.Elements(true, false)
            select new Exchange(dialect, cipher, nonce, $"D9999K0{key.Item1}B00E{tail}", RandomNumberGenerator.GetBytes(key.Item2), list);
        return generator.ToArbitrary();
    }

    /// <summary>The token with zeros for what is random or follows from it.</summary>
    private static string Skeleton(byte[] token)
    {
        var block = Tr34KeyBlock.Parse(token);
        string hex = Convert.ToHexString(token);
        foreach (ReadOnlyMemory<byte> part in new[] { block.Signature, block.MessageDigest, block.EncryptedKey, block.InitializationVector, block.Ciphertext })
        {
            hex = hex.Replace(Convert.ToHexString(part.Span), new string('0', part.Length * 2), StringComparison.Ordinal);
        }

        return hex;
    }
}
