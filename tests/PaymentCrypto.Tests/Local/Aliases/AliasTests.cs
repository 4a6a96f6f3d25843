using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Aliases;

/// <summary>Aliases as the user guide's page on them describes: names on their own, with at most one key each.</summary>
public sealed class AliasTests : IDisposable
{
    private const string Unknown = "arn:aws:payment-cryptography:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa";

    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public AliasTests()
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
    public async Task An_alias_stands_for_its_key_by_name_and_by_ARN()
    {
        Key key = await _service.CreateKey();

        Alias created = (await _service.CreateAlias("alias/pin/acquirer-1", key.KeyArn)).Alias!;

        Assert.Equal(("alias/pin/acquirer-1", key.KeyArn), (created.AliasName, created.KeyArn));
        Assert.Equal(created, await Get("alias/pin/acquirer-1"));
        Assert.Equal(key, await _service.GetKey("alias/pin/acquirer-1"));
        Assert.Equal(key, await _service.GetKey("arn:aws:payment-cryptography:us-east-1:111122223333:alias/pin/acquirer-1"));
        await _service.Send(new StopKeyUsageRequest { KeyIdentifier = "alias/pin/acquirer-1" });
        Assert.False((await _service.GetKey(key.KeyArn!)).Enabled);
    }

    [Fact]
    public async Task A_name_that_is_taken_conflicts_and_stays_with_its_key()
    {
        string first = (await _service.CreateKey()).KeyArn!;
        string second = (await _service.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/taken", first);

        ConflictException error = await Assert.ThrowsAsync<ConflictException>(() => _service.CreateAlias("alias/taken", second));
        // Not idempotent, whatever the model's trait says: the same call again fails as well.
        await Assert.ThrowsAsync<ConflictException>(() => _service.CreateAlias("alias/taken", first));

        Assert.Equal(409, error.HttpStatus);
        Assert.Contains("alias/taken", error.Message, StringComparison.Ordinal);
        Assert.Equal(first, (await Get("alias/taken")).KeyArn);
    }

    [Fact]
    public async Task A_key_and_its_alias_are_made_together_or_neither_is()
    {
        CreateKeyRequest key = new() { KeyAttributes = KeyCalls.Attributes(KeyUsage.Tr31P0PinEncryptionKey, KeyAlgorithm.Aes128, "B"), Exportable = false };
        Task<CreateKeyWithAliasResponse> Create(string name, CreateKeyRequest request) =>
            _service.Send(new CreateKeyWithAliasRequest { Key = request, AliasName = name });

        CreateKeyWithAliasResponse made = await Create("alias/both", key);

        Assert.Equal((made.Key.KeyArn, made.Key.KeyArn), (made.Alias.KeyArn, (await Get("alias/both")).KeyArn));
        Assert.Equal((false, true), (made.Key.Exportable, made.Key.Enabled));
        await Assert.ThrowsAsync<ConflictException>(() => Create("alias/both", key));
        await Assert.ThrowsAsync<ValidationException>(() => Create("no alias", key));
        await Assert.ThrowsAsync<ValidationException>(() => Create("alias/other", key with { KeyAttributes = null }));
        Assert.Single(await _service.ListKeys());
        Key disabled = (await Create("alias/disabled", key with { Enabled = false })).Key;
        Assert.Equal((false, null, TemporaryStore.Start), (disabled.Enabled, disabled.UsageStartTimestamp, disabled.UsageStopTimestamp));
    }

    [Theory]
    [InlineData("alias/spare")]
    [InlineData("arn:aws:payment-cryptography:us-east-1:111122223333:alias/spare")]
    public async Task An_unassigned_alias_is_no_key_until_it_gets_one(string identifier)
    {
        Assert.Null((await _service.CreateAlias("alias/spare")).Alias!.KeyArn);
        Assert.Null((await Get("alias/spare")).KeyArn);

        ResourceNotFoundException error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => _service.GetKey(identifier));
        Assert.Equal(identifier, error.ResourceId);
        Assert.Contains("has no key", error.Message, StringComparison.Ordinal);

        string arn = (await _service.CreateKey()).KeyArn!;
        Assert.Equal(arn, (await Update("alias/spare", arn)).KeyArn);
        Assert.Equal(arn, (await _service.GetKey(identifier)).KeyArn);
    }

    [Fact]
    public async Task Update_moves_an_alias_to_any_other_key_and_without_a_key_unassigns_it()
    {
        string first = (await _service.CreateKey()).KeyArn!;
        string other = (await _service.CreateKey(KeyUsage.Tr31M7HmacKey, KeyAlgorithm.HmacSha256, "C")).KeyArn!;
        await _service.CreateAlias("alias/moving", first);

        Assert.Equal(other, (await Update("alias/moving", other)).KeyArn);
        Assert.Equal(other, (await _service.GetKey("alias/moving")).KeyArn);
        Assert.Empty(await List(first));
        Assert.Equal(["alias/moving"], await List(other));

        Assert.Null((await Update("alias/moving", keyArn: null)).KeyArn);
        Assert.Null((await Get("alias/moving")).KeyArn);
        Assert.Empty(await List(other));
    }

    [Fact]
    public async Task Delete_gives_the_name_up_and_leaves_the_key_alone()
    {
        Key key = await _service.CreateKey();
        await _service.CreateAlias("alias/former", key.KeyArn);

        await _service.Send(new DeleteAliasRequest { AliasName = "alias/former" });

        Assert.Equal(key, await _service.GetKey(key.KeyArn!));
        await AssertUnknown("alias/former", () => Get("alias/former"));
        await AssertUnknown("alias/former", () => _service.GetKey("alias/former"));
        await _service.CreateAlias("alias/former");
    }

    [Fact]
    public async Task What_is_not_there_is_named_as_it_was_asked_for()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/there", arn);

        await AssertUnknown("alias/nowhere", () => Get("alias/nowhere"));
        await AssertUnknown("alias/nowhere", () => Update("alias/nowhere", arn));
        await AssertUnknown("alias/nowhere", () => Update("alias/nowhere", keyArn: null));
        await AssertUnknown("alias/nowhere", () => _service.Send(new DeleteAliasRequest { AliasName = "alias/nowhere" }));
        await AssertUnknown(Unknown, () => _service.CreateAlias("alias/new", Unknown));
        await AssertUnknown(Unknown, () => Update("alias/there", Unknown));
        await AssertUnknown(Unknown, () => List(Unknown));

        await AssertUnknown("alias/new", () => Get("alias/new"));
        Assert.Equal(arn, (await Get("alias/there")).KeyArn);
    }

    [Fact]
    public async Task Names_differ_by_case()
    {
        string lower = (await _service.CreateKey()).KeyArn!;
        string upper = (await _service.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/kek", lower);
        await _service.CreateAlias("alias/KEK", upper);

        Assert.Equal((lower, upper), ((await Get("alias/kek")).KeyArn, (await Get("alias/KEK")).KeyArn));
        await AssertUnknown("alias/Kek", () => Get("alias/Kek"));
        await _service.Send(new DeleteAliasRequest { AliasName = "alias/KEK" });
        Assert.Equal(lower, (await Get("alias/kek")).KeyArn);
    }

    [Theory]
    [InlineData("111122223333", "eu-west-1")]
    [InlineData("444455556666", "us-east-1")]
    public async Task Each_account_and_region_has_names_of_its_own(string account, string region)
    {
        IPaymentCryptography elsewhere = _engine.ForScope(new AccountScope(account, region));
        string here = (await _service.CreateKey()).KeyArn!;
        string there = (await elsewhere.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/same", here);

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => elsewhere.GetKey("alias/same"));
        await elsewhere.CreateAlias("alias/same", there);

        Assert.Equal(here, (await _service.GetKey("alias/same")).KeyArn);
        Assert.Equal(there, (await elsewhere.GetKey("alias/same")).KeyArn);
        // Neither a key nor an alias of one place can be had in the other, though both exist.
        await AssertUnknown(there, () => _service.CreateAlias("alias/foreign", there));
        await AssertUnknown(there, () => Update("alias/same", there));
        await AssertUnknown($"arn:aws:payment-cryptography:{region}:{account}:alias/same",
            () => _service.GetKey($"arn:aws:payment-cryptography:{region}:{account}:alias/same"));
    }

    [Fact]
    public async Task The_names_of_one_key_or_of_all_are_listed()
    {
        string key = (await _service.CreateKey()).KeyArn!;
        string other = (await _service.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/b", key);
        await _service.CreateAlias("alias/a", key);
        await _service.CreateAlias("alias/c", other);
        await _service.CreateAlias("alias/d");

        Assert.Equal(["alias/a", "alias/b", "alias/c", "alias/d"], (await List(keyArn: null)).Order(StringComparer.Ordinal));
        Assert.Equal(["alias/a", "alias/b"], (await List(key)).Order(StringComparer.Ordinal));
        Assert.Equal(["alias/c"], await List(other));
    }

    [Theory]
    [InlineData("alias/")]
    [InlineData("alias")]
    [InlineData("Alias/a")]
    [InlineData("alias/a b")]
    [InlineData("alias/a:b")]
    [InlineData("alias/a.b")]
    [InlineData("alias/ä")]
    [InlineData("alias/a\n")]
    [InlineData("arn:aws:payment-cryptography:us-east-1:111122223333:alias/a")]
    public async Task A_name_of_another_form_is_refused_by_every_call(string name)
    {
        Assert.Equal("PcMemberInvalid", (await Assert.ThrowsAsync<ValidationException>(() => _service.CreateAlias(name))).ErrorId);
        Assert.Equal("PcMemberInvalid", (await Assert.ThrowsAsync<ValidationException>(() => Get(name))).ErrorId);
        Assert.Equal("PcMemberInvalid", (await Assert.ThrowsAsync<ValidationException>(() => Update(name, keyArn: null))).ErrorId);
        Assert.Equal("PcMemberInvalid",
            (await Assert.ThrowsAsync<ValidationException>(() => _service.Send(new DeleteAliasRequest { AliasName = name }))).ErrorId);
    }

    [Fact]
    public async Task A_name_has_7_to_256_characters()
    {
        string longest = "alias/" + new string('x', 250);
        await _service.CreateAlias("alias/x");
        await _service.CreateAlias(longest);

        await Assert.ThrowsAsync<ValidationException>(() => _service.CreateAlias(longest + "x"));
        Assert.Equal(longest, (await Get(longest)).AliasName);
    }

    [Fact]
    public async Task A_key_is_assigned_by_its_full_ARN_only()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/there", arn);

        Assert.Equal("PcMemberInvalid", (await Assert.ThrowsAsync<ValidationException>(() => _service.CreateAlias("alias/new", "alias/there"))).ErrorId);
        Assert.Equal("PcMemberInvalid", (await Assert.ThrowsAsync<ValidationException>(() => _service.CreateAlias("alias/new", arn[^16..]))).ErrorId);
    }

    [Fact]
    public async Task An_alias_still_resolves_while_deletion_waits_and_is_unassigned_when_the_key_is_gone()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await _service.CreateAlias("alias/doomed", arn);
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = "alias/doomed", DeleteKeyInDays = 3 });

        Assert.Equal(KeyState.DeletePending, (await _service.GetKey("alias/doomed")).KeyState);
        await _service.CreateAlias("alias/late", arn);
        _store.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal((null, null), ((await Get("alias/doomed")).KeyArn, (await Get("alias/late")).KeyArn));
        await AssertUnknown("alias/doomed", () => _service.GetKey("alias/doomed"));
        await AssertUnknown(arn, () => Update("alias/doomed", arn));
        await AssertUnknown(arn, () => _service.CreateAlias("alias/later", arn));
    }

    [Fact]
    public async Task The_quota_counts_aliases_of_the_account_and_region()
    {
        using ILocalEngine small = _store.Open(options => options with { InMemory = true, Quotas = new ServiceQuotas { Aliases = 2 } });
        IPaymentCryptography service = small.Default();
        await service.CreateAlias("alias/1");
        await service.CreateAlias("alias/2");

        Assert.Equal(402, (await Assert.ThrowsAsync<ServiceQuotaExceededException>(() => service.CreateAlias("alias/3"))).HttpStatus);
        await Assert.ThrowsAsync<ConflictException>(() => service.CreateAlias("alias/2"));
        await small.ForScope(new AccountScope(AccountScope.DefaultAccountId, "eu-west-1")).CreateAlias("alias/3");
        await service.Send(new DeleteAliasRequest { AliasName = "alias/1" });
        await service.CreateAlias("alias/3");
    }

    private static async Task AssertUnknown(string resource, Func<Task> call) =>
        Assert.Equal(resource, (await Assert.ThrowsAsync<ResourceNotFoundException>(call)).ResourceId);

    private async Task<Alias> Get(string name) => (await _service.Send(new GetAliasRequest { AliasName = name })).Alias!;

    private async Task<Alias> Update(string name, string? keyArn) => (await _service.Send(new UpdateAliasRequest { AliasName = name, KeyArn = keyArn })).Alias!;

    private async Task<string[]> List(string? keyArn) =>
        [.. (await _service.Send(new ListAliasesRequest { KeyArn = keyArn })).Aliases!.Select(alias => alias.AliasName!)];
}
