using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Tests.Cryptography.Steps;

/// <summary>What may be shown to whom depends on what a step says that its values are.</summary>
public sealed class StepKindTests
{
    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    [Fact]
    public void A_derived_key_is_known_as_one_and_has_its_check_value()
    {
        using CalculationSteps steps = [];
        using SecretBuffer key = TdesDukpt.DeriveWorkingKey(Key, Convert.FromHexString("FFFF9876543210E00001"), TdesDukptUsage.DataRequest, steps);

        Assert.All(steps, step => Assert.Equal(StepValueKind.TdesKey, step.OutputKind));
        Assert.All(steps, step => Assert.Matches("^[0-9A-F]{6}$", step.OutputCheckValue));

        // Each key is used in the step after it: the check values make a chain.
        Assert.Equal(steps[0].OutputCheckValue, steps[1].KeyCheckValue);
        Assert.Equal(steps[2].OutputCheckValue, steps[3].KeyCheckValue);
        Assert.Equal(StepValueKind.TdesKey, steps[2].InputKind);
    }

    // The base key is of AES and the working key of TDES: each has the check value of its own algorithm (openssl: des-ede zero block, AES-CMAC).
    [Fact]
    public void A_key_of_another_algorithm_than_its_base_key_has_its_own_check_value()
    {
        using CalculationSteps steps = [];
        byte[] bdk = Convert.FromHexString("FEDCBA9876543210F1F1F1F1F1F1F1F1");
        using SecretBuffer key = AesDukpt.DeriveWorkingKey(
            bdk, Convert.FromHexString("123456789012345600000001"), AesDukptUsage.PinEncryption, AesDukptKeyType.Tdes2Key, steps);

        Assert.Equal([StepValueKind.AesKey, StepValueKind.AesKey, StepValueKind.TdesKey], steps.Select(step => step.OutputKind));
        using var cipher = BlockCipher.CreateTdes(key.Span);
        byte[] zero = new byte[8];
        cipher.EncryptEcb(zero, zero);
        Assert.Equal(Convert.ToHexString(zero)[..6], steps[^1].OutputCheckValue);
    }

    [Fact]
    public void A_PIN_and_what_gives_it_away_is_known_as_one()
    {
        using var cipher = BlockCipher.CreateTdes(Key);
        Span<char> digits = stackalloc char[4];
        byte[] block = new byte[8];
        using CalculationSteps steps = [];
        EncipheredPinBlock.Encrypt(cipher, PinBlockFormat.Iso0, "1234", "4111111111111111", block, steps);
        VisaPinVerificationValue.Generate(cipher, "4111111111111111", 1, "1234", digits, steps);
        Ibm3624.Offset(cipher, new Ibm3624Parameters("0123456789012345", "4111111111111111", 'F'), "1234", digits, steps);
        char[] pin = new char[12];
        EncipheredPinBlock.Decrypt(cipher, PinBlockFormat.Iso0, block, "4111111111111111", pin, steps);

        foreach (CalculationStep step in steps)
        {
            Assert.True(step.InputKind == StepValueKind.Pin || !Gives(step.RevealInput()), step.ToString());
            Assert.True(step.OutputKind == StepValueKind.Pin || !Gives(step.RevealOutput()), step.ToString());
        }

        // 041234 is the clear PIN field, 041225 the same with the PAN in it, ...1234 the PIN at the end of PVV's parameter.
        static bool Gives(string value) =>
            value == "1234" || value.StartsWith("041234", StringComparison.Ordinal) || value.StartsWith("041225", StringComparison.Ordinal)
            || (value.Length == 16 && value.EndsWith("11234", StringComparison.Ordinal));
    }

    [Fact]
    public void A_block_that_is_refused_leaves_the_steps_to_it()
    {
        using var cipher = BlockCipher.CreateTdes(Key);
        using CalculationSteps steps = [];

        Assert.Throws<PaymentCrypto.Cryptography.CryptographyException>(
            () => EncipheredPinBlock.Decrypt(cipher, PinBlockFormat.Iso0, Convert.FromHexString("0011223344556677"), "4111111111111111", new char[12], steps));

        Assert.Equal(["Decrypt the block", "XOR the PAN field"], steps.Select(step => step.Name));
    }

    // With steps the cryptogram takes another way, on which each block can be seen.
    [Theory]
    [InlineData("0123456789ABCDEF")]
    [InlineData("00000000170000000000000008400080008000084016051700000000093800000B03011203000000")]
    public void A_cryptogram_is_the_same_with_and_without_steps(string data)
    {
        byte[] plain = new byte[8];
        byte[] shown = new byte[8];
        using CalculationSteps steps = [];
        EmvCryptogram.Request(Key, Convert.FromHexString(data), plain);
        EmvCryptogram.Request(Key, Convert.FromHexString(data), shown, steps);

        Assert.Equal(plain, shown);
        Assert.Equal(Convert.ToHexString(shown), steps[^1].RevealOutput());

        byte[] answer = new byte[4];
        byte[] shownAnswer = new byte[4];
        EmvCryptogram.ResponseMethod2(Key, plain, [0, 1, 2, 3], [4, 5], answer);
        EmvCryptogram.ResponseMethod2(Key, plain, [0, 1, 2, 3], [4, 5], shownAnswer, steps);
        Assert.Equal(answer, shownAnswer);
    }

    // NIST SP 800-38B D.1, example 2; RFC 4231, case 2.
    [Fact]
    public void CMAC_and_HMAC_have_a_step_that_ends_in_the_MAC()
    {
        using var aes = BlockCipher.CreateAes(Convert.FromHexString("2B7E151628AED2A6ABF7158809CF4F3C"));
        byte[] mac = new byte[16];
        using CalculationSteps steps = [];
        CipherMac.Compute(aes, Convert.FromHexString("6BC1BEE22E409F96E93D7E117393172A"), mac, steps);
        byte[] hmac = HashMac.Compute(HmacHash.Sha256, "Jefe"u8, "what do ya want for nothing?"u8, steps);

        Assert.Equal("070A16B46B4D4144F79BDD9DD04A287C", steps[0].RevealOutput());
        Assert.Equal("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", Convert.ToHexString(hmac));
        Assert.Equal(Convert.ToHexString(hmac), steps[1].RevealOutput());
    }
}
