using System.Security.Cryptography;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis.Repair;
using PaymentCrypto.Cryptography.KeyBlocks.CheckValues;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Local.Diagnosis.Corpus;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>Repairs of blocks and components that were written by the corpus' own code, or stand on public paper.</summary>
public sealed class RepairTests
{
    private const int Seed = 31;

    // Three components of a key and their check values, ANSI X9.24.
    private const string One = "2F3C1A7B9D5E60718293A4B5C6D7E8F9";
    private const string Two = "8192A3B4C5D6E7F8091A2B3C4D5E6F70";
    private const string Three = "0F1E2D3C4B5A69788796A5B4C3D2E1F0";

    [Fact]
    public void OneWrongCharacterAnywhereInABlockIsFoundAndProven()
    {
        Random random = new(Seed);
        foreach (bool aes in (bool[])[true, false])
        {
            BlockSpec spec = BlockCases.Spec(random, aes ? 'A' : 'T', aes);
            string block = spec.Write(random);
            using KeyBlockProtectionKey key = aes ? KeyBlockProtectionKey.FromAes(spec.ProtectionKey) : KeyBlockProtectionKey.FromTdes(spec.ProtectionKey);
            Assert.Empty(KeyBlockRepair.Find(block, key));

            for (int at = 0; at < block.Length; at += at < 16 ? 1 : 7)
            {
                string damaged = block.With(at, block[at] == '3' ? '4' : '3');
                IReadOnlyList<KeyBlockCorrection> found = KeyBlockRepair.Find(damaged, key);
                Assert.True(found.Count == 1, $"{found.Count} corrections of character {at + 1} of {block}");
                KeyBlockCorrection correction = found[0];
                Assert.Equal((at + 1, damaged[at], block[at], block), (correction.Position, correction.Found, correction.Right, correction.Block));
            }
        }
    }

    [Fact]
    public void TwoWrongCharactersAndAnotherKeyAreNotRepaired()
    {
        Random random = new(Seed);
        BlockSpec spec = BlockCases.Spec(random, 'T', aes: false);
        string block = spec.Write(random);
        using var key = KeyBlockProtectionKey.FromTdes(spec.ProtectionKey);
        using var other = KeyBlockProtectionKey.FromTdes(random.Tdes(24));

        Assert.Empty(KeyBlockRepair.Find(block.With(20, block[20] == '3' ? '4' : '3').With(60, block[60] == '3' ? '4' : '3'), key));
        Assert.Empty(KeyBlockRepair.Find(block, other));
        Assert.Empty(KeyBlockRepair.Find("", key));
        Assert.Empty(KeyBlockRepair.Find(new string('D', 100_000), key));
    }

    [Fact]
    public void TheSwappedDigitsOfAPaperAreFoundByItsCheckValue()
    {
        // The paper ends with 70, and 07 was entered.
        IReadOnlyList<ComponentCorrection> found = ComponentRepair.Find(BlockCipherAlgorithm.Tdes, Convert.FromHexString(Two[..^2] + "07"), "DA7DC1");

        ComponentCorrection correction = Assert.Single(found);
        Assert.Equal((31, (int?)32, '7'), (correction.Position, correction.OtherPosition, correction.Digit));
        Assert.Equal(Two, Convert.ToHexString(correction.Value));
        Assert.DoesNotContain(Two[..8], correction.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryWrongDigitThatTheCheckValueCanNotTellApartIsTold()
    {
        // Parity is not in the check value of a TDES key: 0 and 1 as second digit of a byte are the same to it.
        IReadOnlyList<ComponentCorrection> found = ComponentRepair.Find(BlockCipherAlgorithm.Tdes, Convert.FromHexString(One.With(1, 'A')), "46091D");

        Assert.Equal(["E", "F"], found.Select(static correction => correction.Digit.ToString()).Order());
        Assert.All(found, static correction => Assert.Equal(2, correction.Position));
    }

    [Fact]
    public void ByTheCheckValueOfTheKeyTheDigitIsFoundInEveryComponentThatItFits()
    {
        using var one = SecretBuffer.CopyOf(Convert.FromHexString(One));
        using var two = SecretBuffer.CopyOf(Convert.FromHexString(Two.With(0, 'C')));
        using var three = SecretBuffer.CopyOf(Convert.FromHexString(Three));

        IReadOnlyList<ComponentCorrection> found = ComponentRepair.Find(BlockCipherAlgorithm.Tdes, [one, two, three], "0894D5");

        Assert.Contains(found, correction => correction.Component == 2 && Convert.ToHexString(correction.Value) == Two);
        Assert.All(found, static correction => Assert.True(correction.Position == 1 || correction.OtherPosition is not null));
        Assert.Equal(3, found.Count(static correction => correction.OtherPosition is null));
    }

    [Theory]
    [InlineData("DA", false)]
    [InlineData("DA7", false)]
    [InlineData("DA7D", true)]
    [InlineData("DA7DC", false)]
    [InlineData(" da 7d c1 ", true)]
    [InlineData("DA7DC10011223344", true)]
    [InlineData("DA7DC100112233445", false)]
    [InlineData("DA7DC1001122334455", false)]
    [InlineData("DA7DCG", false)]
    public void ACheckValueHasFourToSixteenDigits(string checkValue, bool isTaken)
    {
        Exception? refusal = Record.Exception(() => ComponentRepair.Find(BlockCipherAlgorithm.Tdes, new byte[16], checkValue));
        Assert.Equal(isTaken ? null : CryptographyError.InvalidArgument, (refusal as CryptographyException)?.Error);
    }

    [Fact]
    public void TheComponentsOfAKeyHaveOneLengthAndThereIsOne()
    {
        using SecretBuffer long1 = new(16), long2 = new(16), shorter = new(8);
        foreach (SecretBuffer[] components in new SecretBuffer[][] { [], [long1, shorter], [shorter, long1, long2] })
        {
            Assert.Equal(CryptographyError.KeyComponent, Assert.Throws<CryptographyException>(
                () => ComponentRepair.Find(BlockCipherAlgorithm.Tdes, components, "DA7DC1")).Error);
        }

        Assert.Empty(ComponentRepair.Find(BlockCipherAlgorithm.Tdes, [long1, long2], "FFFFFFFFFFFFFFFF"));
    }

    // The CMAC of a key is another value than its ANSI X9.24 one.
    [Fact]
    public void AnAesComponentIsRepairedByItsCmac()
    {
        byte[] right = Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C");
        byte[] wrong = [.. right];
        wrong[5] ^= 0x30;
        IReadOnlyList<ComponentCorrection> found = ComponentRepair.Find(
            BlockCipherAlgorithm.Aes, wrong, KeyCheckValue.Cmac(BlockCipherAlgorithm.Aes, right, 5));
        Assert.Equal(right, Assert.Single(found).Value.ToArray());
        found[0].Dispose();
    }

    [Fact]
    public void WhatIsRightIsLeftAloneAndAnEmptyCheckValueIsRefused()
    {
        Assert.Empty(ComponentRepair.Find(BlockCipherAlgorithm.Tdes, Convert.FromHexString(One), "46091D"));
        Assert.Equal(CryptographyError.InvalidArgument,
            Assert.Throws<CryptographyException>(static () => ComponentRepair.Find(BlockCipherAlgorithm.Tdes, RandomNumberGenerator.GetBytes(16), "")).Error);
    }
}
