namespace PaymentCrypto.Api;

/// <summary>What is missing or wrong before a request can go to AWS. The error id is <c>PcAws</c> and the name here.</summary>
public enum AwsConfigurationFailure
{
    /// <summary>No region anywhere: no option, environment variable, profile or instance metadata.</summary>
    RegionMissing,

    /// <summary>The region is not a name that can be part of a host name.</summary>
    RegionInvalid,

    /// <summary>No credentials anywhere in the chain.</summary>
    CredentialsMissing,

    /// <summary>A part of the credentials is there and another is not, such as an access key without its secret key.</summary>
    CredentialsIncomplete,

    /// <summary>Credentials were found, but they could not be obtained from there.</summary>
    CredentialsUnusable,

    /// <summary>The named profile is in none of the files.</summary>
    ProfileUnknown,

    /// <summary>The profile is there but contradicts itself, or its file cannot be read.</summary>
    ProfileInvalid,

    /// <summary>The IAM Identity Center (SSO) login is over, or never was.</summary>
    SsoExpired,

    /// <summary>The profile's role demands a one-time code and nobody can be asked for it.</summary>
    MfaRequired,

    /// <summary>The endpoint is not a usable URL, or does not go with another setting.</summary>
    EndpointInvalid,

    /// <summary>Another setting, such as the number of attempts, has a value that is not allowed.</summary>
    SettingInvalid,
}
