namespace PaymentCrypto.Aws.Variables;

/// <summary>Environment variables as the AWS tools read them: an empty one is an absent one.</summary>
internal static class AwsEnvironment
{
    internal static string? Get(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    /// <summary>True when instance metadata may be asked.</summary>
    internal static bool MetadataAllowed => !string.Equals(Get("AWS_EC2_METADATA_DISABLED"), "true", StringComparison.OrdinalIgnoreCase);
}
