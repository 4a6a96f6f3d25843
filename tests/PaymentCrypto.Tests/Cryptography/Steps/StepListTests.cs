using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Macs;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Tests.Cryptography.Steps;

/// <summary>Who follows a calculation by hand finds every step of it, in its order, and the result as what comes out of the last.</summary>
public sealed class StepListTests : IDisposable
{
    private const string Pan = "4111111111111111";
    private const string Chain = "Chain all blocks but the last under the first key";
    private const string Last = "Encrypt, decrypt, encrypt the last block";
    private const string Decimalise = "Decimalise, A to F as 0 to 5";

    private static readonly byte[] Key = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    private readonly BlockCipher _tdes = BlockCipher.CreateTdes(Key);
    private readonly BlockCipher _aes = BlockCipher.CreateAes(Key);

    [Fact]
    public void Of_card_values()
    {
        char[] value = new char[3];
        AssertSteps(
            value,
            steps => CardVerificationValue.Generate(Key, Pan, "2512", "101", value, steps),
            "Join PAN, date and service code, zeros after them",
            "Encrypt the first block under key A",
            "XOR the second block, encrypt under keys A and B",
            Decimalise);
        AssertSteps(
            value,
            steps => DynamicCardVerificationValue.Generate(Key, Pan, "2512", "101", [0, 1], value, steps),
            "Join PAN, date and service code, the counter over the first four digits",
            "Encrypt the first block under key A",
            "XOR the second block, encrypt under keys A and B",
            Decimalise);
        AssertSteps(
            value,
            steps => DynamicCardVerificationCode.Generate(Key, new byte[8], new byte[4], new byte[2], value, steps),
            "Retail MAC over the track data; its last two bytes are the initial vector",
            "Encrypt the initial vector, unpredictable number and counter",
            "The last two bytes as a decimal number");
        const string First = "Encrypt the expiry date and 12 digits of the PAN";
        const string Codes = "Decimalise, A to F as 1 to 6: the codes of 5, 4 and 3 digits";
        AssertSteps(null, steps => AmexCardSecurityCode.GenerateVersion1(Key, Pan.AsSpan(1), "2512", value, steps), First, Codes);
        AssertSteps(
            null,
            steps => AmexCardSecurityCode.GenerateVersion2(Key, Pan.AsSpan(1), "2512", "101", value, steps),
            First,
            "XOR the service code, encrypt",
            Codes);
    }

    [Fact]
    public void Of_PIN_blocks()
    {
        byte[] block = new byte[8];
        byte[] block4 = new byte[16];
        char[] pin = new char[12];
        AssertSteps(
            block,
            steps => EncipheredPinBlock.Encrypt(_tdes, PinBlockFormat.Iso0, "1234", Pan, block, steps),
            "Build the PIN field",
            "XOR the PAN field",
            "Encrypt the block");
        AssertSteps(
            "1234".ToCharArray(),
            steps => EncipheredPinBlock.Decrypt(_tdes, PinBlockFormat.Iso0, block, Pan, pin, steps),
            "Decrypt the block",
            "XOR the PAN field",
            "Read the PIN");
        AssertSteps(
            block,
            steps => EncipheredPinBlock.Encrypt(_tdes, PinBlockFormat.Iso1, "1234", Pan, block, steps),
            "Build the PIN field",
            "Encrypt the block");
        AssertSteps(
            block4, steps => AesPinBlock.Encrypt(_aes, "1234", Pan, block4, steps), "Encrypt the PIN field", "XOR the PAN field", "Encrypt again");
        AssertSteps(
            "1234".ToCharArray(),
            steps => AesPinBlock.Decrypt(_aes, block4, Pan, pin, steps),
            "Decrypt the block",
            "XOR the PAN field, decrypt again",
            "Read the PIN");
    }

    // A block that does not open has no PIN to show.
    [Fact]
    public void Of_a_block_under_another_PAN()
    {
        byte[] block = new byte[16];
        AesPinBlock.Encrypt(_aes, "1234", Pan, block);
        using CalculationSteps steps = [];
        Assert.Throws<CryptographyException>(() => AesPinBlock.Decrypt(_aes, block, "4222222222222222", new char[12], steps));
        const string Open = "XOR the PAN field, decrypt again";
        Assert.Equal(["Decrypt the block", Open, Open], steps.Select(step => step.Name));
    }

    [Fact]
    public void Of_what_verifies_a_PIN()
    {
        char[] four = new char[4];
        string[] natural = ["Encrypt the padded validation data", "Decimalise by the table: the natural PIN"];
        AssertSteps(four, steps => Ibm3624.NaturalPin(_tdes, Parameters(), four, steps), natural);
        AssertSteps(
            four,
            steps => Ibm3624.Offset(_tdes, Parameters(), "1234", four, steps),
            [.. natural, "Subtract the natural PIN from the PIN, digit by digit modulo 10"]);
        AssertSteps(
            four,
            steps => Ibm3624.PinFromOffset(_tdes, Parameters(), "1234", four, steps),
            [.. natural, "Add the offset to the natural PIN, digit by digit modulo 10"]);
        AssertSteps(
            four,
            steps => VisaPinVerificationValue.Generate(_tdes, Pan, 1, "1234", four, steps),
            "Build the transformed security parameter",
            "Encrypt it",
            Decimalise);
        AssertKey(steps => As2805PinKey.Derive(_tdes, "123456", "000000001000", steps), "Derive the key from trace number and amount");
    }

    [Fact]
    public void Of_EMV_keys()
    {
        const string Card = "Encrypt the digits and their complement for the card key, odd parity";
        const string Session = "Encrypt the value with F0 and 0F as its third byte for the session key, odd parity";
        const string Visa = "XOR the ATC and its complement into the card key, odd parity";
        const string Take = "Take the rightmost 16 digits of PAN and sequence number";
        AssertKey(steps => EmvCardKey.DeriveOptionA(Key, Pan, "00", steps), Take, Card);
        AssertKey(steps => EmvCardKey.DeriveOptionB(Key, Pan + "1", "00", steps), "Hash the PAN and its sequence number, decimalise", Card);
        AssertKey(steps => EmvSessionKey.Common(Key, new byte[8], steps), Session);
        AssertKey(steps => EmvSessionKey.Mastercard(Key, new byte[2], new byte[4], steps), Session);
        AssertKey(steps => EmvSessionKey.Visa(Key, new byte[2], steps), Visa);
        AssertKey(steps => EmvSessionKey.Amex(Key, new byte[2], steps), Visa);
        AssertKey(steps => EmvSessionKey.UnionPay(Key, new byte[2], steps), "Encrypt the ATC and its complement for the session key, odd parity");
        AssertKey(
            steps => EmvSessionKey.Emv2000(Key, new byte[2], steps),
            [.. Enumerable.Repeat("Derive the next key on the way to the leaf", 7), "Derive the session key, odd parity"]);

        // What is taken is shown as it is encrypted.
        using CalculationSteps taking = [];
        EmvCardKey.DeriveOptionA(Key, "123456789012", "34", taking).Dispose();
        Assert.Equal("0012345678901234", taking[0].RevealOutput());
    }

    [Fact]
    public void Of_EMV_cryptograms_and_scripts()
    {
        byte[] eight = new byte[8];
        byte[] four = new byte[4];
        AssertSteps(eight, steps => EmvCryptogram.Request(Key, new byte[16], eight, steps), Chain, Last);
        AssertSteps(
            eight,
            steps => EmvCryptogram.ResponseMethod1(Key, new byte[8], new byte[2], eight, steps),
            "XOR the response code into the first two bytes of the ARQC",
            "Encrypt");
        AssertSteps(
            null,
            steps => EmvCryptogram.ResponseMethod2(Key, new byte[8], new byte[4], [], four, steps),
            "Join ARQC, CSU and proprietary data",
            "Pad the message by method 2: 80 and zeros",
            Chain,
            Last);
        AssertSteps(eight, steps => EmvScript.Mac(Key, new byte[3], eight, steps), "Retail MAC over the message, padding method 2");
        AssertSteps(
            eight,
            steps => EmvScript.VisaPinBlock(Key, "1234", default, eight, steps),
            "Form the block, XOR bytes 5 to 8 of the card key and the current PIN");
    }

    [Fact]
    public void Of_MACs()
    {
        byte[] eight = new byte[8];
        byte[] sixteen = new byte[16];
        const string Whole = "Chain the padded message under the whole key";
        const string Method1 = "Pad the message by method 1: zeros";
        const string Method2 = "Pad the message by method 2: 80 and zeros";
        AssertSteps(eight, steps => Iso9797Mac.Algorithm1(Key, new byte[8], Iso9797Padding.None, eight, steps), Whole);
        AssertSteps(eight, steps => Iso9797Mac.Algorithm1(Key, new byte[9], Iso9797Padding.Method1, eight, steps), Method1, Whole);
        AssertSteps(eight, steps => Iso9797Mac.Algorithm3(Key, new byte[8], Iso9797Padding.Method1, eight, steps), Chain, Last);
        AssertSteps(eight, steps => Iso9797Mac.Algorithm3(Key, new byte[8], Iso9797Padding.Method2, eight, steps), Method2, Chain, Last);
        AssertSteps(null, steps => As2805Mac.Compute(Key, new byte[3], new byte[4], steps), Method1, Chain, Last);
        // What is padded is shown whole.
        using CalculationSteps padding = [];
        Iso9797Mac.Algorithm3(Key, Convert.FromHexString("1122334455667788AABB"), Iso9797Padding.Method2, eight, padding);
        Assert.Equal("1122334455667788AABB800000000000", padding[0].RevealOutput());
        AssertSteps(sixteen, steps => CipherMac.Compute(_aes, new byte[3], sixteen, steps), "Chain the message, mask the last block by a subkey");
    }

    public void Dispose()
    {
        _tdes.Dispose();
        _aes.Dispose();
    }

    private static Ibm3624Parameters Parameters() => new("0123456789012345", Pan, 'F');

    private static void AssertKey(Func<CalculationSteps, SecretBuffer> derive, params string[] names)
    {
        using CalculationSteps steps = [];
        using SecretBuffer key = derive(steps);
        Assert.Equal(names, steps.Select(step => step.Name));
        Assert.Equal(Convert.ToHexString(key.Span), steps[^1].RevealOutput());
    }

    // The result is what comes out of the last step; null when it is a part of that.
    private static void AssertSteps(Array? result, Action<CalculationSteps> calculate, params string[] names)
    {
        using CalculationSteps steps = [];
        calculate(steps);
        Assert.Equal(names, steps.Select(step => step.Name));
        if (result is not null)
        {
            Assert.Equal(result is byte[] bytes ? Convert.ToHexString(bytes) : new string((char[])result), steps[^1].RevealOutput());
        }
    }
}
