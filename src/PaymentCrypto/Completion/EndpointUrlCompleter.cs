using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>Offers the endpoints that this session runs. That of a region needs no URL.</summary>
public sealed class EndpointUrlCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        PcSession.Current.Endpoints.List().Select(static running => new CompletionValue(running.Endpoint.Url.OriginalString, $"Endpoint of this session, store {running.StorePath ?? "in memory"}"));
}
