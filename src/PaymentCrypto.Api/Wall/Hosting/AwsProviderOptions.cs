using System.Security;

namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// Where AWS is and who calls. Everything is optional: what is left out comes from the environment variables, profiles and roles
/// that every AWS tool knows.
/// </summary>
public sealed record AwsProviderOptions
{
    /// <summary>The region. Null: <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, the profile's, the instance's.</summary>
    public string? Region { get; init; }

    /// <summary>The profile for credentials and settings. Null: <c>AWS_PROFILE</c>, else <c>default</c>.</summary>
    public string? ProfileName { get; init; }

    /// <summary>
    /// The credentials file. Null: <c>AWS_SHARED_CREDENTIALS_FILE</c>, else <c>.aws/credentials</c> in the home directory. The file
    /// <c>config</c> beside it belongs to it, unless <c>AWS_CONFIG_FILE</c> names another.
    /// </summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The access key id; with <see cref="SecretKey"/> it goes before every other source of credentials.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The secret access key. The AWS SDK can only hold it as a string, for as long as the provider lives.</summary>
    public SecureString? SecretKey { get; init; }

    /// <summary>The session token of temporary keys.</summary>
    public SecureString? SessionToken { get; init; }

    /// <summary>
    /// An object that gives credentials, asked before every request on any thread: anything with a method <c>GetCredentialsAsync()</c> or
    /// <c>GetCredentials()</c> whose result has <c>AccessKey</c>, <c>SecretKey</c> and <c>Token</c>, found by name, so that the
    /// <c>AWSCredentials</c> of another copy of the AWS SDK serve as well as our own; or a delegate without parameters that returns
    /// such an object or such a result, or a task of one.
    /// </summary>
    public object? CredentialProvider { get; init; }

    /// <summary>
    /// The endpoint, an absolute http or https URL. Null: <c>AWS_ENDPOINT_URL_PAYMENT_CRYPTOGRAPHY</c>, <c>AWS_ENDPOINT_URL</c>, the
    /// profile's, and else the region's. The variables and the profile count for nothing under
    /// <c>AWS_IGNORE_CONFIGURED_ENDPOINT_URLS</c>.
    /// </summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Use the FIPS endpoint. Null: <c>AWS_USE_FIPS_ENDPOINT</c>, the profile's, else no.</summary>
    public bool? UseFips { get; init; }

    /// <summary>Use the endpoint for IPv6 and IPv4. Null: <c>AWS_USE_DUALSTACK_ENDPOINT</c>, the profile's, else no.</summary>
    public bool? UseDualStack { get; init; }

    /// <summary>How many times a request is sent at most, 1 or more. Null: <c>AWS_MAX_ATTEMPTS</c>, the profile's, else 3.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>How attempts are spaced. Null: <c>AWS_RETRY_MODE</c>, the profile's, else standard.</summary>
    public AwsRetryMode? RetryMode { get; init; }

    /// <summary>How long one attempt may take from connecting to the last byte of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Told of every retry before its pause, on any thread; it must return at once and not throw.</summary>
    public Action<AwsRetry>? OnRetry { get; init; }

    /// <summary>Asked for the one-time code of a multi-factor device, given its serial number, on any thread. Null: such profiles are refused.</summary>
    public Func<string, string>? MfaTokenCode { get; init; }

    /// <summary>The type's name only: the options may hold keys.</summary>
    public override string ToString() => nameof(AwsProviderOptions);
}
