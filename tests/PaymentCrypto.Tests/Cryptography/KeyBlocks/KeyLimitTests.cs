using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.As2805;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Certificates;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;
using static PaymentCrypto.Tests.Cryptography.Limits;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks;

/// <summary>The lengths of check values, cryptograms, components and random keys, from both sides of each limit.</summary>
public sealed class KeyLimitTests
{
    [Fact]
    public void A_check_value_has_a_byte_to_as_many_as_its_method_makes()
    {
        byte[] key = new byte[16];
        Assert.Equal(2, KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key, 1).Length);
        Assert.Equal(16, KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key, 8).Length);
        Assert.Equal(32, KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, key, 16).Length);
        Assert.Equal(64, KeyCheckValue.Hmac(HmacHash.Sha256, key, 32).Length);
        InvalidArgument(
            () => KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key, 0),
            () => KeyCheckValue.AnsiX924(BlockCipherAlgorithm.Tdes, key, 9),
            () => KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, key, 0),
            () => KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, key, 17),
            () => KeyCheckValue.Hmac(HmacHash.Sha256, key, 0),
            () => KeyCheckValue.Hmac(HmacHash.Sha256, key, 33));
    }

    // RFC 8017 7.1.1: as long as the modulus less two hashes and two bytes.
    [Theory]
    [InlineData(RsaOaepHash.Sha256, 190)]
    [InlineData(RsaOaepHash.Sha512, 126)]
    public void A_cryptogram_holds_what_OAEP_leaves_of_2048_bits(RsaOaepHash hash, int longest)
    {
        Assert.Equal(256, RsaKeyCryptogram.Wrap(new byte[longest], Tr34Fixture.Key("krd"), hash).Length);
        CryptographyException refusal = Tr34Fixture.Refused(
            CryptographyError.CryptogramKeyLength, () => RsaKeyCryptogram.Wrap(new byte[longest + 1], Tr34Fixture.Key("krd"), hash));
        Assert.Contains(hash == RsaOaepHash.Sha256 ? "SHA-256" : "SHA-512", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_has_a_key_on_a_curve()
        => Refused(CryptographyError.KeyAgreementCurve, () => EcdhPublicKey.Parse(TestCertificates.Rsa2048.ExportSubjectPublicKeyInfo()));

    [Fact]
    public void A_key_has_two_to_nine_components_whose_check_values_have_two_bytes_or_more()
    {
        byte[] key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");
        foreach (int count in new[] { 2, 9 })
        {
            IReadOnlyList<KeyComponent> components = KeyComponents.Split(BlockCipherAlgorithm.Tdes, key, count);
            Assert.Equal(count, components.Count);
            Assert.Equal(count, components.Select(component => component.CheckValue).Distinct().Count());
            using SecretBuffer joined = KeyComponents.Join(components);
            Assert.Equal(key, joined.Span.ToArray());
        }

        // openssl: des-ede of a zero block.
        foreach (string checkValue in new[] { "08D7", "08D7B4FB629D0885" })
        {
            KeyComponent.Create(BlockCipherAlgorithm.Tdes, key, checkValue);
        }
    }

    [Fact]
    public void A_KEK_of_AS_2805_proves_itself_by_a_random_key_of_DES()
    {
        byte[] kek = new byte[16];
        foreach (int length in new[] { 8, 16, 24 })
        {
            Assert.Equal(length, As2805KekValidation.Receive(kek, 1, 2, As2805KekValidation.Send(new byte[24], 1, new byte[length])).Length);
        }

        InvalidArgument(
            () => As2805KekValidation.Send(kek, 1, new byte[7]),
            () => As2805KekValidation.Send(kek, 1, new byte[32]),
            () => As2805KekValidation.Receive(kek, 1, 2, new byte[12]));
        InvalidKey(() => As2805KekValidation.Send(new byte[8], 1, new byte[16]), () => As2805KekValidation.Receive(new byte[32], 1, 2, new byte[16]));
    }
}
