using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Cryptography.Primitives;
using Platform = PaymentCrypto.Tests.Local.Diagnosis.Corpus.Ciphers;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>By which method a check value was made. The values are the platform's own ciphers' and hashes'.</summary>
public sealed class CheckValueMethodTests
{
    private static readonly byte[] Two = Convert.FromHexString("2F3C1A7B9D5E60718293A4B5C6D7E8F9");
    private static readonly byte[] Three = SomeBlock.Kek;
    private static readonly byte[] Aes256 = SomeBlock.AesKek;

    // A block of zeros under 0123456789ABCDEF: the platform's TDES does not take one part alone.
    private static readonly byte[] OfSingleDes = Convert.FromHexString("D5D44FF720683D0D");

    public static TheoryData<string, bool, string, byte[]> Methods => new()
    {
        // word of the method, whether the key is AES, key, check value
        { "CMAC", false, Hex(Two), Platform.Cmac(false, Two, new byte[8]) },
        { "X9.24", true, Hex(Aes256), Platform.Ecb(true, Aes256, new byte[16]) },
        { "halves", false, Hex(Two), Platform.Ecb(false, [.. Two[8..], .. Two[..8]], new byte[8]) },
        { "halves", true, Hex(Aes256), Platform.Cmac(true, [.. Aes256[16..], .. Aes256[..16]], new byte[16]) },
        { "16 bytes", false, Hex(Three), Platform.Ecb(false, Three[..16], new byte[8]) },
        { "8 bytes", false, Hex(Three[..16]), OfSingleDes },
        { "8 bytes", false, Hex(Three), OfSingleDes },
        { "GlobalPlatform", true, Hex(Aes256), Platform.Ecb(true, Aes256, [.. Enumerable.Repeat((byte)1, 16)]) },
        { "SHA-256", true, Hex(Aes256), SHA256.HashData(Aes256) },
        { "SHA-1", false, Hex(Two), SHA1.HashData(Two) },
        { "HMAC", false, Hex(Three), HMACSHA256.HashData(Three, Array.Empty<byte>()) },
        { "AES", false, Hex(Two), Platform.Cmac(true, Two, new byte[16]) },
        { "AES", false, Hex(Three), Platform.Ecb(true, Three, new byte[16]) },
        { "TDES", true, Hex(Two), Platform.Ecb(false, Two, new byte[8]) },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_method_is_named(string word, bool aes, string key, byte[] value)
    {
        byte[] bytes = Convert.FromHexString(key);
        foreach (int digits in (int[])[4, 6])
        {
            ExchangeFinding fail = Told.First(Examine(aes, bytes, Convert.ToHexString(value)[..digits]));
            Assert.Equal(ExchangeCause.CheckValueMethod, fail.Check);
            Assert.StartsWith(Platform.CheckValue(aes, bytes), fail.Expected, StringComparison.Ordinal);
            Assert.Contains(aes ? "CMAC" : "X9.24", fail.Expected, StringComparison.Ordinal);
            string method = fail.Found[(fail.Found.IndexOf(':', StringComparison.Ordinal) + 1)..];
            Assert.Contains(word, method, StringComparison.Ordinal);
            Assert.False(word == "AES" && method.Contains("TDES", StringComparison.Ordinal), method);
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(16)]
    public void The_usual_value_passes_in_any_length_and_case(int digits)
    {
        string value = Convert.ToHexString(Platform.Ecb(false, Two, new byte[8]))[..digits];
        foreach (string written in (string[])[value, value.ToLowerInvariant(), value.Insert(2, " ")])
        {
            IReadOnlyList<ExchangeFinding> findings = Examine(false, Two, written);
            Assert.Equal(("CheckValue", 1), (findings.Passes(), findings.Count));
        }

        Assert.Equal("CheckValue", Examine(false, Two, Convert.ToHexString(Platform.Ecb(false, Two, [.. Enumerable.Repeat((byte)1, 8)]))[..6]).Fails());
        Assert.Equal("CheckValue", Examine(true, Aes256, Convert.ToHexString(Platform.Cmac(true, Aes256, new byte[16]))[..digits]).Passes());
    }

    // Nothing of a key whose check value no method gives is guessed: keys of another length have no other cipher or shorter form.
    [Theory]
    [InlineData(false, "0123456789ABCDEF")]
    [InlineData(false, "2F3C1A7B9D5E60718293A4B5C6D7E8F9")]
    [InlineData(false, "0123456789ABCDEFFEDCBA987654321089ABCDEF01234567")]
    [InlineData(true, "0123456789ABCDEFFEDCBA987654321089ABCDEF012345670123456789ABCDEF")]
    public void A_value_that_no_method_gives_fails_with_what_would_be_right(bool aes, string key)
    {
        byte[] bytes = Convert.FromHexString(key);
        ExchangeFinding fail = Told.First(Examine(aes, bytes, "9876543210"));
        Assert.Equal(ExchangeCause.CheckValue, fail.Check);
        Assert.Equal(bytes.Length == 8 ? Convert.ToHexString(OfSingleDes)[..6] : Platform.CheckValue(aes, bytes), fail.Expected);
    }

    // An AES key has no shorter TDES form: the value of its first bytes under DES is none of its own.
    [Fact]
    public void A_part_of_an_AES_key_is_no_TDES_key()
    {
        Assert.Equal("CheckValue", Examine(true, Three, Convert.ToHexString(Platform.Cmac(true, Three[..16], new byte[16]))[..6]).Fails());
        Assert.Equal("CheckValue", Examine(false, Two, Convert.ToHexString(Platform.Ecb(true, Two, [.. Enumerable.Repeat((byte)1, 16)]))[..6]).Fails());
        Assert.Equal("CheckValue", Examine(false, Two, Convert.ToHexString(Platform.Ecb(false, Two, [.. Enumerable.Repeat((byte)1, 8)]))[..6]).Fails());
        Assert.Equal("CheckValue", Examine(true, Aes256, Convert.ToHexString(Platform.Ecb(false, Aes256[..24], new byte[8]))[..6]).Fails());
    }

    [Theory]
    [InlineData("DA7", null)]
    [InlineData("DA", null)]
    [InlineData("DA7D", "DA7D")]
    [InlineData("DA7DC", null)]
    [InlineData(" da 7d c1 ", "DA7DC1")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF", "0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF01", null)]
    [InlineData("DA7DCG", null)]
    [InlineData("", null)]
    public void A_check_value_is_four_to_thirty_two_hex_digits(string text, string? digits)
    {
        Assert.Equal(digits, CheckValueMethods.Read(text));
        if (digits is null)
        {
            ExchangeFinding fail = Told.First(Examine(false, Two, text));
            Assert.Equal(ExchangeCause.CheckValueForm, fail.Check);
            Assert.StartsWith("4 to 32", fail.Expected, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<ExchangeFinding> Examine(bool aes, byte[] key, string value)
    {
        Examination examination = new();
        bool passed = CheckValueMethods.Examine(examination, aes ? BlockCipherAlgorithm.Aes : BlockCipherAlgorithm.Tdes, key, value, "key");
        Assert.Equal(passed, !examination.HasFailed);
        return examination.Findings;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
