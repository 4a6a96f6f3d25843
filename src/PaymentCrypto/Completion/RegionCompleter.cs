using System.Collections;

namespace PaymentCrypto.Completion;

/// <summary>Offers the regions that have the service, as known when this version was made.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    private static readonly string[] Regions =
    [
        "us-east-1", "us-east-2", "us-west-2", "ca-central-1", "sa-east-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3",
        "af-south-1", "ap-northeast-1", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2",
    ];

    private protected override IEnumerable<CompletionValue> Values(IDictionary fakeBoundParameters) =>
        Regions.Select(static region => new CompletionValue(region, $"AWS region {region}"));
}
