using Amazon.Runtime;
using PaymentCrypto.Api;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>The credentials that were chosen, with the words to say where they come from.</summary>
/// <param name="credentials">They may have to be fetched, and fetched again.</param>
/// <param name="description">For a person; never a key.</param>
internal sealed class CredentialSource(AWSCredentials credentials, string description)
{
    internal AWSCredentials Credentials { get; } = credentials;

    internal string Description { get; } = description;

    /// <summary>The profile of an IAM Identity Center login somewhere in the chain of roles; null when there is none.</summary>
    internal string? SsoProfile { get; init; }

    /// <summary>What to say when nothing is found after all; null when the source itself is certain.</summary>
    internal AwsConfigurationException? WhenAbsent { get; init; }

    /// <summary>
    /// Fetches them if need be, before the pipeline does: there a failure would be taken for the service's and tried again, here
    /// it can be told apart.
    /// </summary>
    internal async Task EnsureAsync(CancellationToken cancel)
    {
        try
        {
            // Many sources do their work before the first await.
            await Task.Run(Credentials.GetCredentialsAsync, cancel).WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            throw CredentialFailures.Translate(this, exception);
        }
    }
}
