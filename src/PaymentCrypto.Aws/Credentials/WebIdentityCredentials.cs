using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;

namespace PaymentCrypto.Aws.Credentials;

/// <summary>
/// A role assumed with a web identity token from a file. The SDK's own class finds the STS client by assembly name; see <see cref="StsClients"/>.
/// </summary>
internal sealed class WebIdentityCredentials(string tokenFile, string roleArn, string? sessionName, string region)
    : AssumeRoleWithWebIdentityCredentials(tokenFile, roleArn, sessionName)
{
    protected override ICoreAmazonSTS CreateClient() => StsClients.Core(StsClients.Create(new AnonymousAWSCredentials(), region));
}
