using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <content>The headings of its views, so that what is on the screen can be typed; JSON and lists of everything leave them out.</content>
public sealed partial class EndpointOperation
{
    /// <summary>What views show as <c>Median</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public double? Median => MedianMilliseconds;

    /// <summary>What views show as <c>p99</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public double? P99 => Percentile99Milliseconds;

    /// <summary>What views show as <c>Longest</c>.</summary>
    [Hidden]
    [JsonIgnore]
    public double? Longest => LongestMilliseconds;
}
