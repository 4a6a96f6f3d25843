using System.Text.Json;
using FsCheck.Xunit;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;
using PaymentCrypto.Tests.Vectors;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr34;

/// <summary>Damaged input of every kind: parsers answer with their typed error or with a value, never with anything else.</summary>
public sealed class Tr34FuzzTests
{
    [Property(MaxTest = 300)]
    public void Damaged_content_inside_a_valid_signature_is_refused_with_the_typed_error(int seed)
    {
        // A dishonest sender: the envelope is damaged, then digest and signature are made anew over it.
        JsonElement record = Tr34Fixture.Records["strict_cms_sorted_3des"];
        var block = Tr34KeyBlock.Parse(record.Hex("token"));
        Fuzz.Mutants(block.EnvelopeContents.ToArray(), seed, envelope =>
            Tr34KeyBlock.Open(Tr34Resigner.Resign(block, envelope, Tr34Fixture.Key("kdh")), Tr34Fixture.Receiver(record)).Dispose());
    }

    [Property(MaxTest = 2000)]
    public void Arbitrary_bytes_are_refused_with_the_typed_error(byte[] bytes)
    {
        Fuzz.OnlyTyped(() => Tr34KeyBlock.Parse(bytes));
        Fuzz.OnlyTyped(() => Tr34KeyBlock.Parse([0x30, 0x80, .. bytes]));
        Fuzz.OnlyTyped(() => Tr34CredentialToken.Parse(bytes));
        Fuzz.OnlyTyped(() => Tr34RandomToken.Parse(bytes));
    }

    [Property(MaxTest = 1000)]
    public void Arbitrary_text_is_refused_with_the_typed_error(string text) => Fuzz.OnlyTyped(() => Tr34KeyBlock.Parse(text ?? ""));

    [Fact]
    public void A_resigned_token_opens_when_nothing_is_damaged()
    {
        JsonElement record = Tr34Fixture.Records["strict_cms_sorted_3des"];
        var block = Tr34KeyBlock.Parse(record.Hex("token"));
        using Tr34OpenedKey opened = Tr34KeyBlock.Open(
            Tr34Resigner.Resign(block, block.EnvelopeContents.ToArray(), Tr34Fixture.Key("kdh")), Tr34Fixture.Receiver(record));
        Assert.Equal(record.Hex("key"), opened.Key.ToArray());
    }
}
