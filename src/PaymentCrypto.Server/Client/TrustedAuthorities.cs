using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Server.Settings;

namespace PaymentCrypto.Server.Client;

/// <summary>The authorities that the AWS SDKs are told to trust, for the commands too: one variable points both at a server with TLS.</summary>
internal static class TrustedAuthorities
{
    /// <summary>The variable of the SDKs for Python and of the AWS CLI.</summary>
    internal const string Variable = "AWS_CA_BUNDLE";

    /// <summary>Reads them. As for the SDKs, they stand in place of those of the system.</summary>
    /// <param name="file">A file with certificates in PEM; null or empty for those of the system.</param>
    /// <exception cref="UsageException">It is not there, or there is no certificate in it.</exception>
    internal static X509ChainPolicy? Read(string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return null;
        }

        // Certificates of tests have no place where one could ask for their revocation.
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException($"{file}, named by {Variable}, cannot be read: {e.Message}");
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw new UsageException($"{file}, named by {Variable}, has no certificate in PEM.");
    }
}
