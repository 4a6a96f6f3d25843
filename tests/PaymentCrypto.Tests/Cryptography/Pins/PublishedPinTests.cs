using System.Text.Json;
using PaymentCrypto.Cryptography.Pins;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Tests.Vectors;
using Pvv = PaymentCrypto.Cryptography.Pins.VisaPinVerificationValue;

namespace PaymentCrypto.Tests.Cryptography.Pins;

/// <summary>PIN blocks, IBM 3624 and PVV as psec, paysec, openemv and the supplement of X9.24-3 have published them.</summary>
public sealed class PublishedPinTests
{
    private static readonly byte[] AesKey = Convert.FromHexString("00112233445566778899AABBCCDDEEFF");

    [Fact]
    public void Every_published_PIN_block_is_reproduced()
    {
        int proved = 0;
        foreach (JsonElement record in SharedVectors.Records("pinblocks.json"))
        {
            proved += Prove(record.Text("operation"), record, record.GetProperty("inputs")) ? 1 : 0;
        }

        // Of 54 records, one PIN block and five PAN fields are of PANs with fewer than 12 digits, which no card has.
        Assert.Equal(48, proved);
    }

    [Fact]
    public void Every_published_PIN_offset_and_PVV_is_reproduced()
    {
        JsonElement[] records = SharedVectors.Records("pin_ibm3624_pvv.json");
        Assert.Equal(24, records.Length);
        foreach (JsonElement record in records)
        {
            JsonElement inputs = record.GetProperty("inputs");
            using var key = BlockCipher.CreateTdes(inputs.Hex("pvk"));
            Span<char> result = new char[4];
            switch (record.Text("operation"))
            {
                case "pin.generate_ibm3624_pin":
                    Ibm3624.PinFromOffset(key, Parameters(inputs), inputs.Text("offset"), result);
                    Assert.True(Ibm3624.Verify(key, Parameters(inputs), inputs.Text("offset"), record.Text("output"), 4));
                    break;
                case "pin.generate_ibm3624_offset":
                    Ibm3624.Offset(key, Parameters(inputs), inputs.Text("pin"), result);
                    Assert.True(Ibm3624.Verify(key, Parameters(inputs), record.Text("output"), inputs.Text("pin"), 4));
                    break;
                default:
                    int index = inputs.Text("pvki")[0] - '0';
                    Pvv.Generate(key, inputs.Text("pan"), index, inputs.Text("pin"), result);
                    Assert.True(Pvv.Verify(key, inputs.Text("pan"), index, inputs.Text("pin"), record.Text("output")));
                    break;
            }

            Assert.Equal(record.Text("output"), result.ToString());
        }
    }

    internal static Ibm3624Parameters Parameters(JsonElement inputs) => new(
        inputs.Text("conversion_table"),
        inputs.Text("pan").Substring(inputs.GetProperty("pan_verify_offset").GetInt32(), inputs.GetProperty("pan_verify_length").GetInt32()),
        inputs.Text("pan_pad")[0]);

    private static bool Prove(string operation, JsonElement record, JsonElement inputs)
    {
        string? pan = inputs.TextOrNull("pan");
        if (operation.Contains("iso_4", StringComparison.Ordinal) || operation.StartsWith("iso4", StringComparison.Ordinal))
        {
            return ProveFormat4(operation, record, inputs, pan);
        }

        PinBlockFormat format = operation.Contains("iso_0", StringComparison.Ordinal) ? PinBlockFormat.Iso0
            : operation.Contains("iso_2", StringComparison.Ordinal) ? PinBlockFormat.Iso2
            : PinBlockFormat.Iso3;
        if (operation.Contains("decode", StringComparison.Ordinal))
        {
            Span<char> pin = new char[12];
            Assert.Equal(record.Text("output"), pin[..PinBlock.Decode(format, inputs.Hex("pinblock"), pan, pin)].ToString());
            return true;
        }

        byte[] block = new byte[PinBlock.Length];
        PinBlock.Encode(format, inputs.Text("pin"), pan, block);
        Assert.StartsWith(record.TextOrNull("output") ?? record.Text("output_prefix"), Convert.ToHexString(block), StringComparison.Ordinal);
        return true;
    }

    // Fields and blocks of format 4 hold random bytes, so each is put together from its published fields and opened.
    private static bool ProveFormat4(string operation, JsonElement record, JsonElement inputs, string? pan)
    {
        const string AnyPan = "1234567890123456";
        const string AnyPanField = "41234567890123456000000000000000";
        const string AnyPinField = "441234AAAAAAAAAA418E0604F158BF06";
        if (pan is { Length: < 12 })
        {
            return false;
        }

        string output = record.Text("output");
        if (operation.Contains("pan", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Equal("1234", Open(AesKey, Block(AesKey, AnyPinField, output), pan!));
        }
        else if (operation == "iso4 pin field")
        {
            Assert.Equal(inputs.Text("pin"), Open(AesKey, Block(AesKey, output, AnyPanField), AnyPan));
        }
        else if (inputs.TextOrNull("pin_field") is { } field && operation.Contains("decode", StringComparison.Ordinal))
        {
            Assert.Equal(output, Open(AesKey, Block(AesKey, field, AnyPanField), AnyPan));
        }
        else if (operation.Contains("encipher", StringComparison.Ordinal))
        {
            Assert.Equal(inputs.Text("pin"), Open(inputs.Hex("key"), Convert.FromHexString(output), pan!));
        }
        else
        {
            Assert.Equal(output, Open(inputs.Hex("key"), inputs.Hex("pin_block"), pan!));
        }

        return true;
    }

    private static byte[] Block(byte[] key, string pinField, string panField)
    {
        using var cipher = BlockCipher.CreateAes(key);
        byte[] block = Convert.FromHexString(pinField);
        cipher.EncryptEcb(block, block);
        Bytes.Xor(block, Convert.FromHexString(panField));
        cipher.EncryptEcb(block, block);
        return block;
    }

    private static string Open(byte[] key, byte[] block, string pan)
    {
        using var cipher = BlockCipher.CreateAes(key);
        Span<char> pin = new char[12];
        return pin[..AesPinBlock.Decrypt(cipher, block, pan, pin)].ToString();
    }
}
