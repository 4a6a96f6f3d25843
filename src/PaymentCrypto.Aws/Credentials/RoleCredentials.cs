using Amazon.Runtime;
using Amazon.SecurityToken;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>A role assumed with other credentials. The SDK's own class finds the STS client by assembly name; see <see cref="StsClients"/>.</summary>
internal sealed class RoleCredentials(AWSCredentials source, string roleArn, string sessionName, AssumeRoleAWSCredentialsOptions options, string region)
    : AssumeRoleAWSCredentials(source, roleArn, sessionName, options)
{
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using AmazonSecurityTokenServiceClient client = StsClients.Create(SourceCredentials, region);
        AssumeRoleImmutableCredentials assumed =
            await StsClients.Core(client).CredentialsFromAssumeRoleAuthenticationAsync(RoleArn, RoleSessionName, Options).ConfigureAwait(false);
        return new CredentialsRefreshState(assumed, assumed.Expiration);
    }
}
