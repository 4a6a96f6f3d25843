using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Tags;

/// <summary>Tags on keys: added, replaced, taken off, listed and limited.</summary>
public sealed class TagTests : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly ILocalEngine _engine;
    private readonly IPaymentCryptography _service;

    public TagTests()
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
    public async Task Tags_of_CreateKey_are_there_and_a_key_that_is_given_again_gets_the_new_value()
    {
        string arn = (await _service.CreateKey(change: request =>
            request with { Tags = [new Tag { Key = "team", Value = "cards" }, new Tag { Key = "cost", Value = "1" }] })).KeyArn!;

        await Put(arn, ("cost", "2"), ("Team", "other case"));

        Assert.Equal([("Team", "other case"), ("cost", "2"), ("team", "cards")], await List(arn));
    }

    [Fact]
    public async Task Untagging_takes_off_what_is_there_and_passes_over_the_rest()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await Put(arn, ("a", "1"), ("b", "2"), ("c", "3"));

        await _service.Send(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["a", "never there", "a", "c"] });
        Assert.Equal([("b", "2")], await List(arn));
        await _service.Send(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["a"] });
        await _service.Send(new UntagResourceRequest { ResourceArn = arn, TagKeys = [] });
        Assert.Equal([("b", "2")], await List(arn));
    }

    [Fact]
    public async Task A_tag_key_twice_in_one_call_is_refused_and_nothing_is_written()
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => Put(arn, ("new", "1"), ("team", "a"), ("team", "b")));
        Assert.Contains("'team'", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ValidationException>(() =>
            _service.CreateKey(change: request => request with { Tags = [new Tag { Key = "x", Value = "1" }, new Tag { Key = "x", Value = "1" }] }));

        Assert.Empty(await List(arn));
        Assert.Single(await _service.ListKeys());
    }

    [Fact]
    public async Task A_key_has_at_most_200_tags()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await Put(arn, [.. Enumerable.Range(0, 200).Select(i => ($"key {i}", "value"))]);

        await Assert.ThrowsAsync<ServiceQuotaExceededException>(() => Put(arn, ("key 0", "changed"), ("one more", "value")));
        Assert.Equal(200, (await List(arn)).Length);
        Assert.DoesNotContain(("key 0", "changed"), await List(arn));
        await Put(arn, ("key 0", "changed"));
        Assert.Contains(("key 0", "changed"), await List(arn));
        await Assert.ThrowsAsync<ValidationException>(() => Put(arn, [.. Enumerable.Range(0, 201).Select(i => ($"key {i}", "value"))]));
    }

    [Theory]
    [InlineData("", "v")]
    [InlineData("k", "")]
    [InlineData(129, 1)]
    [InlineData(1, 257)]
    public async Task Lengths_beyond_the_model_are_refused(object key, object value)
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => Put(arn, (Text(key), Text(value))));

        Assert.Equal("PcMemberInvalid", error.ErrorId);
        Assert.Empty(await List(arn));

        static string Text(object of) => of as string ?? new string('x', (int)of);
    }

    [Theory]
    [InlineData("Ünïcødé ключ 鍵", "värde")]
    [InlineData("a\0b", "c\0d")]
    [InlineData("quote ' ; -- \"", "%_")]
    public async Task Any_text_comes_back_as_it_was_given(string key, string value)
    {
        string arn = (await _service.CreateKey()).KeyArn!;

        await Put(arn, (key, value));

        Assert.Equal([(key, value)], await List(arn));
        await _service.Send(new UntagResourceRequest { ResourceArn = arn, TagKeys = [key] });
        Assert.Empty(await List(arn));
    }

    [Fact]
    public async Task Only_a_key_of_this_account_and_region_can_be_tagged()
    {
        string other = (await _engine.ForScope(new AccountScope(AccountScope.DefaultAccountId, "eu-west-1")).CreateKey()).KeyArn!;
        foreach (string arn in new[] { other, "arn:aws:payment-cryptography:us-east-1:111122223333:key/aaaaaaaaaaaaaaaa" })
        {
            Assert.Equal(arn, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => Put(arn, ("k", "v")))).ResourceId);
            Assert.Equal(arn, (await Assert.ThrowsAsync<ResourceNotFoundException>(() => List(arn))).ResourceId);
            Assert.Equal(arn, (await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
                _service.Send(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["k"] }))).ResourceId);
        }

        await _service.CreateAlias("alias/name");
        await Assert.ThrowsAsync<ValidationException>(() => Put("alias/name", ("k", "v")));
    }

    [Fact]
    public async Task Tags_work_while_deletion_waits_and_a_destroyed_key_takes_none()
    {
        string arn = (await _service.CreateKey()).KeyArn!;
        await _service.Send(new DeleteKeyRequest { KeyIdentifier = arn, DeleteKeyInDays = 3 });
        await Put(arn, ("k", "v"));
        Assert.Equal([("k", "v")], await List(arn));
        _store.Clock.Advance(TimeSpan.FromDays(3));

        ValidationException error = await Assert.ThrowsAsync<ValidationException>(() => Put(arn, ("k", "v")));

        Assert.Contains("DELETE_COMPLETE", error.Message, StringComparison.Ordinal);
        Assert.Empty(await List(arn));
    }

    private Task<TagResourceResponse> Put(string arn, params (string Key, string Value)[] tags) =>
        _service.Send(new TagResourceRequest { ResourceArn = arn, Tags = [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] });

    private async Task<(string Key, string Value)[]> List(string arn)
    {
        List<(string Key, string Value)> tags = [];
        string? next = null;
        do
        {
            ListTagsForResourceResponse page = await _service.Send(new ListTagsForResourceRequest { ResourceArn = arn, MaxResults = 100, NextToken = next });
            tags.AddRange(page.Tags!.Select(tag => (tag.Key!, tag.Value!)));
            next = page.NextToken;
        }
        while (next is not null);

        return [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)];
    }
}
