using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Examinations;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;

/// <summary>What is done to key encryption keys on the way, so that the sender wraps under other bytes than were given.</summary>
public sealed class KeyMistakeTests
{
    private static readonly byte[] Three = SomeBlock.Kek;
    private static readonly byte[] Two = SomeBlock.Another(9, 16);
    private static readonly byte[] Aes256 = SomeBlock.AesKek;
    private static readonly byte[] Aes192 = SomeBlock.AesKek[..24];
    private static readonly byte[] Aes128 = SomeBlock.AesKek[..16];

    public static TheoryData<string, string, bool, string, bool> Mistakes => new()
    {
        // check, given key, whether it is AES, sender's key, whether it is AES
        { "ProtectionKeyHalves", Hex(Two), false, Hex(Two[8..], Two[..8]), false },
        { "ProtectionKeyHalves", Hex(Three), false, Hex(Three[16..], Three[8..16], Three[..8]), false },
        { "ProtectionKeyHalves", Hex(Three), false, Hex(Three[8..], Three[..8]), false },
        { "ProtectionKeyHalves", Hex(Aes128), true, Hex(Aes128[8..], Aes128[..8]), true },
        { "ProtectionKeyHalves", Hex(Aes192), true, Hex(Aes192[16..], Aes192[8..16], Aes192[..8]), true },
        { "ProtectionKeyHalves", Hex(Aes256), true, Hex(Aes256[16..], Aes256[..16]), true },
        { "ProtectionKeyLength", Hex(Three), false, Hex(Three[..16]), false },
        { "ProtectionKeyLength", Hex(Aes192), true, Hex(Aes192[..16]), true },
        { "ProtectionKeyLength", Hex(Aes256), true, Hex(Aes256[..16]), true },
        { "Tr31ProtectionKeyMismatch", Hex(Two), false, Hex(Two), true },
        { "Tr31ProtectionKeyMismatch", Hex(Three), false, Hex(Three), true },
        { "Tr31ProtectionKeyMismatch", Hex(Aes128), true, Hex(Aes128), false },
        { "Tr31ProtectionKeyMismatch", Hex(Aes192), true, Hex(Aes192), false },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named(string check, string given, bool isAes, string used, bool usedIsAes)
    {
        string text = ((usedIsAes ? SomeBlock.Aes : SomeBlock.Tdes) with { ProtectionKey = Convert.FromHexString(used) }).Text();
        using ProtectionKeyCandidate key = SomeBlock.Given(Convert.FromHexString(given), isAes);
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(text, null, key);
        ExchangeFinding fail = Told.First(findings);
        Assert.Equal((check, check), (fail.Check, findings.Fails()));
        Assert.EndsWith(key.ToString(), fail.Expected, StringComparison.Ordinal);
    }

    // AS 2805, Atalla and IBM-like variants, on every byte or on the first of each part of eight.
    [Fact]
    public void A_variant_of_a_TDES_key_is_named()
    {
        byte[] masks = [0x08, 0x10, 0x18, 0x20, 0x22, 0x24, 0x28, 0x30, 0x38, 0x45, 0x4D, 0x82, 0xA6, 0x5A, 0x6A, 0x72, 0xC0];
        using ProtectionKeyCandidate key = SomeBlock.Given(Three);
        foreach (byte mask in masks)
        {
            foreach (int step in (int[])[1, 8])
            {
                byte[] variant = [.. Three.Select((b, at) => at % step == 0 ? (byte)(b ^ mask) : b)];
                ExchangeFinding fail = Told.First(SomeBlock.Findings((SomeBlock.Tdes with { ProtectionKey = variant }).Text(), null, key));
                Assert.Equal(ExchangeCause.ProtectionKeyVariant, fail.Check);
                Assert.Contains($"0x{mask:X2}", fail.Found, StringComparison.Ordinal);
                Assert.Equal(step == 1, fail.Found.Contains("every byte", StringComparison.Ordinal));
            }
        }

        using ProtectionKeyCandidate aes = SomeBlock.Given(Aes256, aes: true);
        byte[] noVariant = [.. Aes256.Select(static b => (byte)(b ^ 0x08))];
        Assert.Equal("Tr31Mac", SomeBlock.Findings((SomeBlock.Aes with { ProtectionKey = noVariant }).Text(), null, aes).Fails());
    }

    // A mistake with any of the first eight keys is looked for; what they hide is the same.
    [Theory]
    [InlineData(7, "ProtectionKeyHalves", "Tr31KeyLength")]
    [InlineData(8, "", "Tr31Mac Tr31KeyLength")]
    public void The_eighth_key_is_still_explained_and_the_ninth_is_not(int before, string fails, string unknowns)
    {
        string text = (SomeBlock.Tdes with { ProtectionKey = [.. Three[8..], .. Three[..8]] }).Text();
        ProtectionKeyCandidate[] keys =
            [.. Enumerable.Range(0, before).Select(static seed => SomeBlock.Stored("other", SomeBlock.Another(seed))), SomeBlock.Stored("mistaken", Three)];
        IReadOnlyList<ExchangeFinding> findings = SomeBlock.Findings(text, null, keys);
        Array.ForEach(keys, static key => key.Dispose());
        Assert.Equal((fails, unknowns), (findings.Fails(), findings.Unknowns()));
    }

    private static string Hex(params byte[][] parts) => string.Concat(parts.Select(Convert.ToHexString));
}
