using Amazon.Runtime;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>
/// The role of the instance. The SDK's class for it asks the metadata service in its constructor; this one waits until it is needed, and not for long.
/// </summary>
internal sealed class InstanceRoleCredentials : AWSCredentials
{
    // The metadata service is a hop away and answers in milliseconds; on a machine that is no instance nobody answers at all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile InstanceProfileAWSCredentials? _role;

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        InstanceProfileAWSCredentials role = _role ??= await Task.Run(() => new InstanceProfileAWSCredentials()).WaitAsync(Patience).ConfigureAwait(false);
        return await role.GetCredentialsAsync().ConfigureAwait(false);
    }
}
