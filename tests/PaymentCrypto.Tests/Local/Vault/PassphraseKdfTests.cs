using System.Text;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Tests.Local.Vault;

/// <summary>A master key from a passphrase, against the reference implementation of Argon2, and what a store may ask for.</summary>
public sealed class PassphraseKdfTests
{
    // test.c of the reference implementation (phc-winner-argon2), Argon2id, version 1.3, salt "somesalt".
    [Theory]
    [InlineData("password", "somesalt", 256, 2, 1, "9DFEB910E80BAD0311FEE20F9C0E2B12C17987B4CAC90C2EF54D5B3021C68BFE")]
    [InlineData("password", "somesalt", 256, 2, 2, "6D093C501FD5999645E0EA3BF620D7B8BE7FD2DB59C20D9FFF9539DA2BF57037")]
    public void A_passphrase_makes_the_published_key(string passphrase, string salt, int memoryKib, int iterations, int lanes, string key)
    {
        Argon2Parameters parameters = new(memoryKib, iterations, lanes, Encoding.ASCII.GetBytes(salt));

        using SecretBuffer derived = PassphraseKdf.Derive(TemporaryStore.Secure(passphrase), parameters);

        Assert.Equal(key, Convert.ToHexString(derived.Span));
    }

    // Whoever hands a store on chooses these numbers: too little would be cracked, too much would stop the machine of whoever opens it.
    [Theory]
    [InlineData(8 * 1024, 1, 1, 16, true)]
    [InlineData(4 * 1024 * 1024, 64, 64, 17, true)]
    [InlineData((8 * 1024) - 1, 3, 4, 16, false)]
    [InlineData((4 * 1024 * 1024) + 1, 3, 4, 16, false)]
    [InlineData(64 * 1024, 0, 4, 16, false)]
    [InlineData(64 * 1024, 65, 4, 16, false)]
    [InlineData(64 * 1024, 3, 0, 16, false)]
    [InlineData(64 * 1024, 3, 65, 16, false)]
    [InlineData(64 * 1024, 3, 4, 15, false)]
    public void A_recorded_cost_is_spent_only_within_bounds(int memoryKib, int iterations, int lanes, int saltLength, bool sane) =>
        Assert.Equal(sane, new Argon2Parameters(memoryKib, iterations, lanes, new byte[saltLength]).AreSane());

    [Fact]
    public void A_new_store_gets_a_salt_of_its_own() => Assert.NotEqual(Argon2Parameters.New().Salt, Argon2Parameters.New().Salt);
}
