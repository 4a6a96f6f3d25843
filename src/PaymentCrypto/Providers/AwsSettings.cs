using System.Management.Automation;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>Where AWS is and who calls, as the user chose it; what is left out is found by the rules of the AWS tools when the provider opens.</summary>
internal sealed record AwsSettings
{
    private const string StoredRegionVariable = "StoredAWSRegion";
    private const string StoredCredentialsVariable = "StoredAWSCredentials";

    /// <summary>The region that was asked for.</summary>
    public string? Region { get; init; }

    /// <summary>The region that Set-DefaultAWSRegion has left in the session.</summary>
    public string? StoredRegion { get; init; }

    /// <summary>The region that the module's own environment variable names.</summary>
    public string? EnvironmentRegion { get; init; }

    /// <summary>Who calls, as asked for.</summary>
    public AwsCaller Caller { get; init; } = new();

    /// <summary>The credentials that Set-AWSCredential has left in the session.</summary>
    public object? StoredCredential { get; init; }

    /// <summary>The credentials file.</summary>
    public string? ProfileLocation { get; init; }

    /// <summary>The endpoint.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Whether to use a FIPS endpoint.</summary>
    public bool? UseFips { get; init; }

    /// <summary>Whether to use the endpoint for IPv6 and IPv4.</summary>
    public bool? UseDualStack { get; init; }

    /// <summary>How many times a request is sent at most.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>How attempts are spaced.</summary>
    public AwsRetryMode? RetryMode { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Tells one state of the AWS tools' environment variables from another.</summary>
    public string EnvironmentTag { get; init; } = string.Empty;

    /// <summary>The same with what the AWS tools have stored in the session's variables, if anything.</summary>
    public AwsSettings WithStored(PSVariableIntrinsics variables) => this with
    {
        StoredRegion = AwsRegionName.Of(variables.GetValue(StoredRegionVariable)) ?? StoredRegion,
        StoredCredential = AwsCredentialObject.Unwrap(variables.GetValue(StoredCredentialsVariable)) ?? StoredCredential,
    };

    /// <summary>The same in the provider's own terms.</summary>
    public AwsProviderOptions ToOptions()
    {
        var options = new AwsProviderOptions
        {
            Region = Region ?? StoredRegion ?? EnvironmentRegion,
            ProfileName = Caller.ProfileName,
            ProfileLocation = ProfileLocation,
            AccessKey = Caller.AccessKey,
            SecretKey = Caller.SecretKey,
            SessionToken = Caller.SessionToken,
            CredentialProvider = Caller.Credential ?? (Caller.IsEmpty ? StoredCredential : null),
            EndpointUrl = EndpointUrl,
            UseFips = UseFips,
            UseDualStack = UseDualStack,
            MaxAttempts = MaxAttempts,
            RetryMode = RetryMode,
            OnRetry = static retry => ProgressReport.Say(retry.ToString()),
            MfaTokenCode = ProgressReport.AskOneTimeCode,
        };
        return Timeout is { } timeout ? options with { Timeout = timeout } : options;
    }

    public override string ToString() => (Region ?? StoredRegion ?? EnvironmentRegion, Caller.ToString()) switch
    {
        (null, "") => "as the AWS environment says",
        (null, var caller) => caller,
        (var region, "") => region,
        var (region, caller) => $"{region}, {caller}",
    };
}
