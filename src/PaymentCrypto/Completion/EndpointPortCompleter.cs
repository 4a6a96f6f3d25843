using System.Globalization;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>Offers the ports of the endpoints that this session runs.</summary>
public sealed class EndpointPortCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from running in PcSession.Current.Endpoints.List()
        select new CompletionValue(running.Endpoint.Url.Port.ToString(CultureInfo.InvariantCulture), $"{running.Endpoint.Url.OriginalString}, store {running.StorePath ?? "in memory"}");

    // A number stays a number.
    private protected override string Write(string text, string? wordToComplete) => text;
}
