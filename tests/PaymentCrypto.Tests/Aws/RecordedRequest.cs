namespace PaymentCrypto.Tests.Aws;

/// <summary>What a client sent.</summary>
internal sealed record RecordedRequest(string Line, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>A header; empty when absent.</summary>
    public string this[string header] => Headers.GetValueOrDefault(header, string.Empty);
}
