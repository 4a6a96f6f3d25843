using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Takes certificates and private keys in, in whatever form the user has them.</summary>
internal static class CertificateInput
{
    /// <summary>A certificate: an object, PEM text, base64 of PEM or DER, or a file of any of these.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="value">What the user gave.</param>
    /// <param name="what">What the certificate is to the user, for errors.</param>
    /// <exception cref="PaymentCryptographyException">It cannot be taken in.</exception>
    public static X509Certificate2 Certificate(PcCmdlet cmdlet, object? value, string what)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            // PowerShell makes an empty string of a null that comes in through a string property.
            case null or string { Length: 0 }:
                throw new KeyInputException(KeyInputFailure.CertificateMissing, $"The {what} certificate is missing.");
            case X509Certificate2 certificate:
                return certificate;
            case KeyExchangeCertificate pair:
                return pair.Credential.Certificate ?? throw new KeyInputException(
                    KeyInputFailure.CertificateMissing, $"The {what} certificate is missing: there is only a request for one yet.");
            case FileInfo file:
                return cmdlet.Run(tools => tools.Credentials.ReadCertificateFile(file.FullName));
            case string text:
                return Read(cmdlet, text, what);
            default:
                return value is PSObject copy && copy.Properties[nameof(KeyExchangeCertificate.PublicKeyCertificate)]?.Value is string inside
                    ? Read(cmdlet, inside, what)
                    : throw new KeyInputException(
                        KeyInputFailure.Form,
                        $"The {what} certificate cannot be a {(value as PSObject)?.BaseObject.GetType().Name ?? value!.GetType().Name}: give an X509Certificate2, PEM text, base64, or a path.");
        }
    }

    /// <summary>A private key with its certificate.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="key">An object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or a PEM or PKCS #12 file.</param>
    /// <param name="certificate">The certificate, when it is not the one that comes with the key; null for that.</param>
    /// <param name="passphrase">The passphrase of the file.</param>
    /// <param name="what">What the key is to the user, for errors.</param>
    /// <exception cref="PaymentCryptographyException">It cannot be taken in.</exception>
    public static Lease<KeyExchangeCredential> PrivateKey(PcToolCmdlet cmdlet, object? key, object? certificate, SecureString? passphrase, string what)
    {
        Lease<KeyExchangeCredential> lease = PrivateKey(cmdlet, key, passphrase, what);
        if (certificate is null)
        {
            return lease;
        }

        X509Certificate2 other = Certificate(cmdlet, certificate, what);
        return new Lease<KeyExchangeCredential>(new KeyExchangeCredential(lease.Value.PrivateKey, other, lease.Value.Chain), lease.IsOwn);
    }

    private static Lease<KeyExchangeCredential> PrivateKey(PcToolCmdlet cmdlet, object? key, SecureString? passphrase, string what)
    {
        switch (key is PSObject wrapped ? wrapped.BaseObject : key)
        {
            case KeyExchangeCertificate pair:
                return new Lease<KeyExchangeCredential>(pair.Credential, isOwn: false);
            case X509Certificate2 certificate:
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.Take(certificate)), isOwn: true);
            case FileInfo file:
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.ReadFile(file.FullName, passphrase)), isOwn: true);
            case string text when text.Contains("PRIVATE KEY-----", StringComparison.Ordinal):
                throw new KeyInputException(
                    KeyInputFailure.Form, $"The {what} private key is not taken as text, which stays in the command history and in logs: give the path of its file.");
            case string path:
                string resolved = cmdlet.ResolveFile(path);
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.ReadFile(resolved, passphrase)), isOwn: true);
            default:
                throw key is not null && KeyInput.IsDeserialised(key, nameof(KeyExchangeCertificate))
                    ? new KeyInputException(
                        KeyInputFailure.Deserialised, $"The {what} key pair came through remoting, a job or a file: such an object is only a description, without the private key.")
                    : new KeyInputException(
                        KeyInputFailure.Form,
                        $"The {what} private key is an object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or the path of a PEM or PKCS #12 file.");
        }
    }

    private static X509Certificate2 Read(PcCmdlet cmdlet, string text, string what)
    {
        if (text.Contains("-----BEGIN ", StringComparison.Ordinal))
        {
            return Parse(cmdlet, text, what, "");
        }

        if (cmdlet.FindFile(text) is { } path)
        {
            return cmdlet.Run(tools => tools.Credentials.ReadCertificateFile(path));
        }

        // Short and with a dot it was meant as a path: base64 has none.
        return text.Contains('.', StringComparison.Ordinal)
            ? throw new KeyInputException(KeyInputFailure.FileNotFound, $"The file '{text}' with the {what} certificate is not there.")
            : Parse(cmdlet, text, what, " Nor is it the path of a file that is there.");
    }

    private static X509Certificate2 Parse(PcCmdlet cmdlet, string text, string what, string advice)
    {
        try
        {
            return cmdlet.Run(tools => tools.Credentials.ReadCertificate(text));
        }
        catch (KeyBlockRefusedException refused)
        {
            throw new KeyBlockRefusedException(refused.Check, refused.Kind, $"The {what} certificate cannot be read: {refused.Message}{advice}", refused);
        }
    }
}
