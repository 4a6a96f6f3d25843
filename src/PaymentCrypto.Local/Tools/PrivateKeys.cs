using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Local.Tools;

/// <summary>The private key and certificate that a tool needs of a credential.</summary>
internal static class PrivateKeys
{
    public static RSA Rsa(KeyExchangeCredential credential, string role) => credential.PrivateKey switch
    {
        RSA rsa => rsa,
        null => throw Missing(role),
        _ => throw new KeyInputException(KeyInputFailure.AlgorithmMismatch, $"The {role} private key is on an elliptic curve; RSA is needed."),
    };

    /// <summary>The key for a key agreement. The caller disposes it when <paramref name="isCopy"/> says that it is a copy.</summary>
    public static ECDiffieHellman Ecdh(KeyExchangeCredential credential, out bool isCopy)
    {
        isCopy = false;
        switch (credential.PrivateKey)
        {
            case ECDiffieHellman key:
                return key;
            case ECDsa key:
                isCopy = true;
                ECParameters parameters = key.ExportParameters(includePrivateParameters: true);
                try
                {
                    return ECDiffieHellman.Create(parameters);
                }
                finally
                {
                    CryptographicOperations.ZeroMemory(parameters.D);
                }

            case null:
                throw Missing("own");
            default:
                throw new KeyInputException(KeyInputFailure.AlgorithmMismatch,
                    "The own private key is an RSA key; a key agreement needs one on P-256, P-384 or P-521.");
        }
    }

    public static X509Certificate2 Certificate(KeyExchangeCredential credential, string role) => credential.Certificate ?? throw new KeyInputException(
        KeyInputFailure.CertificateMissing, $"The {role} certificate is missing: what was given holds only the private key.");

    public static KeyInputException Missing(string role) => new(
        KeyInputFailure.PrivateKeyMissing, $"The {role} private key is missing: what was given holds only a certificate.");
}
