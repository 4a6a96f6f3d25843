using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Cryptography.Diagnosis.Examinations;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>One damaged character of a short block, at each kind of place, and what is no one damaged character.</summary>
public sealed class KeyBlockRepairTests
{
    private static readonly KeyBlockProtectionKey Key = KeyBlockProtectionKey.FromTdes(SomeBlock.Kek);
    private static readonly string Plain = SomeBlock.Tdes.Text();
    private static readonly string WithBlock = (SomeBlock.Tdes with { Blocks = [("KS", "FFFF9876543210E00001")] }).Text();
    private static readonly string WithLabel = (SomeBlock.Tdes with { Blocks = [("LB", "zone-7 ~!")] }).Text();

    [Theory]
    [InlineData(0, "ACDE3")]
    [InlineData(1, "12A")]
    [InlineData(4, "0Z")]
    [InlineData(5, "V0?")]
    [InlineData(6, "1A ")]
    [InlineData(7, "A*")]
    [InlineData(8, "N-")]
    [InlineData(9, "1Z")]
    [InlineData(10, "1Z")]
    [InlineData(11, "NSX")]
    [InlineData(12, "1A")]
    [InlineData(13, "1A")]
    [InlineData(14, "1A")]
    [InlineData(15, "1A~")]
    [InlineData(16, "0GO_")]
    [InlineData(17, "0G")]
    [InlineData(95, "0G\u00E4")]
    public void Each_wrong_character_of_a_plain_block_is_mended(int at, string wrong)
    {
        foreach (char c in wrong.Where(c => c != Plain[at]))
        {
            Mended(Plain, at, c);
        }
    }

    [Theory]
    [InlineData(16, '3')]
    [InlineData(18, '3')]
    [InlineData(19, 'F')]
    [InlineData(19, '3')]
    [InlineData(25, 'Z')]
    [InlineData(39, '9')]
    [InlineData(44, '9')]
    public void Each_wrong_character_of_an_optional_block_is_mended(int at, char wrong) => Mended(WithBlock, at, wrong);

    [Theory]
    [InlineData(18, '3')]
    [InlineData(19, '3')]
    [InlineData(20, 'Z')]
    [InlineData(20, '\u00E4')]
    [InlineData(24, '.')]
    [InlineData(26, '.')]
    public void A_wrong_character_of_a_label_is_mended(int at, char wrong) => Mended(WithLabel, at, wrong);

    [Fact]
    public void A_block_under_an_AES_key_is_mended()
    {
        using var aes = KeyBlockProtectionKey.FromAes(SomeBlock.AesKek);
        string block = SomeBlock.Aes.Text();
        foreach (int at in (int[])[2, 8, 16, 60, 143])
        {
            string damaged = block.With(at, block[at] == '3' ? '4' : '3');
            Assert.Equal(new KeyBlockCorrection(at + 1, damaged[at], block[at], block), Assert.Single(KeyBlockRepair.Find(damaged, aes)));
        }
    }

    [Fact]
    public void Nothing_is_mended_of_what_is_right_or_wrong_in_two_places()
    {
        Assert.Empty(KeyBlockRepair.Find(Plain, Key));
        Assert.Empty(KeyBlockRepair.Find(WithBlock, Key));
        Assert.Empty(KeyBlockRepair.Find(Plain.With(3, '?').With(5, '?'), Key));
        Assert.Empty(KeyBlockRepair.Find(Plain.With(40, '\u00E4').With(41, '\u00E4'), Key));
        Assert.Empty(KeyBlockRepair.Find(Plain.With(40, 'O').With(50, 'O'), Key));
        Assert.Empty(KeyBlockRepair.Find(Plain[..^2], Key));
        Assert.Empty(KeyBlockRepair.Find(Plain[..15], Key));
        Assert.Empty(KeyBlockRepair.Find("", Key));
        Assert.Empty(KeyBlockRepair.Find(Plain[..16], Key));
    }

    [Fact]
    public void A_block_of_1024_characters_is_still_tried_and_a_longer_one_is_not()
    {
        foreach ((int content, int length) in ((int, int)[])[(228, 1024), (230, 1032)])
        {
            string block = (SomeBlock.Tdes with { Blocks = [.. Enumerable.Range(10, 4).Select(id => ($"{id}", new string('z', content)))] }).Text();
            Assert.Equal(length, block.Length);
            Assert.Equal(length == 1024 ? 1 : 0, KeyBlockRepair.Find(block.With(7, '?'), Key).Count);
        }
    }

    private static void Mended(string block, int at, char wrong)
    {
        KeyBlockCorrection correction = Assert.Single(KeyBlockRepair.Find(block.With(at, wrong), Key));
        Assert.Equal(new KeyBlockCorrection(at + 1, wrong, block[at], block), correction);
    }
}
