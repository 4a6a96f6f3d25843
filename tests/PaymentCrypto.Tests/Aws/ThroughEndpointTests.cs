using System.Text;
using System.Text.Json.Nodes;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Api.Json;
using PaymentCrypto.Endpoint;

namespace PaymentCrypto.Tests.Aws;

/// <summary>The provider against the project's endpoint, which verifies every signature.</summary>
public sealed class ThroughEndpointTests : AwsTests
{
    private static readonly EndpointOptions Verifying =
        new() { AccessKeys = [new EndpointAccessKey { AccessKeyId = AccessKey, SecretAccessKey = SecretKey, AccountId = "210987654321" }] };

    public static TheoryData<string> Codes => [.. OperationCatalog.All.SelectMany(operation => operation.Errors).Distinct()];

    [Fact]
    public async Task Every_operation_arrives_signed_with_its_members_for_the_account_and_region_of_the_caller()
    {
        var heard = new Recorder();
        AccountScope? scope = null;
        using IEndpoint endpoint = new EndpointFactory().Start(Verifying, asked =>
        {
            scope = asked;
            return heard;
        });
        using IAwsProvider provider = await Open(Keys(endpoint.Url));
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            JsonObject sample = SampleJson.Of(operation.RequestType);
            ApiResponse response = await operation.SendAsync(provider, operation.ReadRequest(Encoding.UTF8.GetBytes(sample.ToJsonString())), Cancel);
            Assert.True(JsonNode.DeepEquals(sample, JsonNode.Parse(operation.WriteRequest(heard.Last!))), operation.Name);
            Assert.NotNull(response.Metadata.RequestId);
        }

        Assert.Equal(new AccountScope("210987654321", Region), scope);
        Assert.Equal(0, endpoint.GetStatistics().Errors);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_error_of_the_contract_arrives_as_its_own_type_with_the_request_id(string code)
    {
        ServiceException raised = ServiceErrors.Create(code, 400, code == nameof(ResourceNotFoundException) ? null : "what was wrong", "alias/gone");
        using IEndpoint endpoint = new EndpointFactory().Start(Verifying, _ => new Recorder { Error = raised });
        using IAwsProvider provider = await Open(Keys(endpoint.Url) with { MaxAttempts = 1 });
        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal((raised.GetType(), raised.ErrorId, raised.Code, raised.HttpStatus, raised.Message),
            (error.GetType(), error.ErrorId, error.Code, error.HttpStatus, error.Message));
        Assert.Equal((raised as ResourceNotFoundException)?.ResourceId, (error as ResourceNotFoundException)?.ResourceId);
        Assert.Equal(Assert.Single(endpoint.TakeLog()).RequestId, error.RequestId);
    }

    [Fact]
    public async Task A_wrong_secret_key_is_refused_and_not_tried_again()
    {
        using IEndpoint endpoint = new EndpointFactory().Start(Verifying, _ => new Recorder());
        using IAwsProvider provider = await Open(Keys(endpoint.Url) with { SecretKey = Secret("another") });
        UnknownServiceException error = await Assert.ThrowsAsync<UnknownServiceException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Equal(("InvalidSignatureException", 403, ErrorKind.AuthenticationFailed), (error.Code, error.HttpStatus, error.Kind));
        Assert.Equal(1, endpoint.GetStatistics().Requests);
    }

    [Theory]
    [InlineData(EndpointFaultKind.Throttling)]
    [InlineData(EndpointFaultKind.InternalServer)]
    [InlineData(EndpointFaultKind.DropConnection)]
    public async Task A_passing_fault_is_outlived(EndpointFaultKind kind)
    {
        using IEndpoint endpoint = new EndpointFactory().Start(Verifying, _ => new Recorder());
        endpoint.AddFault(new EndpointFault { Kind = kind, Calls = 2 });
        using IAwsProvider provider = await Open(Keys(endpoint.Url));
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        Assert.Equal(3, endpoint.GetStatistics().Requests);
    }

    /// <summary>Remembers the last request and answers an empty response, or an error.</summary>
    private sealed class Recorder : IPaymentCryptography
    {
        public ApiRequest? Last { get; private set; }

        public ServiceException? Error { get; init; }

        public Task<TResponse> SendAsync<TResponse>(ApiRequest<TResponse> request, CancellationToken cancel)
            where TResponse : ApiResponse
        {
            Last = request;
            return Error is null ? Task.FromResult((TResponse)OperationCatalog.Of(request).ReadResponse("{}"u8)) : Task.FromException<TResponse>(Error);
        }
    }
}
