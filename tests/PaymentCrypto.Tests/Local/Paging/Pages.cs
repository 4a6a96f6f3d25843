using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Keys;

namespace PaymentCrypto.Tests.Local.Paging;

/// <summary>Walks the pages of a listing.</summary>
internal static class Pages
{
    public static Task<List<string>> AllKeys(IPaymentCryptography service, int? size, Func<Task>? betweenPages = null, string? state = null) => All(
        async token =>
        {
            ListKeysResponse page = await service.Send(new ListKeysRequest { MaxResults = size, NextToken = token, KeyState = state });
            return ([.. page.Keys!.Select(key => key.KeyArn!)], page.NextToken);
        },
        betweenPages);

    public static Task<List<string>> AllAliases(IPaymentCryptography service, int? size, Func<Task>? betweenPages = null, string? keyArn = null) => All(
        async token =>
        {
            ListAliasesResponse page = await service.Send(new ListAliasesRequest { MaxResults = size, NextToken = token, KeyArn = keyArn });
            return ([.. page.Aliases!.Select(alias => alias.AliasName!)], page.NextToken);
        },
        betweenPages);

    public static Task<List<string>> AllTags(IPaymentCryptography service, string arn, int? size) => All(
        async token =>
        {
            ListTagsForResourceResponse page = await service.Send(new ListTagsForResourceRequest { ResourceArn = arn, MaxResults = size, NextToken = token });
            return ([.. page.Tags!.Select(tag => tag.Key!)], page.NextToken);
        },
        betweenPages: null);

    private static async Task<List<string>> All(Func<string?, Task<(string[] Items, string? Next)>> read, Func<Task>? betweenPages)
    {
        List<string> items = [];
        string? next = null;
        do
        {
            (string[] page, next) = await read(next);
            items.AddRange(page);
            if (betweenPages is not null && next is not null)
            {
                await betweenPages();
            }
        }
        while (next is not null);

        return items;
    }
}
