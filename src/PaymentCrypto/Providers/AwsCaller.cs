using System.Security;

namespace PaymentCrypto.Providers;

/// <summary>Who calls AWS: a profile, keys, or an object that gives credentials; or none of them, for what the environment says.</summary>
internal sealed record AwsCaller
{
    /// <summary>The profile.</summary>
    public string? ProfileName { get; init; }

    /// <summary>The access key id.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key.</summary>
    public SecureString? SecretKey { get; init; }

    /// <summary>The session token of temporary keys.</summary>
    public SecureString? SessionToken { get; init; }

    /// <summary>An object that gives credentials.</summary>
    public object? Credential { get; init; }

    /// <summary>Whether nobody was named.</summary>
    public bool IsEmpty => ProfileName is null && AccessKey is null && SecretKey is null && SessionToken is null && Credential is null;

    /// <summary>For messages; never a secret.</summary>
    public override string ToString() => ProfileName is not null ? $"profile {ProfileName}"
        : AccessKey is not null ? $"access key {AccessKey}"
        : Credential is not null ? "the given credential"
        : string.Empty;
}
