using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Local;

public sealed class TokenReuseTests : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_new_call_makes_a_new_token_that_ends_in_30_days()
    {
        using ILocalEngine engine = _store.Open();

        GetParametersForImportResponse first = await engine.Default().ImportParameters();
        GetParametersForImportResponse second = await engine.Default().ImportParameters();

        Assert.Matches("^import-token-[a-z2-7]{16}$", first.ImportToken);
        Assert.NotEqual(first.ImportToken, second.ImportToken);
        Assert.NotEqual(first.WrappingKeyCertificate, second.WrappingKeyCertificate);
        Assert.Equal(TemporaryStore.Start.AddDays(30), first.ParametersValidUntilTimestamp);
        Assert.Equal(KeyAlgorithm.Rsa2048, first.WrappingKeyAlgorithm);
    }

    [Fact]
    public async Task Reuse_returns_everything_of_the_last_token_again_also_after_a_restart()
    {
        GetParametersForImportResponse first;
        using (ILocalEngine engine = _store.Open())
        {
            _ = await engine.Default().ImportParameters();
            _store.Clock.Advance(TimeSpan.FromMinutes(1));
            first = await engine.Default().ImportParameters();
        }

        using ILocalEngine reopened = _store.Open();
        GetParametersForImportResponse again = await reopened.Default().ImportParameters(reuse: true);

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Reuse_with_nothing_to_reuse_makes_a_token_as_usual()
    {
        using ILocalEngine engine = _store.Open();

        Assert.Matches("^export-token-[a-z2-7]{16}$", (await engine.Default().ExportParameters(reuse: true)).ExportToken);
    }

    /// <summary>Two engines on one store stand for two processes: they share nothing but the files.</summary>
    [Fact]
    public async Task Calls_at_once_that_find_nothing_to_reuse_share_one_token()
    {
        using ILocalEngine engine = _store.Open();
        using ILocalEngine other = _store.Open();

        GetParametersForExportResponse[] answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(index => Task.Run(() => (index % 2 == 0 ? engine : other).Default().ExportParameters(reuse: true))));

        Assert.Single(answers.Select(answer => answer.ExportToken).Distinct());
        Assert.Single(await engine.Default().Tokens());
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1000, false)]
    [InlineData(-1, true)]
    public async Task Exactly_7_days_left_reuses_and_a_moment_less_does_not(int millisecondsLate, bool reused)
    {
        using ILocalEngine engine = _store.Open();
        GetParametersForImportResponse first = await engine.Default().ImportParameters();

        _store.Clock.Advance(TimeSpan.FromDays(23) + TimeSpan.FromMilliseconds(millisecondsLate));
        GetParametersForImportResponse again = await engine.Default().ImportParameters(reuse: true);

        Assert.Equal(reused, first.ImportToken == again.ImportToken);
    }

    [Fact]
    public async Task Less_than_a_millisecond_under_7_days_is_still_too_little()
    {
        using ILocalEngine engine = _store.Open();
        GetParametersForImportResponse first = await engine.Default().ImportParameters();

        _store.Clock.Advance(TimeSpan.FromDays(23) + TimeSpan.FromTicks(1));
        GetParametersForImportResponse again = await engine.Default().ImportParameters(reuse: true);

        Assert.NotEqual(first.ImportToken, again.ImportToken);
    }

    [Fact]
    public async Task Each_material_type_algorithm_direction_account_and_region_has_its_own_last_token()
    {
        using ILocalEngine engine = _store.Open();
        IPaymentCryptography service = engine.Default();
        IPaymentCryptography otherAccount = engine.ForScope(new AccountScope("444455556666", AccountScope.DefaultRegion));
        IPaymentCryptography otherRegion = engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "eu-west-1"));

        string?[] tokens =
        [
            (await service.ImportParameters()).ImportToken,
            (await service.ImportParameters(reuse: true, type: KeyMaterialType.KeyCryptogram)).ImportToken,
            (await service.ImportParameters(reuse: true, algorithm: KeyAlgorithm.Rsa3072)).ImportToken,
            (await service.ExportParameters(reuse: true)).ExportToken,
            (await otherAccount.ImportParameters(reuse: true)).ImportToken,
            (await otherRegion.ImportParameters(reuse: true)).ImportToken,
        ];

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
        Assert.Equal(tokens[0], (await service.ImportParameters(reuse: true)).ImportToken);
        Assert.Equal(tokens[4], (await otherAccount.ImportParameters(reuse: true)).ImportToken);
    }

    [Fact]
    public async Task Older_tokens_stay_until_they_expire_and_are_destroyed_only_by_a_purge()
    {
        using ILocalEngine engine = _store.Open();
        IPaymentCryptography service = engine.Default();
        string? older = (await service.ImportParameters()).ImportToken;
        _store.Clock.Advance(TimeSpan.FromDays(1));
        string? newer = (await service.ImportParameters()).ImportToken;

        _store.Clock.Advance(TimeSpan.FromDays(29) - TimeSpan.FromMilliseconds(1));
        Assert.Equal([newer, older], (await service.Tokens()).Where(token => !token.Expired).Select(token => token.Token));

        _store.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([newer], (await service.Tokens()).Where(token => !token.Expired).Select(token => token.Token));

        PurgeExpiredTokensResponse purged = await service.SendAsync(new PurgeExpiredTokensRequest(), TestContext.Current.CancellationToken);
        Assert.Equal(1, purged.Count);
        Assert.Equal([newer], (await service.Tokens()).Select(token => token.Token));
    }

    [Fact]
    public async Task A_revoked_token_is_gone_and_the_one_before_it_is_the_last_again()
    {
        using ILocalEngine engine = _store.Open();
        IPaymentCryptography service = engine.Default();
        string? first = (await service.ImportParameters()).ImportToken;
        string second = (await service.ImportParameters()).ImportToken!;

        await service.SendAsync(new RevokeTokenRequest { Token = second }, TestContext.Current.CancellationToken);

        Assert.Equal(first, (await service.ImportParameters(reuse: true)).ImportToken);
        ResourceNotFoundException error = await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            service.SendAsync(new RevokeTokenRequest { Token = second }, TestContext.Current.CancellationToken));
        Assert.Equal(second, error.ResourceId);
    }

    [Fact]
    public async Task A_token_made_with_the_clock_ahead_is_not_reused_before_its_time()
    {
        GetParametersForImportResponse ahead;
        using (ILocalEngine rehearsal = _store.Open(options => options with { TimeProvider = new MovedClock(TimeSpan.FromDays(20), options.TimeProvider) }))
        {
            ahead = await rehearsal.Default().ImportParameters();
        }

        using ILocalEngine engine = _store.Open();
        GetParametersForImportResponse now = await engine.Default().ImportParameters(reuse: true);

        Assert.NotEqual(ahead.ImportToken, now.ImportToken);
        Assert.Equal(TemporaryStore.Start.AddDays(50), ahead.ParametersValidUntilTimestamp);
        Assert.Equal(TemporaryStore.Start.AddDays(30), now.ParametersValidUntilTimestamp);
    }

    [Fact]
    public async Task A_listing_says_which_tokens_would_be_reused_and_which_have_ended()
    {
        using ILocalEngine engine = _store.Open(options => options with { InMemory = true });
        IPaymentCryptography service = engine.Default();
        _ = await service.ImportParameters();
        async Task<(bool Reusable, bool Expired)> At(TimeSpan age)
        {
            _store.Clock.SetUtcNow(TemporaryStore.Start + age);
            TokenSummary token = Assert.Single(await service.Tokens());
            return (token.Reusable, token.Expired);
        }

        Assert.Equal((true, false), await At(TimeSpan.FromDays(23)));
        Assert.Equal((false, false), await At(TimeSpan.FromDays(23) + TimeSpan.FromMilliseconds(1)));
        Assert.Equal((false, false), await At(TimeSpan.FromDays(30) - TimeSpan.FromMilliseconds(1)));
        Assert.Equal((false, true), await At(TimeSpan.FromDays(30)));
    }

    // The certificate of a token begins an hour before the token was made, and no earlier may it be given to somebody.
    [Theory]
    [InlineData(60 * 60 * 1000, true)]
    [InlineData((60 * 60 * 1000) + 1, false)]
    public async Task A_token_made_with_the_clock_ahead_is_reused_from_an_hour_before(int millisecondsAhead, bool reused)
    {
        var ahead = TimeSpan.FromMilliseconds(millisecondsAhead);
        string? made;
        using (ILocalEngine rehearsal = _store.Open(options => options with { TimeProvider = new MovedClock(ahead, options.TimeProvider) }))
        {
            made = (await rehearsal.Default().ImportParameters()).ImportToken;
        }

        using ILocalEngine engine = _store.Open();
        Assert.Equal(reused, Assert.Single(await engine.Default().Tokens()).Reusable);
        Assert.Equal(reused, made == (await engine.Default().ImportParameters(reuse: true)).ImportToken);
    }

    [Fact]
    public async Task Tokens_are_listed_page_by_page_newest_first()
    {
        using ILocalEngine engine = _store.Open();
        IPaymentCryptography service = engine.Default();
        List<string?> made = [];
        for (int i = 0; i < 3; i++)
        {
            made.Add((await service.ImportParameters()).ImportToken);
        }

        List<string?> listed = [];
        string? next = null;
        do
        {
            ListTokensResponse page =
                await service.SendAsync(new ListTokensRequest { MaxResults = 2, NextToken = next }, TestContext.Current.CancellationToken);
            listed.AddRange(page.Tokens.Select(token => token.Token));
            next = page.NextToken;
        }
        while (next is not null);

        made.Reverse();
        Assert.Equal(made, listed);
    }

    [Fact]
    public async Task A_page_of_tokens_has_1_to_1000_and_begins_where_another_ended()
    {
        using ILocalEngine engine = _store.Open(options => options with { InMemory = true });
        _ = await engine.Default().ImportParameters();
        Task<ListTokensResponse> List(int? most, string? next = null) =>
            engine.Default().SendAsync(new ListTokensRequest { MaxResults = most, NextToken = next }, TestContext.Current.CancellationToken);

        Assert.Single((await List(1)).Tokens);
        Assert.Single((await List(1000)).Tokens);
        Assert.Null((await List(null)).NextToken);
        await Assert.ThrowsAsync<ValidationException>(() => List(0));
        await Assert.ThrowsAsync<ValidationException>(() => List(1001));
        await Assert.ThrowsAsync<ValidationException>(() => List(1, "-1"));
    }
}
