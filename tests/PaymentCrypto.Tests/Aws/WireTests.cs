using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Tests.Aws;

/// <summary>What goes over the wire, seen by a server that knows nothing of this project.</summary>
public sealed partial class WireTests : AwsTests
{
    [Fact]
    public async Task Every_operation_of_the_contract_is_sent_and_its_answer_is_read()
    {
        Assert.Equal(47, OperationCatalog.All.Count);
        ApiOperation? asked = null;
        using var server = new ScriptedServer((_, _) => ScriptedServer.Http(200, SampleJson.Of(asked!.ResponseType).ToJsonString()));
        using IAwsProvider provider = await Open(Keys(server.Url));
        foreach (ApiOperation operation in OperationCatalog.All)
        {
            asked = operation;
            JsonObject sample = SampleJson.Of(operation.RequestType);
            ApiResponse response = await operation.SendAsync(provider, operation.ReadRequest(Encoding.UTF8.GetBytes(sample.ToJsonString())), Cancel);

            RecordedRequest sent = server.Requests[^1];
            string path = operation.Route.Template;
            foreach (string label in operation.Route.Segments.Select(Route.LabelOf).OfType<string>())
            {
                path = path.Replace($"{{{label}}}", Uri.EscapeDataString(sample[label]!.GetValue<string>()), StringComparison.Ordinal);
                Assert.True(sample.Remove(label));
            }

            Assert.Equal($"POST {path} HTTP/1.1", sent.Line);
            Assert.Equal(operation.Service == Service.ControlPlane ? $"PaymentCryptographyControlPlane.{operation.Name}" : string.Empty, sent["X-Amz-Target"]);
            Assert.True(JsonNode.DeepEquals(sample, JsonNode.Parse(sent.Body)), $"{operation.Name} sent {sent.Body}");
            Assert.True(JsonNode.DeepEquals(SampleJson.Of(operation.ResponseType), JsonNode.Parse(operation.WriteResponse(response))), operation.Name);
            Assert.Equal("request-1", response.Metadata.RequestId);
        }

        Assert.Equal(OperationCatalog.All.Count, server.Requests.Count);
    }

    [Fact]
    public async Task A_request_is_a_signed_post_of_aws_json_1_0()
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, """{"Keys":[]}"""));
        using IAwsProvider provider = await Open(Keys(server.Url) with { SessionToken = Secret("session-token") });
        await provider.SendAsync(new ListKeysRequest(), Cancel);

        RecordedRequest sent = Assert.Single(server.Requests);
        Assert.Equal("POST / HTTP/1.1", sent.Line);
        Assert.Equal("application/x-amz-json-1.0", sent["Content-Type"]);
        Assert.Equal("{}", sent.Body);
        Assert.Equal("session-token", sent["X-Amz-Security-Token"]);
        Assert.Equal(server.Url.Authority, sent["Host"]);
        Match authorization = Authorization().Match(sent["Authorization"]);
        Assert.True(authorization.Success, sent["Authorization"]);
        Assert.Equal(sent["X-Amz-Date"][..8], authorization.Groups["date"].Value);
        Assert.Superset(new HashSet<string> { "content-type", "host", "x-amz-date", "x-amz-security-token", "x-amz-target" },
            authorization.Groups["headers"].Value.Split(';').ToHashSet());
        Assert.Contains("PaymentCrypto", sent["User-Agent"], StringComparison.Ordinal);
        Assert.DoesNotContain(sent.Headers, header => header.Key.Equals("Expect", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_path_in_the_endpoint_url_is_kept()
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, """{"Keys":[]}"""));
        using IAwsProvider provider = await Open(Keys(new Uri(server.Url, "payment")));
        await provider.SendAsync(new ListKeysRequest(), Cancel);
        Assert.Equal("POST /payment/ HTTP/1.1", Assert.Single(server.Requests).Line);
    }

    [Fact]
    public async Task Pages_are_asked_for_and_their_tokens_come_back()
    {
        using var server = new ScriptedServer((_, number) => ScriptedServer.Http(200, number == 0 ? """{"Aliases":[{"AliasName":"alias/a"}],"NextToken":"t1"}""" : """{"Aliases":[]}"""));
        using IAwsProvider provider = await Open(Keys(server.Url));
        ListAliasesResponse first = await provider.SendAsync(new ListAliasesRequest { MaxResults = 1 }, Cancel);
        ListAliasesResponse last = await provider.SendAsync(new ListAliasesRequest { MaxResults = 1, NextToken = first.NextToken }, Cancel);
        Assert.Equal("alias/a", Assert.Single(first.Aliases!).AliasName);
        Assert.Null(last.NextToken);
        Assert.Equal(["""{"MaxResults":1}""", """{"NextToken":"t1","MaxResults":1}"""], server.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task An_operation_of_the_local_engine_is_refused_by_name_and_nothing_is_sent()
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));
        using IAwsProvider provider = await Open(Keys(server.Url));
        NotSupportedByProviderException error =
            await Assert.ThrowsAsync<NotSupportedByProviderException>(() => provider.SendAsync(new ListTokensRequest(), Cancel));
        Assert.Contains("ListTokens", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Nothing_is_sent_after_disposal()
    {
        using var server = ScriptedServer.Answering(ScriptedServer.Http(200, "{}"));
        IAwsProvider provider = await Open(Keys(server.Url));
        provider.Dispose();
        provider.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => provider.SendAsync(new ListKeysRequest(), Cancel));
        Assert.Empty(server.Requests);
    }

    [GeneratedRegex($@"\AAWS4-HMAC-SHA256 Credential={AccessKey}/(?<date>[0-9]{{8}})/{Region}/payment-cryptography/aws4_request, SignedHeaders=(?<headers>[a-z0-9;-]+), Signature=[0-9a-f]{{64}}\z")]
    private static partial Regex Authorization();
}
