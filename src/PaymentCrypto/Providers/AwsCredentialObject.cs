using System.Collections;
using System.Management.Automation;
using System.Security;
using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>
/// Reads what a user gives as -Credential. Property bags hold keys themselves; any other object is asked for them by the provider,
/// before every request, so that temporary keys stay fresh.
/// </summary>
internal static class AwsCredentialObject
{
    private static readonly string[] AccessKeyNames = ["AccessKeyId", "AccessKey"];
    private static readonly string[] SecretKeyNames = ["SecretAccessKey", "SecretKey"];
    private static readonly string[] SessionTokenNames = ["SessionToken", "Token"];

    /// <summary>The object behind PowerShell's wrapper, which may be the object itself.</summary>
    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>The caller that a credential stands for.</summary>
    /// <exception cref="AwsConfigurationException">It is a property bag without keys.</exception>
    public static AwsCaller Read(object credential) => Unwrap(credential) switch
    {
        PSCredential plain => Keys(plain.UserName, plain.Password, null),
        IDictionary table => Bag(name => table[name]),
        PSObject bag => Bag(name => bag.Properties[name]?.Value),
        var source => new AwsCaller { Credential = source },
    };

    private static AwsCaller Bag(Func<string, object?> value) => Keys(
        Find(value, AccessKeyNames) as string, SecretArgument.From(Find(value, SecretKeyNames)), SecretArgument.From(Find(value, SessionTokenNames)));

    private static AwsCaller Keys(string? accessKey, SecureString? secretKey, SecureString? sessionToken) =>
        accessKey is { Length: > 0 } && secretKey is { Length: > 0 }
            ? new AwsCaller { AccessKey = accessKey, SecretKey = secretKey, SessionToken = sessionToken }
            : throw new AwsConfigurationException(AwsConfigurationFailure.CredentialsUnusable, "The given credential has no AccessKeyId and SecretAccessKey.");

    private static object? Find(Func<string, object?> value, string[] names) =>
        names.Select(value).Select(static found => found is PSObject wrapped ? wrapped.BaseObject : found).FirstOrDefault(static found => found is not null);
}
