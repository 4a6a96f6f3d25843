using System.Globalization;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Calls;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Tokens;

namespace PaymentCrypto.Local.Operations.Tokens;

/// <summary>ListTokens: the tokens of an account and region, newest first.</summary>
internal sealed class ListTokensOperation(StoreDatabase database) : LocalOperation<ListTokensRequest, ListTokensResponse>
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    /// <inheritdoc/>
    protected override ListTokensResponse Execute(ListTokensRequest request, OperationContext context)
    {
        if (request.Token is string wanted)
        {
            TokenRecord found = database.Read(connection => TokenTable.Find(connection, context.Scope, wanted))
                ?? throw new ResourceNotFoundException(wanted);
            return new ListTokensResponse { Tokens = [TokenSummaries.Of(found, context.Now)] };
        }

        int most = request.MaxResults ?? DefaultPage;
        if (most is < 1 or > LargestPage)
        {
            throw new ValidationException($"MaxResults {most} is out of range: it must be 1 to {LargestPage}.");
        }

        List<TokenRecord> page = database.Read(connection =>
            TokenTable.Page(connection, context.Scope, request.Direction, Below(request.NextToken), most));
        return new ListTokensResponse
        {
            Tokens = [.. page.Select(token => TokenSummaries.Of(token, context.Now))],
            NextToken = page.Count == most ? page[^1].Sequence.ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    private static long Below(string? nextToken) =>
        nextToken is null ? long.MaxValue
        : long.TryParse(nextToken, NumberStyles.None, CultureInfo.InvariantCulture, out long below) ? below
        : throw new ValidationException($"NextToken '{nextToken}' is not one that ListTokens returned.");
}
