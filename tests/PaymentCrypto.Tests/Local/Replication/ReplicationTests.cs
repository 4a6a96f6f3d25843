using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Replication;

/// <summary>Keys in several regions: the replicas are the primary's shadow.</summary>
public sealed class ReplicationTests : IDisposable
{
    private const string Ireland = "eu-west-1";
    private const string Tokyo = "ap-northeast-1";
    private const string Here = AccountScope.DefaultRegion;

    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public ReplicationTests()
    {
        _engine = _store.Open(options => options with { InMemory = true });
        _service = _engine.Default();
    }

    public void Dispose()
    {
        _engine.Dispose();
        _store.Dispose();
    }

    [Fact]
    public async Task Default_regions_are_kept_per_region_added_up_and_taken_off()
    {
        Assert.Empty(await Defaults(_service));
        Assert.Equal([Ireland], (await Enable(Ireland)).Order());
        Assert.Equal([Tokyo, Ireland], (await Enable(Tokyo, Ireland)).Order());
        Assert.Empty(await Defaults(In(Ireland)));
        Assert.Empty(await Defaults(_engine.ForScope(new AccountScope("444455556666", Here))));
        Assert.Equal([Tokyo],
            (await _service.Send(new DisableDefaultKeyReplicationRegionsRequest { ReplicationRegions = [Ireland, "us-west-2"] })).EnabledReplicationRegions);
        Assert.Equal([Tokyo], await Defaults(_service));
        await Assert.ThrowsAsync<ValidationException>(() => Enable(Here));
        await Assert.ThrowsAsync<ValidationException>(() => Enable("nowhere"));
        Assert.Equal([Tokyo], await Defaults(_service));
    }

    [Fact]
    public async Task Default_regions_apply_to_later_keys_of_every_kind_that_name_none_themselves()
    {
        Key earlier = await _service.CreateKey();
        await Enable(Ireland);

        Key byDefault = await _service.CreateKey();
        Key named = await Replicated(Tokyo);
        Key optedOut = await Replicated();
        Key pair = await _service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");

        Assert.Equal((MultiRegionKeyType.Primary, Here, true),
            (byDefault.MultiRegionKeyType, byDefault.PrimaryRegion, byDefault.UsingDefaultReplicationRegions));
        Assert.Equal([Ireland], byDefault.ReplicationStatus!.Keys);
        Assert.Equal((MultiRegionKeyType.Primary, false), (named.MultiRegionKeyType, named.UsingDefaultReplicationRegions));
        Assert.Equal([Tokyo], named.ReplicationStatus!.Keys);
        Assert.Equal((MultiRegionKeyType.Primary, true), (pair.MultiRegionKeyType, pair.UsingDefaultReplicationRegions));
        foreach (Key alone in new[] { await _service.GetKey(earlier.KeyArn!), optedOut })
        {
            Assert.Equal((null, null, null), (alone.MultiRegionKeyType, alone.PrimaryRegion, alone.ReplicationStatus));
        }

        Assert.Equal(
            new[] { ArnIn(Ireland, byDefault), ArnIn(Ireland, pair) }.Order(StringComparer.Ordinal), (await In(Ireland).ListKeys())
                .Select(key => key.KeyArn!)
                .Order(StringComparer.Ordinal));
        Assert.Equal([named.KeyArn!.Replace(Here, Tokyo, StringComparison.Ordinal)], (await In(Tokyo).ListKeys()).Select(key => key.KeyArn));
    }

    [Theory]
    [InlineData(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Tdes2Key, "B")]
    [InlineData(KeyUsage.Tr31K0KeyEncryptionKey, KeyAlgorithm.Aes256, "D")]
    [InlineData(KeyUsage.Tr31M7HmacKey, KeyAlgorithm.HmacSha384, "C")]
    public async Task A_replica_has_its_primarys_id_check_value_and_attributes(string usage, string algorithm, string modes)
    {
        Key primary =
            await _service.CreateKey(usage, algorithm, modes, request => request with { ReplicationRegions = [Ireland, Tokyo, Ireland], Exportable = false });

        Assert.Equal([Tokyo, Ireland], primary.ReplicationStatus!.Keys.Order());
        Assert.All(primary.ReplicationStatus.Values, status => Assert.Equal(KeyReplicationState.Synchronized, status.Status));
        Assert.Equal(primary.ReplicationStatus.Keys.Order(), (await _service.GetKey(primary.KeyArn!)).ReplicationStatus!.Keys.Order());
        foreach (string region in new[] { Ireland, Tokyo })
        {
            Key replica = await In(region).GetKey(ArnIn(region, primary));
            Assert.Equal((MultiRegionKeyType.Replica, Here, null), (replica.MultiRegionKeyType, replica.PrimaryRegion, replica.ReplicationStatus));
            Assert.Equal(
                (primary.KeyCheckValue, primary.KeyCheckValueAlgorithm, primary.KeyAttributes, primary.Exportable, primary.Enabled, primary.KeyState,
                    primary.KeyOrigin, primary.CreateTimestamp),
                (replica.KeyCheckValue, replica.KeyCheckValueAlgorithm, replica.KeyAttributes, replica.Exportable, replica.Enabled, replica.KeyState,
                    replica.KeyOrigin, replica.CreateTimestamp));
            KeySummary summary = Assert.Single(await In(region).ListKeys());
            Assert.Equal((null, null), (summary.MultiRegionKeyType, summary.PrimaryRegion));
        }

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => In(Ireland).GetKey(primary.KeyArn!));
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => In("us-west-2").GetKey(ArnIn("us-west-2", primary)));
    }

    // The documentation has these members in a listing, the live service leaves them out.
    [Fact]
    public async Task A_documented_listing_says_where_a_key_is_at_home()
    {
        using ILocalEngine documented = _store.Open(options => options with { InMemory = true, Conformance = Conformance.Documented });
        await documented.Default().CreateKey(change: request => request with { ReplicationRegions = [Ireland] });
        IPaymentCryptography ireland = documented.ForScope(new AccountScope(AccountScope.DefaultAccountId, Ireland));

        KeySummary primary = Assert.Single(await documented.Default().ListKeys());
        KeySummary replica = Assert.Single(await ireland.ListKeys());

        Assert.Equal((MultiRegionKeyType.Primary, Here), (primary.MultiRegionKeyType, primary.PrimaryRegion));
        Assert.Equal((MultiRegionKeyType.Replica, Here), (replica.MultiRegionKeyType, replica.PrimaryRegion));
    }

    [Fact]
    public async Task A_replica_refuses_every_change()
    {
        Key primary = await Replicated(Ireland);
        string replica = ArnIn(Ireland, primary);
        await In(Ireland).CreateAlias("alias/replica", replica);
        Key before = await In(Ireland).GetKey(replica);
        string policy = """{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"*","Resource":"*"}}""";

        await AssertRefused(new StopKeyUsageRequest { KeyIdentifier = replica });
        await AssertRefused(new StopKeyUsageRequest { KeyIdentifier = "alias/replica" });
        await AssertRefused(new StartKeyUsageRequest { KeyIdentifier = replica });
        await AssertRefused(new DeleteKeyRequest { KeyIdentifier = replica });
        await AssertRefused(new RestoreKeyRequest { KeyIdentifier = replica });
        await AssertRefused(new AddKeyReplicationRegionsRequest { KeyIdentifier = replica, ReplicationRegions = [Tokyo] });
        await AssertRefused(new RemoveKeyReplicationRegionsRequest { KeyIdentifier = replica, ReplicationRegions = [Ireland] });
        await AssertRefused(new PutResourcePolicyRequest { ResourceArn = replica, Policy = policy });
        await AssertRefused(new DeleteResourcePolicyRequest { ResourceArn = replica });

        Assert.Equal(before, await In(Ireland).GetKey(replica));

        async Task AssertRefused<T>(ApiRequest<T> request)
            where T : ApiResponse
        {
            ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => In(Ireland).Send(request));
            Assert.Contains($"is a replica and cannot be changed: change its primary in {Here}", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Replicas_follow_their_primary_into_every_state()
    {
        Key primary = await Replicated(Ireland);
        string replica = ArnIn(Ireland, primary);
        string? alone = (await In(Ireland).CreateKey()).KeyArn;

        _store.Clock.Advance(TimeSpan.FromHours(1));
        await _service.Send(new StopKeyUsageRequest { KeyIdentifier = primary.KeyArn });
        Assert.Equal((false, TemporaryStore.Start.AddHours(1)), await Usage());
        await _service.Send(new StartKeyUsageRequest { KeyIdentifier = primary.KeyArn });
        Assert.Equal((true, null), await Usage());
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = primary.KeyArn, DeleteKeyInDays = 3 });
        Assert.Equal(KeyState.DeletePending, (await In(Ireland).GetKey(replica)).KeyState);
        await _service.Send(new RestoreKeyRequest { KeyIdentifier = primary.KeyArn });
        Assert.Equal((KeyState.CreateComplete, false), ((await In(Ireland).GetKey(replica)).KeyState, (await In(Ireland).GetKey(replica)).Enabled!.Value));
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = primary.KeyArn, DeleteKeyInDays = 3 });
        await In(Ireland).CreateAlias("alias/replica", replica);
        _store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(KeyState.DeleteComplete, (await In(Ireland).GetKey(replica)).KeyState);
        Assert.Equal(KeyState.DeleteComplete, (await _service.GetKey(primary.KeyArn!)).KeyState);
        Assert.Null((await In(Ireland).Send(new GetAliasRequest { AliasName = "alias/replica" })).Alias!.KeyArn);
        Assert.True((await In(Ireland).GetKey(alone!)).Enabled);

        async Task<(bool Enabled, DateTimeOffset? Stopped)> Usage()
        {
            Key key = await In(Ireland).GetKey(replica);
            return (key.Enabled!.Value, key.UsageStopTimestamp);
        }
    }

    [Fact]
    public async Task Replicas_are_added_to_and_taken_from_a_key_that_exists()
    {
        Key key = await _service.CreateKey();
        Key added = await Add(key, Ireland);
        Assert.Equal((MultiRegionKeyType.Primary, Here, false), (added.MultiRegionKeyType, added.PrimaryRegion, added.UsingDefaultReplicationRegions));
        Assert.Equal([Tokyo, Ireland], (await Add(key, Tokyo, Ireland)).ReplicationStatus!.Keys.Order());
        Assert.Equal(key.KeyCheckValue, (await In(Tokyo).GetKey(ArnIn(Tokyo, key))).KeyCheckValue);
        await In(Ireland).CreateAlias("alias/replica", ArnIn(Ireland, key));
        await In(Ireland).Send(new TagResourceRequest { ResourceArn = ArnIn(Ireland, key), Tags = [new Tag { Key = "k", Value = "v" }] });

        Assert.Equal([Tokyo], (await Remove(key, Ireland)).ReplicationStatus!.Keys);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => In(Ireland).GetKey(ArnIn(Ireland, key)));
        // What hung on the replica goes with it: the alias is free, and a replica that is added again is bare.
        Assert.Null((await In(Ireland).Send(new GetAliasRequest { AliasName = "alias/replica" })).Alias!.KeyArn);
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => Remove(key, Ireland));
        Assert.Contains(Ireland, error.Message, StringComparison.Ordinal);
        await Add(key, Ireland);
        Assert.Empty((await In(Ireland).Send(new ListTagsForResourceRequest { ResourceArn = ArnIn(Ireland, key) })).Tags!);

        Key last = await Remove(key, Tokyo, Ireland);
        Assert.Equal((null, null, null), (last.MultiRegionKeyType, last.PrimaryRegion, last.ReplicationStatus));
        Assert.Equal(key, await _service.GetKey(key.KeyArn!));
    }

    [Fact]
    public async Task Regions_that_are_added_and_taken_off_are_what_the_key_says_afterwards()
    {
        Key key = await _service.CreateKey();
        await Enable("us-west-2");
        await Add(key, Ireland, Tokyo);
        await AssertKept(Ireland, Tokyo);
        await Remove(key, Ireland);
        await AssertKept(Tokyo);

        async Task AssertKept(params string[] regions)
        {
            Key kept = await _service.GetKey(key.KeyArn!);
            Assert.Equal((MultiRegionKeyType.Primary, Here, false), (kept.MultiRegionKeyType, kept.PrimaryRegion, kept.UsingDefaultReplicationRegions));
            Assert.Equal(regions.Order(StringComparer.Ordinal), kept.ReplicationStatus!.Keys.Order(StringComparer.Ordinal));
        }
    }

    // A region's certificates are by its own authority: the primary's would lead whoever checks it to another root.
    [Fact]
    public async Task A_pair_that_is_replicated_after_it_was_certified_is_certified_anew_there()
    {
        Key pair = await _service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");
        GetPublicKeyCertificateResponse here = await _service.Send(new GetPublicKeyCertificateRequest { KeyIdentifier = pair.KeyArn });

        await Add(pair, Ireland);

        GetPublicKeyCertificateResponse there = await In(Ireland).Send(new GetPublicKeyCertificateRequest { KeyIdentifier = ArnIn(Ireland, pair) });
        Assert.NotEqual(here.KeyCertificate, there.KeyCertificate);
        Assert.NotEqual(here.KeyCertificateChain, there.KeyCertificateChain);
    }

    [Fact]
    public async Task An_empty_list_changes_nothing()
    {
        Key key = await _service.CreateKey();

        Assert.Equal(key, await Add(key));
        Assert.Equal(key, await Remove(key));
        Assert.Equal(key, await _service.GetKey(key.KeyArn!));
    }

    [Fact]
    public async Task Only_usable_keys_are_replicated_pairs_too_and_never_into_their_own_region()
    {
        Key key = await _service.CreateKey();
        Key pair = await _service.CreateKey(KeyUsage.Tr31K3AsymmetricKeyForKeyAgreement, KeyAlgorithm.EccNistP256, "X");

        await Add(pair, Ireland);
        Key replica = await In(Ireland).GetKey(ArnIn(Ireland, pair));
        Assert.Equal((MultiRegionKeyType.Replica, pair.KeyCheckValue), (replica.MultiRegionKeyType, replica.KeyCheckValue));
        await In(Ireland).Send(new GetPublicKeyCertificateRequest { KeyIdentifier = replica.KeyArn });
        await Refused(Here, () => Add(key, Ireland, Here));
        await Refused(Here, () => Replicated(Here));
        await _service.Send(new StopKeyUsageRequest { KeyIdentifier = key.KeyArn });
        await Refused("is disabled", () => Add(key, Ireland));
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = key.KeyArn });
        await Refused("not in CREATE_COMPLETE state", () => Add(key, Ireland));

        Assert.Equal([replica.KeyArn], (await In(Ireland).ListKeys()).Select(listed => listed.KeyArn));
        Assert.Equal(2, (await _service.ListKeys()).Count);

        static async Task Refused(string reason, Func<Task> call) =>
            Assert.Contains(reason, (await Assert.ThrowsAsync<ValidationException>(call)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicas_of_a_destroyed_key_are_records_that_stay()
    {
        Key key = await Replicated(Ireland);
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = key.KeyArn, DeleteKeyInDays = 3 });
        _store.Clock.Advance(TimeSpan.FromDays(3));

        await Assert.ThrowsAsync<ValidationException>(() => Remove(key, Ireland));

        Assert.Equal([KeyState.DeleteComplete], (await In(Ireland).ListKeys()).Select(replica => replica.KeyState));
    }

    [Fact]
    public async Task Replicas_count_against_the_quota_of_their_own_region()
    {
        using ILocalEngine small = _store.Open(options => options with { InMemory = true, Quotas = new ServiceQuotas { Keys = 2 } });
        IPaymentCryptography service = small.Default();
        IPaymentCryptography ireland = small.ForScope(new AccountScope(AccountScope.DefaultAccountId, Ireland));
        await ireland.CreateKey();
        Key key = await service.CreateKey(change: request => request with { ReplicationRegions = [Ireland] });

        // Neither half of it happens.
        ServiceQuotaExceededException error = await Assert.ThrowsAsync<ServiceQuotaExceededException>(() =>
            service.CreateKey(change: request => request with { ReplicationRegions = [Tokyo, Ireland] }));
        Assert.Contains(Ireland, error.Message, StringComparison.Ordinal);
        Assert.Single(await service.ListKeys());
        Assert.Empty(await small.ForScope(new AccountScope(AccountScope.DefaultAccountId, Tokyo)).ListKeys());
        Key second = await service.CreateKey();
        await Assert.ThrowsAsync<ServiceQuotaExceededException>(() =>
            service.Send(new AddKeyReplicationRegionsRequest { KeyIdentifier = second.KeyArn, ReplicationRegions = [Ireland] }));
        Assert.Equal(second, await service.GetKey(second.KeyArn!));

        await service.Send(new RemoveKeyReplicationRegionsRequest { KeyIdentifier = key.KeyArn, ReplicationRegions = [Ireland] });
        await ireland.CreateKey();
        await Assert.ThrowsAsync<ServiceQuotaExceededException>(() => ireland.CreateKey());
    }

    private static string ArnIn(string region, Key key) => key.KeyArn!.Replace(Here, region, StringComparison.Ordinal);

    private IPaymentCryptography In(string region) => _engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, region));

    private Task<Key> Replicated(params string[] regions) => _service.CreateKey(change: request => request with { ReplicationRegions = regions });

    private async Task<Key> Add(Key key, params string[] regions) =>
        (await _service.Send(new AddKeyReplicationRegionsRequest { KeyIdentifier = key.KeyArn, ReplicationRegions = regions })).Key!;

    private async Task<Key> Remove(Key key, params string[] regions) =>
        (await _service.Send(new RemoveKeyReplicationRegionsRequest { KeyIdentifier = key.KeyArn, ReplicationRegions = regions })).Key!;

    private async Task<IReadOnlyList<string>> Enable(params string[] regions) =>
        (await _service.Send(new EnableDefaultKeyReplicationRegionsRequest { ReplicationRegions = regions })).EnabledReplicationRegions!;

    private static async Task<IReadOnlyList<string>> Defaults(IPaymentCryptography service) =>
        (await service.Send(new GetDefaultKeyReplicationRegionsRequest())).EnabledReplicationRegions!;
}
