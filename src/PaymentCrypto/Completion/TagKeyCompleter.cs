using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Offers the tags that the key on the command line has, with their values.</summary>
public sealed class TagKeyCompleter : PcCompleter
{
    private const int MostTags = 100;

    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request)
    {
        if (request.Text("KeyIdentifier") is not { } identifier)
        {
            return [];
        }

        string arn = StoredKeys.Read(request, state: null).Find(identifier)?.KeyArn ?? identifier;
        IReadOnlyList<Tag> tags = ProviderQuery.Run<IReadOnlyList<Tag>>(
            request,
            $"{nameof(ListTagsForResourceRequest)} {arn}",
            async (connection, cancel) => (await connection.SendAsync(new ListTagsForResourceRequest { ResourceArn = arn, MaxResults = MostTags }, cancel).ConfigureAwait(false)).Tags!) ?? [];
        return tags.Select(static tag => new CompletionValue(tag.Key!, $"{tag.Key} = {tag.Value}"));
    }
}
