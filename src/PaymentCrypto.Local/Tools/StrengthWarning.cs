using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Exchange;

namespace PaymentCrypto.Local.Tools;

/// <summary>
/// What the service would refuse for its strength: a tool does what it is told, since the other party may be no service, and says so.
/// </summary>
internal static class StrengthWarning
{
    public static string[] WarnRsa(string keyAlgorithm, X509Certificate2 recipient)
    {
        try
        {
            KeyStrength.RequireRsa(keyAlgorithm, CredentialTool.KeyAlgorithm(recipient));
            return [];
        }
        catch (ValidationException refused)
        {
            return [$"AWS Payment Cryptography will not import this: {refused.Message}"];
        }
    }
}
