namespace PaymentCrypto.Api;

/// <summary>
/// The AWS provider cannot send: region, credentials, profile, endpoint or another setting is missing or wrong. Nothing was sent to the service.
/// </summary>
public sealed class AwsConfigurationException : PaymentCryptographyException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">Which failure; it fixes the error id, the kind and the advice.</param>
    /// <param name="message">What was looked for and where, and what is wrong with it. Never a secret.</param>
    /// <param name="innerException">The cause, if any; it must not hold a secret either.</param>
    public AwsConfigurationException(AwsConfigurationFailure failure, string message, Exception? innerException = null)
        : base("PcAws" + failure, KindOf(failure), message, innerException)
    {
        Failure = failure;
        RecommendedAction = AdviceFor(failure);
    }

    /// <summary>Which failure.</summary>
    public AwsConfigurationFailure Failure { get; }

    private static ErrorKind KindOf(AwsConfigurationFailure failure) => failure switch
    {
        AwsConfigurationFailure.CredentialsMissing or AwsConfigurationFailure.CredentialsIncomplete or
            AwsConfigurationFailure.CredentialsUnusable or AwsConfigurationFailure.SsoExpired or
            AwsConfigurationFailure.MfaRequired => ErrorKind.AuthenticationFailed,
        _ => ErrorKind.InvalidConfiguration,
    };

    private static string AdviceFor(AwsConfigurationFailure failure) => failure switch
    {
        AwsConfigurationFailure.RegionMissing =>
            "Give -Region, set the environment variable AWS_REGION, or add 'region = …' to the profile.",
        AwsConfigurationFailure.RegionInvalid => "Give the name of an AWS region, for example us-east-1.",
        AwsConfigurationFailure.CredentialsMissing =>
            "Give -ProfileName, or -AccessKey and -SecretKey, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure'.",
        AwsConfigurationFailure.CredentialsIncomplete => "Give the access key together with its secret key, and temporary keys with their session token.",
        AwsConfigurationFailure.CredentialsUnusable =>
            "Check the source of the credentials that the message names; 'aws sts get-caller-identity' tries the same one.",
        AwsConfigurationFailure.ProfileUnknown =>
            "Check the name with 'aws configure list-profiles', and AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE if they are set.",
        AwsConfigurationFailure.ProfileInvalid => "Correct the profile in the file that the message names.",
        AwsConfigurationFailure.SsoExpired => "Sign in again with 'aws sso login' for this profile, and repeat the command.",
        AwsConfigurationFailure.MfaRequired =>
            "Repeat it at a prompt, where you can be asked; or get the role's keys beforehand with 'aws configure export-credentials --profile …' and give "
                + "them with -AccessKey, -SecretKey and -SessionToken.",
        AwsConfigurationFailure.EndpointInvalid => "Give an absolute http or https URL, or none to use the endpoint of the region.",
        _ => "Correct the setting that the message names.",
    };
}
