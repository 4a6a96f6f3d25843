using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Tests.Local.Diagnosis.Corpus;

/// <summary>Keys under RSA, and under variants of AS 2805: good ones, and one fault each.</summary>
internal static class CryptogramCases
{
    private const int Ecb = -1;

    public static ExchangeCase Good(Random random) => Rsa(random, random.Tdes(24), RSAEncryptionPadding.OaepSHA256);

    public static ExchangeCase GoodVariant(Random random) => Variant(random, mask: 0x28C0);

    public static IEnumerable<(string Class, Func<Random, ExchangeCase> Make)> All()
    {
        yield return ("OAEP with another hash",
            static random => Rsa(random, random.Tdes(24), random.Pick(RSAEncryptionPadding.OaepSHA1, RSAEncryptionPadding.OaepSHA512), "CryptogramPadding"));
        yield return ("PKCS#1 v1.5", static random => Rsa(random, random.Tdes(24), RSAEncryptionPadding.Pkcs1, "CryptogramPadding"));
        yield return ("hex digits of the key",
            static random => Rsa(random, Encoding.ASCII.GetBytes(Convert.ToHexString(random.Tdes(24))), RSAEncryptionPadding.OaepSHA256, "CryptogramContent"));
        yield return ("key of two parts for three", static random => Rsa(random, random.Tdes(16), RSAEncryptionPadding.OaepSHA256, "CryptogramKeyLength"));
        yield return ("cryptogram without its first byte", static random =>
        {
            ExchangeCase good = Good(random);
            return new("", good.Evidence with { Material = good.Evidence.Material[2..] }, "CryptogramLength");
        }
        );
        yield return ("cryptogram for another token", static random => OtherRecipient(random, known: true));
        yield return ("cryptogram for somebody else", static random => OtherRecipient(random, known: false));
        yield return ("another variant", static random => Variant(random, random.Pick(0x24C0, 0x22C0, 0), cause: "CryptogramVariant"));
        yield return ("variant key in ECB", static random => Variant(random, Ecb, cause: "CryptogramMode"));
        yield return ("another key encryption key", static random => Variant(random, 0x28C0, other: true, cause: "ProtectionKeyOther"));
    }

    private static ExchangeCase Rsa(Random random, byte[] content, RSAEncryptionPadding padding, string? cause = null)
    {
        using RSA recipient = Tr34Fixture.Certificate("krd").GetRSAPublicKey()!;
        return new("", new ExchangeEvidence
        {
            Material = Convert.ToHexString(recipient.Encrypt(content, padding)),
            ValidAt = Dice.Now,
            Algorithm = KeyAlgorithm.Tdes3Key,
            KeyCheckValue = content.Length == 24 ? Ciphers.CheckValue(false, content) : null,
            Recipient = TokenCases.Receiver("krd"),
        }, cause is null ? [] : [cause]);
    }

    private static ExchangeCase OtherRecipient(Random random, bool known)
    {
        ExchangeCase good = Good(random);
        ExchangeCase other =
            new("", good.Evidence with { Recipient = TokenCases.Receiver("kdh_other") }, known ? "CryptogramRecipient" : "CryptogramDecryption");
        return known ? other with
        {
            Stored = static facts =>
            facts.Recipients.Add(new TokenRecipient("import-token-x", Tr34Fixture.Certificate("krd"), Tr34Fixture.Key("krd"), IsGiven: false))
        } : other;
    }

    private static ExchangeCase Variant(Random random, int mask, bool other = false, string? cause = null)
    {
        byte[] kek = random.Tdes(24);
        byte[] key = random.Tdes(16);
        byte[] varied = [.. kek.Select((b, i) => (byte)(b ^ (i % 2 == 0 ? mask >> 8 : mask & 0xFF)))];
        byte[] cryptogram = mask == Ecb
            ? [.. Ciphers.Ecb(false, kek, key[..8]), .. Ciphers.Ecb(false, kek, key[8..])]
            : Ciphers.Cbc(false, varied, new byte[8], key);
        byte[] given = other ? random.Tdes(24) : kek;
        return new("", new ExchangeEvidence
        {
            Material = Convert.ToHexString(cryptogram),
            ValidAt = Dice.Now,
            As2805KeyVariant = As2805KeyVariant.PinEncryptionKeyVariant28,
            KeyCheckValue = Ciphers.CheckValue(false, key),
            Keys = [Dice.Given(false, given)],
        }, cause is null ? [] : [cause])
        {
            Stored = other ? facts => facts.AddKey("alias/right", KeyAlgorithm.Tdes3Key, kek, isGiven: false) : null,
        };
    }
}
