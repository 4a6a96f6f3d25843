using System.Text;
using FsCheck.Xunit;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Paging;

/// <summary>The listings of keys, aliases and tags: whole, stable while others write, and deaf to tokens that are not theirs.</summary>
public sealed class PagingTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public PagingTests()
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
    public async Task A_page_has_50_items_unless_another_number_up_to_100_is_asked_for()
    {
        string arn = await MakeKeys(101);
        for (int i = 0; i < 101; i++)
        {
            await _service.CreateAlias($"alias/{i}");
        }

        await _service.Send(new TagResourceRequest
        {
            ResourceArn = arn,
            Tags = [.. Enumerable.Range(0, 101).Select(i => new Tag { Key = $"{i}", Value = "v" })]
        });

        foreach ((int? asked, int sent) in new (int?, int)[] { (null, 50), (1, 1), (99, 99), (100, 100) })
        {
            Assert.Equal(sent, (await _service.Send(new ListKeysRequest { MaxResults = asked })).Keys!.Count);
            Assert.Equal(sent, (await _service.Send(new ListAliasesRequest { MaxResults = asked })).Aliases!.Count);
            Assert.Equal(sent, (await _service.Send(new ListTagsForResourceRequest { MaxResults = asked, ResourceArn = arn })).Tags!.Count);
        }

        foreach (int outside in new[] { -1, 0, 101 })
        {
            await Assert.ThrowsAsync<ValidationException>(() => _service.Send(new ListKeysRequest { MaxResults = outside }));
            await Assert.ThrowsAsync<ValidationException>(() => _service.Send(new ListAliasesRequest { MaxResults = outside }));
            await Assert.ThrowsAsync<ValidationException>(() => _service.Send(new ListTagsForResourceRequest { MaxResults = outside, ResourceArn = arn }));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    public async Task The_last_page_has_no_token_even_when_it_is_full(int count)
    {
        await MakeKeys(count);

        ListKeysResponse only = await _service.Send(new ListKeysRequest { MaxResults = Math.Max(count, 1) });

        Assert.Equal((count, null), (only.Keys!.Count, only.NextToken));
        Assert.Equal(count, (await Pages.AllKeys(_service, 3)).Count);
    }

    [Fact]
    public async Task Keys_and_aliases_that_are_made_meanwhile_disturb_no_page()
    {
        await MakeKeys(20);
        for (int i = 10; i < 30; i++)
        {
            await _service.CreateAlias($"alias/{i}");
        }

        List<string> keysBefore = await Pages.AllKeys(_service, 100);
        List<string> aliasesBefore = await Pages.AllAliases(_service, 100);
        int made = 0;

        List<string> keys = await Pages.AllKeys(_service, 3, Meddle);
        made = 0;
        List<string> aliases = await Pages.AllAliases(_service, 3, Meddle);

        Assert.Equal(keysBefore, keys.Intersect(keysBefore));
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.Equal(aliasesBefore, aliases.Intersect(aliasesBefore));
        Assert.Equal(aliases.Count, aliases.Distinct().Count());

        // Before and behind the item at which a page ended.
        async Task Meddle()
        {
            if (made++ < 8)
            {
                await _service.CreateKey();
                await _service.CreateAlias($"alias/0-{Guid.NewGuid():N}");
                await _service.CreateAlias($"alias/2-{Guid.NewGuid():N}");
            }
        }
    }

    [Fact]
    public async Task Pages_go_on_after_an_item_that_is_no_longer_there()
    {
        for (int i = 1; i <= 4; i++)
        {
            await _service.CreateAlias($"alias/{i}");
        }

        List<string> seen = await Pages.AllAliases(_service, 2, () => _service.Send(new DeleteAliasRequest { AliasName = "alias/2" }));

        Assert.Equal(["alias/1", "alias/2", "alias/3", "alias/4"], seen);
    }

    [Fact]
    public async Task A_token_says_nothing_to_its_reader()
    {
        await MakeKeys(2);
        await _service.CreateAlias("alias/secret-name-1");
        await _service.CreateAlias("alias/secret-name-2");

        string token = (await _service.Send(new ListAliasesRequest { MaxResults = 1 })).NextToken!;

        Assert.InRange(token.Length, 1, 8192);
        Assert.DoesNotContain("secret-name", Encoding.Latin1.GetString(Convert.FromBase64String(token)), StringComparison.Ordinal);
        Assert.NotEqual(token, (await _service.Send(new ListAliasesRequest { MaxResults = 1 })).NextToken);
    }

    [Fact]
    public async Task A_token_is_good_for_the_same_question_in_the_same_account_and_region_of_the_same_store()
    {
        string arn = await MakeKeys(2);
        await _service.CreateAlias("alias/1", arn);
        await _service.CreateAlias("alias/2", arn);
        await _service.Send(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag { Key = "1", Value = "v" }, new Tag { Key = "2", Value = "v" }] });
        string keys = (await _service.Send(new ListKeysRequest { MaxResults = 1 })).NextToken!;
        string aliases = (await _service.Send(new ListAliasesRequest { MaxResults = 1 })).NextToken!;
        string aliasesOfKey = (await _service.Send(new ListAliasesRequest { MaxResults = 1, KeyArn = arn })).NextToken!;
        string tags = (await _service.Send(new ListTagsForResourceRequest { MaxResults = 1, ResourceArn = arn })).NextToken!;
        string other = (await Pages.AllKeys(_service, 100)).Single(key => key != arn);

        await AssertRefused(new ListKeysRequest { NextToken = aliases });
        await AssertRefused(new ListKeysRequest { NextToken = keys, KeyState = KeyState.CreateComplete });
        await AssertRefused(new ListAliasesRequest { NextToken = keys });
        await AssertRefused(new ListAliasesRequest { NextToken = aliases, KeyArn = arn });
        await AssertRefused(new ListAliasesRequest { NextToken = aliasesOfKey });
        await AssertRefused(new ListTagsForResourceRequest { NextToken = tags, ResourceArn = other });
        await AssertRefused(new ListKeysRequest { NextToken = keys }, _engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "eu-west-1")));
        await AssertRefused(new ListKeysRequest { NextToken = keys }, _engine.ForScope(new AccountScope("444455556666", AccountScope.DefaultRegion)));
        using ILocalEngine otherStore = _store.Open(options => options with { InMemory = true });
        await AssertRefused(new ListKeysRequest { NextToken = keys }, otherStore.Default());

        // The size of the page is not part of the question.
        Assert.Single((await _service.Send(new ListKeysRequest { NextToken = keys, MaxResults = 7 })).Keys!);
        Assert.Equal(["alias/2"],
            (await _service.Send(new ListAliasesRequest { NextToken = aliasesOfKey, KeyArn = arn })).Aliases!.Select(alias => alias.AliasName));
        Assert.Equal(["2"], (await _service.Send(new ListTagsForResourceRequest { NextToken = tags, ResourceArn = arn })).Tags!.Select(tag => tag.Key));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("AAAA")]
    [InlineData("not base64 at all!")]
    [InlineData("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_is_refused(string token)
    {
        await AssertRefused(new ListKeysRequest { NextToken = token });
        await AssertRefused(new ListAliasesRequest { NextToken = token });
        await AssertRefused(new ListTagsForResourceRequest { NextToken = token, ResourceArn = await MakeKeys(1) });
    }

    [Property(MaxTest = 50)]
    public async Task A_token_with_any_bit_changed_is_refused(ushort position)
    {
        await MakeKeys(2);
        byte[] token = Convert.FromBase64String((await _service.Send(new ListKeysRequest { MaxResults = 1 })).NextToken!);
        int bit = position % (token.Length * 8);
        token[bit / 8] ^= (byte)(1 << (bit % 8));

        await AssertRefused(new ListKeysRequest { NextToken = Convert.ToBase64String(token) });
    }

    [Property(MaxTest = 30)]
    public async Task Pages_of_any_size_hold_each_key_once_in_the_order_of_creation(byte count, byte size, byte deleted)
    {
        using ILocalEngine engine = _store.Open(options => options with { InMemory = true });
        IPaymentCryptography service = engine.Default();
        List<string> made = [];
        for (int i = 0; i < count % 40; i++)
        {
            made.Add((await service.CreateKey()).KeyArn!);
        }

        HashSet<string> pending = [.. made.Where((_, i) => i % ((deleted % 5) + 1) == 1)];
        foreach (string arn in pending)
        {
            await service.Send(new DeleteKeyRequest { KeyIdentifier = arn });
        }

        int pageSize = (size % 12) + 1;
        Assert.Equal(made, await Pages.AllKeys(service, pageSize));
        Assert.Equal(made.Where(pending.Contains), await Pages.AllKeys(service, pageSize, state: KeyState.DeletePending));
        Assert.Equal(made.Where(arn => !pending.Contains(arn)), await Pages.AllKeys(service, pageSize, state: KeyState.CreateComplete));
    }

    private async Task AssertRefused<T>(ApiRequest<T> request, IPaymentCryptography? service = null)
        where T : ApiResponse
    {
        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => (service ?? _service).Send(request));
        Assert.Contains("NextToken", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> MakeKeys(int count)
    {
        string last = string.Empty;
        for (int i = 0; i < count; i++)
        {
            last = (await _service.CreateKey()).KeyArn!;
        }

        return last;
    }
}
