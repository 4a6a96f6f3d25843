using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Vectors;
using Pvv = PaymentCrypto.Cryptography.Pins.VisaPinVerificationValue;

namespace PaymentCrypto.Tests.Cryptography.Pins;

/// <summary>What psec refuses is refused here too, with nothing of a PIN, a PAN or a key in the message.</summary>
public sealed class PinRefusalTests
{
    // What differs: a PAN of 12 digits is one (ISO/IEC 7812-1); a PVV is computed of the first four digits of a longer PIN; a key index, a pad
    // character and a position are not texts here; single DES is a TDES key; a card verification key may have three parts.
    private static readonly string[] Permitted =
    [
        "encode_pinblock_iso_0 555555555555", "encode_pinblock_iso_3 555555555555", "generate_visa_pvv 00000",
        "generate_cvv 414141414141414142424242424242424343434343434343",
    ];

    public static TheoryData<int> Records => [.. Enumerable.Range(0, 108)];

    [Theory]
    [MemberData(nameof(Records))]
    public void What_others_refuse_is_refused(int number)
    {
        JsonElement record = SharedVectors.Records("pin_card_negative.json")[number];
        JsonElement inputs = record.GetProperty("inputs");
        string operation = record.Text("operation");
        if (Call(operation, inputs) is not { } call)
        {
            return;
        }

        if (Permitted.Any(permitted =>
            permitted.Split(' ') is [var which, var value] && which == operation && inputs.EnumerateObject().Any(input => input.Value.ToString() == value)))
        {
            call();
            return;
        }

        CryptographyException refusal = Assert.Throws<CryptographyException>(call);
        Assert.Contains(refusal.Error, new[] { CryptographyError.InvalidKey, CryptographyError.InvalidArgument, CryptographyError.PinBlock });
        foreach (JsonProperty input in inputs.EnumerateObject())
        {
            if (input.Name is "pin" or "pan" or "pin_block" or "pvk" or "cvk" or "key" && input.Value.ToString().Length >= 4)
            {
                Assert.DoesNotContain(input.Value.ToString(), refusal.Message, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static Action? Call(string operation, JsonElement inputs)
    {
        string? pin = inputs.TextOrNull("pin");
        string? pan = inputs.TextOrNull("pan");
        PinBlockFormat format = operation.Contains("iso_0", StringComparison.Ordinal) ? PinBlockFormat.Iso0
            : operation.Contains("iso_2", StringComparison.Ordinal) ? PinBlockFormat.Iso2
            : PinBlockFormat.Iso3;
        return operation switch
        {
            "encode_pin_field_iso_4" => () => Encipher(new byte[16], pin!, "1234567890123456"),
            "encode_pan_field_iso_4" => () => Encipher(new byte[16], "1234", pan!),
            "encipher_pinblock_iso_4" => () => Encipher(inputs.Hex("key"), pin!, pan!),
            "decipher_pinblock_iso_4" => () => Decipher(inputs.Hex("key"), inputs.Hex("pin_block"), pan!),
            "decode_pinblock_iso_4" => () => DecodeFormat4(inputs.Hex("pin_block")),
            _ when operation.StartsWith("encode", StringComparison.Ordinal) => () => PinBlock.Encode(format, pin, pan, new byte[8]),
            _ when operation.StartsWith("decode", StringComparison.Ordinal) => () => PinBlock.Decode(format, inputs.Hex("pin_block"), pan, new char[12]),
            "generate_cvv" => () => CardVerificationValue.Generate(inputs.Hex("cvk"), pan, inputs.Text("expiry"), inputs.Text("sc"), new char[3]),
            "generate_visa_pvv" => inputs.Text("pvki") is [>= '0' and <= '9' and var index] ? () => Visa(inputs, index - '0', pin!, pan!) : null,
            _ => inputs.Text("pan_pad").Length == 1
                && inputs.GetProperty("pan_verify_offset").GetInt32() + inputs.GetProperty("pan_verify_length").GetInt32() <= pan!.Length
                    ? () => Ibm(inputs)
                    : null,
        };
    }

    private static void Encipher(byte[] key, string pin, string pan)
    {
        using var cipher = BlockCipher.CreateAes(key);
        AesPinBlock.Encrypt(cipher, pin, pan, new byte[16]);
    }

    private static void Decipher(byte[] key, byte[] block, string pan)
    {
        using var cipher = BlockCipher.CreateAes(key);
        AesPinBlock.Decrypt(cipher, block, pan, new char[12]);
    }

    // A clear PIN field, enciphered as a block so that the library opens it.
    private static void DecodeFormat4(byte[] field)
    {
        if (field.Length == 16)
        {
            using var cipher = BlockCipher.CreateAes(new byte[16]);
            cipher.EncryptEcb(field, field);
            Bytes.Xor(field, Convert.FromHexString("41234567890123456000000000000000"));
            cipher.EncryptEcb(field, field);
        }

        Decipher(new byte[16], field, "1234567890123456");
    }

    private static void Visa(JsonElement inputs, int index, string pin, string pan)
    {
        using var key = BlockCipher.CreateTdes(inputs.Hex("pvk"));
        Pvv.Generate(key, pan, index, pin, new char[4]);
    }

    private static void Ibm(JsonElement inputs)
    {
        // The PAN is not a parameter here: only the digits of it that are validation data are.
        if (inputs.Text("pan").Length > 19)
        {
            CardVerificationValue.Generate(new byte[16], inputs.Text("pan"), "2512", "101", new char[3]);
        }

        using var key = BlockCipher.CreateTdes(inputs.Hex("pvk"));
        if (inputs.TextOrNull("offset") is { } offset)
        {
            Ibm3624.PinFromOffset(key, PublishedPinTests.Parameters(inputs), offset, new char[Math.Max(4, offset.Length)]);
        }
        else
        {
            Ibm3624.Offset(key, PublishedPinTests.Parameters(inputs), inputs.Text("pin"), new char[4]);
        }
    }
}
