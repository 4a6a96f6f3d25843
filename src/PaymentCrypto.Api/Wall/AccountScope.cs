using System.Text.RegularExpressions;

namespace PaymentCrypto.Api;

/// <summary>
/// The account and region in which an operation happens. Keys, aliases, tokens and certificate authorities of one scope are
/// invisible to every other.
/// </summary>
public sealed partial record AccountScope
{
    /// <summary>The account id in AWS's own examples, used by the local engine unless told otherwise.</summary>
    public const string DefaultAccountId = "111122223333";

    /// <summary>The region that the local engine uses unless told otherwise.</summary>
    public const string DefaultRegion = "us-east-1";

    /// <summary>Creates a scope.</summary>
    /// <param name="accountId">12 decimal digits.</param>
    /// <param name="region">An AWS region name, such as <c>us-east-1</c>.</param>
    /// <exception cref="InvalidConfigurationException">One of the two has another form.</exception>
    public AccountScope(string accountId, string region)
    {
        ArgumentNullException.ThrowIfNull(accountId);
        ArgumentNullException.ThrowIfNull(region);
        if (!AccountIdPattern().IsMatch(accountId))
        {
            throw new InvalidConfigurationException(
                "PcAccountIdInvalid",
                $"'{accountId}' is not an AWS account id: it must be exactly 12 decimal digits, for example {DefaultAccountId}.");
        }

        if (!RegionPattern().IsMatch(region))
        {
            throw new InvalidConfigurationException(
                "PcRegionInvalid",
                $"'{region}' is not an AWS region name: it must look like {DefaultRegion} or ap-southeast-2.");
        }

        AccountId = accountId;
        Region = region;
    }

    /// <summary>12 decimal digits.</summary>
    public string AccountId { get; }

    /// <summary>An AWS region name.</summary>
    public string Region { get; }

    /// <summary>Account and region, for messages.</summary>
    public override string ToString() => $"{AccountId}/{Region}";

    [GeneratedRegex(@"\A[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AccountIdPattern();

    // The service model's own pattern for a region.
    [GeneratedRegex(@"\A[a-z]{2}-[a-z]{1,16}-[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex RegionPattern();
}
