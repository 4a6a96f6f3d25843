namespace PaymentCrypto.Api.Hosting;

/// <summary>How the AWS SDK spaces its attempts.</summary>
public enum AwsRetryMode
{
    /// <summary>Exponential backoff with jitter, and a budget of retries for the whole session.</summary>
    Standard,

    /// <summary>As <see cref="Standard"/>, and the client slows itself down while the service throttles it.</summary>
    Adaptive,
}
