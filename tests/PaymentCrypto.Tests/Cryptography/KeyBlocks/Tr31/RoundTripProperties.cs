using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.Cryptography.KeyBlocks.Tr31;

public sealed class RoundTripProperties
{
    [Property(Arbitrary = [typeof(WrapCases)], MaxTest = 300)]
    public void What_is_wrapped_comes_out_with_its_header(WrapCase sample)
    {
        using KeyBlockProtectionKey kbpk = sample.Kbpk();
        var block = Tr31KeyBlock.Wrap(sample.Header, sample.Key, kbpk, new() { AllowWithdrawnVersions = true, HideKeyLength = sample.Hide });
        using Tr31UnwrappedKey unwrapped = Tr31KeyBlock.Unwrap(block.Text, kbpk);

        Assert.Equal(sample.Key, unwrapped.Key.ToArray());
        Assert.Equal(block.Header, unwrapped.Header);
        Assert.StartsWith(unwrapped.Header.ToString(), block.Text);
        Assert.Equal(Plain(sample.Header), Plain(unwrapped.Header));
        Assert.Equal(
            sample.Header.OptionalBlocks.Select(b => (b.Id, b.Data)),
            unwrapped.Header.OptionalBlocks.Where(b => b.Id != "PB").Select(b => (b.Id, b.Data)));
        Assert.Equal(unwrapped.Header, Tr31KeyBlockHeader.Parse(unwrapped.Header.ToString()));
    }

    [Property(Arbitrary = [typeof(WrapCases)], MaxTest = 100)]
    public void A_change_of_any_character_is_noticed(WrapCase sample, ushort position, byte change)
    {
        using KeyBlockProtectionKey kbpk = sample.Kbpk();
        char[] text = Tr31KeyBlock.Wrap(sample.Header, sample.Key, kbpk, new() { AllowWithdrawnVersions = true, HideKeyLength = sample.Hide }).Text.ToCharArray();
        int index = position % text.Length;
        char changed = (char)(' ' + (change % 95));
        bool same = char.ToUpperInvariant(changed) == char.ToUpperInvariant(text[index]);
        text[index] = changed;

        // Version letters A and C name the same procedure, but the letter itself is under the MAC.
        if (!same)
        {
            Assert.Throws<PaymentCrypto.Cryptography.CryptographyException>(() => Tr31KeyBlock.Unwrap(new string(text), kbpk));
        }
    }

    private static Tr31KeyBlockHeader Plain(Tr31KeyBlockHeader header) =>
        Tr31KeyBlockHeader.Parse($"{header}"[0] + "0000" + $"{header with { OptionalBlocks = [] }}"[5..]);
}
