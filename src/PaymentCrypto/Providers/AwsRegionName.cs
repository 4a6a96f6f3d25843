using System.Management.Automation;

namespace PaymentCrypto.Providers;

/// <summary>A region from a string, or from a RegionEndpoint of whichever copy of the AWS SDK.</summary>
internal static class AwsRegionName
{
    /// <summary>The region's name; null when the value is neither.</summary>
    public static string? Of(object? value)
    {
        object? plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        return plain as string is { Length: > 0 } text
            ? text
            : plain?.GetType().GetProperty("SystemName")?.GetValue(plain) as string;
    }
}
