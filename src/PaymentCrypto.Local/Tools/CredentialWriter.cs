using System.Security;
using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Local.Tools;

/// <summary>Writes private keys, only ever encrypted, with their certificates.</summary>
internal static class CredentialWriter
{
    private const int Iterations = 600_000;

    private static readonly PbeParameters Encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, Iterations);

    public static string ToPem(KeyExchangeCredential credential, SecureString passphrase)
    {
        AsymmetricAlgorithm key = credential.PrivateKey ?? throw PrivateKeys.Missing("own");
        using ClearText password = Password(passphrase);
        string certificates = credential.Certificate is null
            ? string.Empty
            : Cryptography.KeyBlocks.Certificates.CertificateWriter.ToPem([credential.Certificate, .. credential.Chain]);
        return key.ExportEncryptedPkcs8PrivateKeyPem(password.Characters, Encryption) + "\n" + certificates;
    }

    public static byte[] ToPfx(KeyExchangeCredential credential, SecureString passphrase)
    {
        AsymmetricAlgorithm key = credential.PrivateKey ?? throw PrivateKeys.Missing("own");
        if (credential.Certificate is null)
        {
            throw new KeyInputException(KeyInputFailure.CertificateMissing,
                "A PKCS #12 file holds a private key with its certificate, and there is none yet: write PEM.");
        }

        using ClearText password = Password(passphrase);
        byte[] privateKey = key.ExportEncryptedPkcs8PrivateKey(password.Characters, Encryption);
        return Pkcs12.Write(privateKey, [credential.Certificate, .. credential.Chain], password.Characters, Iterations);
    }

    private static ClearText Password(SecureString passphrase) => passphrase.Length > 0
        ? ClearText.Of(passphrase)
        : throw new KeyInputException(KeyInputFailure.PassphraseMissing, "The passphrase is empty: a private key is only written encrypted.");
}
