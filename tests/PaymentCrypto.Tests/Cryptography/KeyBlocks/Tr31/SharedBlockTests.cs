using System.Text.Json;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

/// <summary>The public vector sets of ../shared, whole. <see cref="PublishedBlockTests"/> holds the facts that are needed without them.</summary>
public sealed class SharedBlockTests
{
    private static readonly Tr31ReadOptions AnyLength = new() { AllowNonStandardKeyLength = true };

    [Fact]
    public void Every_public_block_gives_its_header_its_optional_blocks_and_its_key()
    {
        foreach (JsonElement record in SharedVectors.Records("tr31_blocks.json"))
        {
            string id = Text(record, "id");
            string text = Text(record, "key_block");
            Tr31KeyBlockHeader header = Tr31KeyBlock.Parse(text).Header;
            if (!record.TryGetProperty("expect", out JsonElement expect))
            {
                // Proprietary headers with a dummy payload: all that can be had is a clean parse, with every character kept.
                Assert.StartsWith(header.ToString(), text);
                continue;
            }

            if (expect.TryGetProperty("header", out _))
            {
                AssertFields(expect, header);
            }

            Assert.Equal(
                expect.GetProperty("optional_blocks").EnumerateArray().Select(b => (id, Text(b, "id"), Text(b, "data"), Form(Text(b, "length_encoding")))),
                header.OptionalBlocks.Select(b => (id, b.Id, b.Data, b.LengthForm)));
            if (record.TryGetProperty("kbpk", out JsonElement kbpk))
            {
                AssertKey(text, kbpk.GetString()!, expect);
            }
        }
    }

    [Fact]
    public void A_strict_reader_takes_the_blocks_that_conform_and_refuses_those_that_do_not()
    {
        foreach (JsonElement record in SharedVectors.Records("tr31_blocks.json").Where(r => Text(r, "id").StartsWith("openemv", StringComparison.Ordinal)))
        {
            string text = Text(record, "key_block");
            bool conforms = !record.TryGetProperty("strict", out JsonElement strict) || strict.GetBoolean();
            if (conforms)
            {
                Assert.Equal(text, Tr31KeyBlock.Parse(text, Tr31ReadOptions.StrictX9143).Text);
            }
            else
            {
                Assert.Throws<CryptographyException>(() => Tr31KeyBlock.Parse(text, Tr31ReadOptions.StrictX9143));
                Assert.NotEmpty(Tr31KeyBlock.Parse(text).Warnings);
            }
        }
    }

    [Fact]
    public void Wrapping_with_the_published_padding_gives_the_published_block()
    {
        int wrapped = 0;
        foreach (JsonElement record in SharedVectors.Records("tr31_blocks.json").Where(r => r.TryGetProperty("wrap_pad", out _)))
        {
            var expected = Tr31KeyBlock.Parse(Text(record, "key_block"));
            using KeyBlockProtectionKey kbpk = Kbpk.For(expected.Text[0], Text(record, "kbpk"));
            var options = new Tr31WrapOptions
            {
                AllowWithdrawnVersions = true,
                AllowNonStandardKeyLength = true,
                KeyPadding = Convert.FromHexString(Text(record, "wrap_pad")),
            };
            byte[] key = Convert.FromHexString(Text(record.GetProperty("expect"), "key"));
            Assert.Equal(expected.Text, Tr31KeyBlock.Wrap(expected.Header, key, kbpk, options).Text);
            wrapped++;
        }

        Assert.NotEqual(0, wrapped);
    }

    [Fact]
    public void Every_public_negative_is_refused_by_the_check_that_it_was_made_for()
    {
        foreach (JsonElement record in SharedVectors.Records("tr31_negative.json"))
        {
            string id = Text(record, "id");
            CryptographyException error = Assert.Throws<CryptographyException>(() => Refuse(record));
            CryptographyError[] expected = ExpectedError(Text(record, "rechecked_reason"));
            Assert.True(expected.Contains(error.Error), $"{id}: {error.Error} instead of {string.Join(" or ", expected)}: {error.Message}");
        }
    }

    private static void AssertFields(JsonElement expect, Tr31KeyBlockHeader header)
    {
        Assert.Equal(Text(expect, "header"), header.ToString());
        Assert.Equal(
            (Text(expect, "version"), Text(expect, "usage"), Text(expect, "algorithm"), Text(expect, "mode")),
            ($"{header.Version}", header.KeyUsage.Code, $"{(char)header.Algorithm}", $"{(char)header.ModeOfUse}"));
        Assert.Equal(
            (Text(expect, "key_version"), Text(expect, "exportability"), Text(expect, "context")),
            (header.KeyVersion, $"{(char)header.Exportability}", $"{(char)header.KeyContext}"));
    }

    private static void AssertKey(string text, string kbpkHex, JsonElement expect)
    {
        using KeyBlockProtectionKey kbpk = Kbpk.For(text[0], kbpkHex);
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(text, kbpk, AnyLength);
        Assert.Equal(Text(expect, "key"), Convert.ToHexString(unwrapped.Key));
        if (expect.TryGetProperty("kcv", out JsonElement kcv) && kcv.GetString() is { Length: >= 6 } expected && unwrapped.ComputeCheckValue() is { } actual)
        {
            Assert.Equal(expected[..6], actual);
        }
    }

    private static void Refuse(JsonElement record)
    {
        if (record.TryGetProperty("header_only", out JsonElement headerOnly) && headerOnly.GetBoolean())
        {
            Tr31KeyBlockHeader.Parse(Text(record, "header"));
            return;
        }

        string text = Text(record, "key_block");
        using KeyBlockProtectionKey kbpk = record.TryGetProperty("kbpk", out JsonElement key)
            ? Kbpk.For(text[0], key.GetString()!)
            : Kbpk.For(text[0], "00112233445566778899AABBCCDDEEFF");
        Tr31KeyBlock.Unwrap(text, kbpk).Dispose();
    }

    private static CryptographyError[] ExpectedError(string reason) => reason switch
    {
        "length" => [CryptographyError.Tr31Length],
        "hex body" or "mac short" or "payload len" => [CryptographyError.Tr31Payload],
        "mac" => [CryptographyError.Tr31Mac],
        "kbpk" => [CryptographyError.InvalidKey],
        "keylen bits" or "keylen" => [CryptographyError.Tr31KeyLength],
        "nonprint" or "short" => [CryptographyError.Tr31Characters],
        "ver" => [CryptographyError.Tr31Version],
        "num" => [CryptographyError.Tr31HeaderField],
        _ => [CryptographyError.Tr31OptionalBlock],
    };

    private static Tr31LengthForm Form(string encoding) => encoding switch
    {
        "short" => Tr31LengthForm.Short,
        "x9.143-char-count" => Tr31LengthForm.ExtendedCharacters,
        _ => Tr31LengthForm.ExtendedBytes,
    };

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;
}
