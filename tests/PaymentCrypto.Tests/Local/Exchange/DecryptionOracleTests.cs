using PaymentCrypto.Api;
using PaymentCrypto.Api.Json;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;

namespace PaymentCrypto.Tests.Local.Exchange;

/// <summary>
/// Whoever can send blocks and tell refusals apart can decrypt by asking (Vaudenay 2002). What goes over the wire is therefore the same for
/// everything that was found in decrypted bytes; the reason stays in the process, for the owner of the key.
/// </summary>
public sealed class DecryptionOracleTests : IDisposable
{
    private readonly ExchangeBench _bench = new();

    [Fact]
    public async Task A_wrong_MAC_and_a_wrong_key_are_one_refusal_on_the_wire()
    {
        byte[] kek = _bench.RandomSecret(16);
        string wrapping = _bench.PlaceKek(kek, KeyAlgorithm.Aes128);
        using var right = KeyBlockProtectionKey.FromAes(kek);
        using var other = KeyBlockProtectionKey.FromAes(_bench.RandomSecret(16));
        var header = Tr31KeyBlockHeader.Parse("D0112P0TB00E0000");
        string good = Tr31KeyBlock.Wrap(header, _bench.RandomSecret(16), right).Text;
        string flipped = good[..^1] + (good[^1] == '0' ? '1' : '0');
        string foreign = Tr31KeyBlock.Wrap(header, _bench.RandomSecret(16), other).Text;

        string[] bodies =
            [await Body(wrapping, flipped), await Body(wrapping, foreign), await Body(wrapping, good[..20] + (good[20] == '0' ? '1' : '0') + good[21..])];
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain("MAC", bodies[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_answered_when_every_kind_of_refusal_would_be_ready()
    {
        byte[] kek = _bench.RandomSecret(16);
        string wrapping = _bench.PlaceKek(kek, KeyAlgorithm.Aes128);
        using var right = KeyBlockProtectionKey.FromAes(kek);
        string good = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0112P0TB00E0000"), _bench.RandomSecret(16), right).Text;
        long began = System.Diagnostics.Stopwatch.GetTimestamp();
        await Body(wrapping, good[..^1] + (good[^1] == '0' ? '1' : '0'));

        // A lower bound, which a slow machine cannot break. To the end of it, or what is missing says how long the call took.
        Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public async Task The_owner_is_told_which_check_failed()
    {
        byte[] kek = _bench.RandomSecret(16);
        string wrapping = _bench.PlaceKek(kek, KeyAlgorithm.Aes128);
        using var right = KeyBlockProtectionKey.FromAes(kek);
        string good = Tr31KeyBlock.Wrap(Tr31KeyBlockHeader.Parse("D0112P0TB00E0000"), _bench.RandomSecret(16), right).Text;
        ValidationException refusal =
            await Assert.ThrowsAsync<ValidationException>(() => _bench.ImportTr31(wrapping, good[..^1] + (good[^1] == '0' ? '1' : '0')));
        Assert.Contains("Tr31Mac", refusal.OwnersDetail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KC", "00123456")]
    [InlineData("KP", "00123456")]
    [InlineData("HM", "21")]
    [InlineData("KS", "FFFF")]
    [InlineData("IK", "1234567890123456")]
    public async Task An_optional_block_that_says_something_wrong_of_the_key_is_not_exported(string id, string data)
    {
        string wrapping = _bench.PlaceKek(_bench.RandomSecret(16), KeyAlgorithm.Aes128);
        string key = _bench.Place(_bench.RandomSecret(16), KeyUsage.Tr31B0BaseDerivationKey, KeyAlgorithm.Tdes2Key, "X");
        KeyBlockHeaders headers = new() { OptionalBlocks = new Dictionary<string, string>(StringComparer.Ordinal) { [id] = data } };
        await _bench.Refused(() => _bench.ExportTr31(key, wrapping, headers), id);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<string> Body(string wrapping, string block)
    {
        ValidationException refusal = await Assert.ThrowsAsync<ValidationException>(() => _bench.ImportTr31(wrapping, block));
        return System.Text.Encoding.UTF8.GetString(ApiJson.Write(ServiceErrors.ToBody(refusal, "x#"), ApiJson.Context.ServiceErrorBody));
    }
}
