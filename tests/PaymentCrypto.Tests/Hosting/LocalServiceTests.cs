using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Hosting.Services;
using PaymentCrypto.Local;
using PaymentCrypto.Local.Care;
using PaymentCrypto.Tests.Local;

namespace PaymentCrypto.Tests.Hosting;

public sealed class LocalServiceTests
{
    private const string Seed = """
        [{ "Alias": "alias/pin", "Usage": "P0", "Algorithm": "TDES_2KEY", "Material": "0123456789ABCDEFFEDCBA9876543210", "Tag": { "a": "b" } },
         { "Alias": "alias/bdk", "Usage": "B0", "Algorithm": "AES_128" },
         { "Alias": "alias/hmac", "Usage": "M7", "Algorithm": "HMAC_SHA256" }]
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seed_gives_the_same_ids_and_check_values_at_every_start()
    {
        await using var first = LocalService.Start(Options(Seed));
        await using var second = LocalService.Start(Options(Seed) with { Scope = new AccountScope("444455556666", "eu-west-1") });

        Key[] ones = await Keys(first);
        Key[] others = await Keys(second, new AccountScope("444455556666", "eu-west-1"));

        // openssl enc -des-ede -K 0123456789ABCDEFFEDCBA9876543210 of eight zero bytes.
        Assert.Equal("08D7B4", ones.Single(key => key.KeyAttributes!.KeyUsage == KeyUsage.Tr31P0PinEncryptionKey).KeyCheckValue);
        Assert.Equal(ones.Select(key => key.KeyCheckValue), others.Select(key => key.KeyCheckValue));
        Assert.Equal(ones.Select(key => key.KeyArn!.Split('/')[1]), others.Select(key => key.KeyArn!.Split('/')[1]));
        Assert.All(ones, key => Assert.Matches("/[a-z2-7]{16}$", key.KeyArn));
    }

    [Fact]
    public async Task What_is_written_down_of_a_derived_key_stays()
    {
        await using var service = LocalService.Start(Options("""[{ "Alias": "alias/acquirer/bdk", "Usage": "B0", "Algorithm": "AES_128" }]"""));

        // The same in every version: tests of users have these in them. Computed with Python's hmac and hashlib, and openssl mac CMAC.
        Key key = Assert.Single(await Keys(service));
        Assert.Equal("arn:aws:payment-cryptography:us-east-1:111122223333:key/yfllrpvvhekgjete", key.KeyArn);
        Assert.Equal("95548F", key.KeyCheckValue);
    }

    [Theory]
    [InlineData("""[{ "Alias": "alias/ok", "Usage": "P0", "Algorithm": "AES_128" },{ "Usage": "P0", "Algorithm": "RSA_2048" }]""", "Usage: ")]
    [InlineData("""[{ "Alias": "alias/ok", "Usage": "P0", "Algorithm": "AES_128" },{ "Usage": "P0", "Algorithm": "AES_128", "Material": "00" }]""", "Material: ")]
    [InlineData("""[{ "Alias": "alias/ok", "Usage": "P0", "Algorithm": "AES_128" },{ "Usage": "P0", "Algorithm": "AES_128", "KeyCheckValue": "000000" }]""", "KeyCheckValue: ")]
    [InlineData("""[{ "Alias": "alias/ok", "Usage": "P0", "Algorithm": "AES_128" },{ "Alias": "alias/there", "Usage": "P0", "Algorithm": "AES_128" }]""", "Alias: ")]
    public async Task A_seed_with_a_wrong_key_stores_none(string seed, string where)
    {
        await using var service = LocalService.Start(Options("""[{ "KeyId": "thereistherekey1", "Alias": "alias/there", "Usage": "P0", "Algorithm": "AES_256" }]"""));

        PaymentCryptographyException error =
            await Assert.ThrowsAsync<InvalidConfigurationException>(() => service.SeedAsync(Encoding.UTF8.GetBytes(seed), SeedFormat.Json, Cancel));

        Assert.Contains("line 1, " + where, error.Message, StringComparison.Ordinal);
        Assert.Single(await Keys(service));
    }

    [Fact]
    public async Task A_reset_begins_anew_with_the_seed_and_the_clock_of_the_start()
    {
        await using var service = LocalService.Start(Options(Seed) with { TimeOffset = TimeSpan.FromDays(1) });
        await service.ProviderOf(Scope).SendAsync(new DeleteAliasRequest { AliasName = "alias/pin" }, Cancel);
        service.AdvanceClock(TimeSpan.FromDays(30));

        Assert.Equal(3, await service.ResetAsync(Cancel));

        Assert.Equal(TimeSpan.FromDays(1), service.TimeOffset);
        GetAliasResponse alias = await service.ProviderOf(Scope).SendAsync(new GetAliasRequest { AliasName = "alias/pin" }, Cancel);
        Assert.NotNull(alias.Alias!.KeyArn);
    }

    [Fact]
    public async Task The_clock_decides_what_has_expired()
    {
        await using var service = LocalService.Start(Options(null));
        await service.ProviderOf(Scope).ImportParameters(type: KeyMaterialType.KeyCryptogram, algorithm: KeyAlgorithm.Rsa2048);
        service.AdvanceClock(TimeSpan.FromDays(31));

        Assert.True(Assert.Single(await service.ProviderOf(Scope).Tokens()).Expired);
        Assert.Throws<InvalidConfigurationException>(() => service.AdvanceClock(TimeSpan.FromDays(40_000)));
    }

    [Fact]
    public async Task A_store_that_is_kept_is_seeded_at_every_start_and_never_reset()
    {
        using TemporaryStore store = new();
        LocalServiceOptions options = Options(Seed) with { InMemory = false, Directory = store.Directory };
        await using (var first = LocalService.Start(options))
        {
            Assert.Equal(3, (await Keys(first)).Length);
            await Assert.ThrowsAsync<InvalidConfigurationException>(() => first.ResetAsync(Cancel));
        }

        await using var second = LocalService.Start(options);
        Assert.Equal(3, (await Keys(second)).Length);
    }

    [Fact]
    public void What_is_wrong_with_the_seed_or_the_port_makes_no_store()
    {
        using TemporaryStore store = new();
        string directory = Path.Combine(store.Directory, "new");
        LocalServiceOptions options = Options("""[{ "Usage": "P0", "Algorithm": "HMAC_SHA256" }]""") with { InMemory = false, Directory = directory };
        Assert.Throws<InvalidConfigurationException>(() => LocalService.Start(options));

        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        InvalidConfigurationException error = Assert.Throws<InvalidConfigurationException>(
            () => LocalService.Start(options with { Seed = null, Port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port }));

        Assert.Equal("PcEndpointPortInUse", error.ErrorId);
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task A_backup_is_served_as_it_is()
    {
        using TemporaryStore store = new();
        string backup = Path.Combine(store.Directory, "store.backup");
        LocalServiceOptions options = Options(Seed) with { InMemory = false, Directory = store.Directory };
        await using (LocalService.Start(options))
        {
            new StoreCare().Backup(new LocalEngineOptions { Directory = store.Directory }, new StoreBackupRequest { File = backup, IncludeKeyFile = true },
                progress: null, Cancel);
        }

        string copy;
        await using (var service = LocalService.Start(Options(null) with { InMemory = false, Backup = backup }))
        {
            IPaymentCryptography provider = service.ProviderOf(Scope);
            Key[] keys = await Keys(service);
            GenerateMacResponse mac = await provider.SendAsync(
                new GenerateMacRequest
                {
                    KeyIdentifier = "alias/hmac",
                    MessageData = "00",
                    GenerationAttributes = new MacAttributes { Algorithm = MacAlgorithm.Hmac }
                }, Cancel);

            Assert.Equal(3, keys.Length);
            Assert.Empty(await provider.Tokens());
            Assert.NotEmpty(mac.Mac!);
            Assert.True(service.Describe().ReadOnly);
            await Assert.ThrowsAsync<AccessDeniedException>(() => provider.SendAsync(new DeleteKeyRequest { KeyIdentifier = keys[0].KeyArn }, Cancel));
            await Assert.ThrowsAsync<AccessDeniedException>(() => provider.ImportParameters());
            await Assert.ThrowsAsync<AccessDeniedException>(() => provider.SendAsync(new RevokeTokenRequest { Token = "import-token-a" }, Cancel));
            await Assert.ThrowsAsync<AccessDeniedException>(() => service.SeedAsync(Encoding.UTF8.GetBytes(Seed), SeedFormat.Json, Cancel));
            await Assert.ThrowsAsync<InvalidConfigurationException>(() => service.ResetAsync(Cancel));
            copy = service.CopyDirectory!;
            Assert.True(Directory.Exists(copy));
        }

        Assert.False(Directory.Exists(copy));
    }

    private static AccountScope Scope { get; } = new(AccountScope.DefaultAccountId, AccountScope.DefaultRegion);

    // The service listens already: what is wrong with the store, and where that is, is for who started it and for no client.
    [Fact]
    public async Task A_call_that_waits_for_a_store_that_does_not_open_learns_nothing_of_it()
    {
        FailingEngines engines = new();
        await using var service = LocalService.Start(Options(null) with { Engines = engines });
        Task<ListKeysResponse> call = Task.Run(() => service.ProviderOf(Scope).SendAsync(new ListKeysRequest(), Cancel), Cancel);

        Assert.False(service.Opened.IsCompleted);
        engines.Fail.SetResult();

        Assert.Equal("PcTest", (await Assert.ThrowsAsync<InvalidConfigurationException>(() => service.Opened)).ErrorId);
        Assert.DoesNotContain("secret", (await Assert.ThrowsAsync<ObjectDisposedException>(() => call)).ToString(), StringComparison.Ordinal);
    }

    private static LocalServiceOptions Options(string? seed) => new()
    {
        Seed = seed is null ? null : new SeedSource(Encoding.UTF8.GetBytes(seed), SeedFormat.Json, "seed"),
        KeyPairStock = 0,
        Engines = new LocalEngineFactory(new PreparedKeyPairs().Next),
    };

    private static async Task<Key[]> Keys(LocalService service, AccountScope? scope = null)
    {
        List<Key> keys = [];
        ListKeysResponse list = await service.ProviderOf(scope ?? Scope).SendAsync(new ListKeysRequest(), Cancel);
        foreach (KeySummary summary in list.Keys!)
        {
            keys.Add((await service.ProviderOf(scope ?? Scope).SendAsync(new GetKeyRequest { KeyIdentifier = summary.KeyArn }, Cancel)).Key!);
        }

        return [.. keys];
    }

    private sealed class FailingEngines : ILocalEngineFactory
    {
        public TaskCompletionSource Fail { get; } = new();

        public ILocalEngine Open(LocalEngineOptions options)
        {
            Fail.Task.GetAwaiter().GetResult();
            throw new InvalidConfigurationException("PcTest", "/secret/place is damaged.");
        }

        public string? StorePath(LocalEngineOptions options) => null;
    }
}
