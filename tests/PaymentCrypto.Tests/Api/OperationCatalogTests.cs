using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;

namespace PaymentCrypto.Tests.Api;

public sealed class OperationCatalogTests
{
    [Theory]
    [InlineData("getkey")]
    [InlineData("ListTokens")]
    [InlineData("")]
    public void A_name_that_is_no_operation_of_the_contract_is_not_found(string name) => Assert.Null(OperationCatalog.Find(name));

    [Fact]
    public void A_local_operation_has_no_wire_form() =>
        Assert.Throws<NotSupportedByProviderException>(() => OperationCatalog.Of(new ListTokensRequest()));

    [Fact]
    public async Task A_request_known_only_by_name_reaches_the_provider_and_its_response_comes_back()
    {
        ApiOperation operation = OperationCatalog.Find("GetAlias")!;
        ApiRequest request = operation.ReadRequest("""{"AliasName":"alias/a"}"""u8);
        ApiResponse response = await operation.SendAsync(new EchoAlias(), request, TestContext.Current.CancellationToken);
        Assert.Equal("""{"Alias":{"AliasName":"alias/a"}}""", System.Text.Encoding.UTF8.GetString(operation.WriteResponse(response)));
    }

    private sealed class EchoAlias : IPaymentCryptography
    {
        public Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
            where TResponse : ApiResponse
        {
            ApiResponse response = new GetAliasResponse { Alias = new Alias { AliasName = Assert.IsType<GetAliasRequest>(request).AliasName } };
            return Task.FromResult((TResponse)response);
        }
    }
}
