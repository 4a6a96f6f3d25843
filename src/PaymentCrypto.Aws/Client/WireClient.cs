using Amazon.Runtime;
using Amazon.Runtime.Internal;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Aws.Settings;

namespace PaymentCrypto.Aws.Client;

/// <summary>
/// The service client on the SDK's runtime: pipeline, signing and retries are the SDK's, and what its code generator would have
/// written for each operation is one marshaller and one unmarshaller over the contract. See docs/adr/0002.
/// </summary>
internal sealed class WireClient : AmazonServiceClient
{
    private readonly Uri _endpoint;

    internal WireClient(AWSCredentials credentials, ClientSettings settings, Service service)
        : base(credentials, new WireConfig(settings, service))
    {
        _endpoint = settings.EndpointOf(service);
        ServiceMetadata = new Metadata(service.Id);

        // Not in CustomizeRuntimePipeline: that runs inside the base constructor, before the settings could be known to it.
        var reporter = new RetryReporter(settings.OnRetry);
        int backoff = (int)settings.MaxBackoff.TotalMilliseconds;
        RetryPolicy policy = settings.RetryMode == RequestRetryMode.Adaptive
            ? new ReportingAdaptiveRetryPolicy(Config, reporter, settings.SlowestRate) { MaxBackoffInMilliseconds = backoff }
            : new ReportingStandardRetryPolicy(Config, reporter) { MaxBackoffInMilliseconds = backoff };
        RuntimePipeline.ReplaceHandler<RetryHandler>(new RetryHandler(policy));
    }

    protected override IServiceMetadata ServiceMetadata { get; }

    internal async Task<ApiResponse> SendAsync(ApiOperation operation, ApiRequest request, CancellationToken cancel)
    {
        var options = new InvokeOptions
        {
            RequestMarshaller = WireMarshaller.Instance,
            ResponseUnmarshaller = new WireUnmarshaller(operation, _endpoint),
        };
        WireResponse response = await InvokeAsync<WireResponse>(new WireRequest(operation, request), options, cancel).ConfigureAwait(false);
        return response.Body!;
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new BaseEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }

    private sealed class Metadata(string serviceId) : IServiceMetadata
    {
        public string ServiceId => serviceId;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
