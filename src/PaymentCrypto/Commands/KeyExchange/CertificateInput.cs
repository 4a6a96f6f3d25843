using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>Takes certificates and private keys in, in whatever form the user has them.</summary>
internal static class CertificateInput
{
    private const int MostFileLength = 256 * 1024;

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
            case KeyExchangeParameters parameters:
                string holder = parameters is ImportParameters
                    ? nameof(ImportParameters.WrappingKeyCertificate)
                    : nameof(ExportParameters.SigningKeyCertificate);
                throw new KeyInputException(
                    KeyInputFailure.Form,
                    $"The {what} certificate is a part of these {parameters.GetType().Name}: give their property {holder}, as in (…).{holder}.");
            case FileInfo file:
                return ReadFile(cmdlet, file.FullName, what);
            case byte[] bytes:
                return Only(cmdlet, bytes, $"the {what} certificate", what);
            case IList { Count: > 0 } list when Content(list) is { } content:
                return Only(cmdlet, content, $"the {what} certificate", what);
            case string text:
                return Read(cmdlet, text, what);
            default:
                return value is PSObject copy && copy.Properties[nameof(KeyExchangeCertificate.PublicKeyCertificate)]?.Value is string inside
                    ? Read(cmdlet, inside, what)
                    : throw new KeyInputException(
                        KeyInputFailure.Form,
                        $"The {what} certificate cannot be of the type {(value as PSObject)?.BaseObject.GetType().Name ?? value!.GetType().Name}: give an "
                            + "X509Certificate2, PEM text, base64, or a path.");
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
            case byte[] bytes:
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.Read(bytes, $"the {what} private key", passphrase)), isOwn: true);
            case FileInfo file:
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.ReadFile(file.FullName, passphrase)), isOwn: true);
            case IList list when FileContent.Bytes(list) is { } bytes:
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.Read(bytes, $"the {what} private key", passphrase)), isOwn: true);
            case IList list when FileContent.IsLines(list):
            case string text when text.Contains("PRIVATE KEY-----", StringComparison.Ordinal) || MaterialInput.IsMaterial(text):
                throw new KeyInputException(
                    KeyInputFailure.Form, $"The {what} private key is not taken as text, which stays in the command history and in logs: give the path of "
                        + "its file.");
            case string path:
                string resolved = cmdlet.ResolveFile(path);
                return new Lease<KeyExchangeCredential>(cmdlet.Run(tools => tools.Credentials.ReadFile(resolved, passphrase)), isOwn: true);
            default:
                throw key is not null && KeyInput.IsDeserialised(key, nameof(KeyExchangeCertificate))
                    ? new KeyInputException(
                        KeyInputFailure.Deserialised, $"The {what} key pair came through remoting, a job or a file: such an object is only a description, "
                            + "without the private key.")
                    : new KeyInputException(
                        KeyInputFailure.Form,
                        $"The {what} private key is an object of New-PcKeyExchangeCertificate, an X509Certificate2 with its private key, or the path of a "
                            + "PEM or PKCS #12 file.");
        }
    }

    private static X509Certificate2 Read(PcCmdlet cmdlet, string text, string what)
    {
        // Before anything is looked up or shown: a private key is no file name.
        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new KeyInputException(KeyInputFailure.Form, $"A private key was given where the {what} certificate belongs: give the certificate.");
        }

        if (!text.Contains("-----BEGIN ", StringComparison.Ordinal) && cmdlet.FindFile(text) is { } path)
        {
            return ReadFile(cmdlet, path, what);
        }

        // Short and with a dot it was meant as a path: base64 has none.
        return !text.Contains('\n', StringComparison.Ordinal) && text.Length <= byte.MaxValue && text.Contains('.', StringComparison.Ordinal)
            ? throw new KeyInputException(KeyInputFailure.FileNotFound, $"The file '{text}' with the {what} certificate is not there.")
            : Only(cmdlet, Encoding.UTF8.GetBytes(text), $"the {what} certificate", what, " Nor is it the path of a file that is there.");
    }

    private static X509Certificate2 ReadFile(PcCmdlet cmdlet, string path, string what)
    {
        try
        {
            return new FileInfo(path).Length > MostFileLength
                ? throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' is too long to be a certificate.")
                : Only(cmdlet, File.ReadAllBytes(path), path, what);
        }
        catch (FileNotFoundException exception)
        {
            throw new KeyInputException(KeyInputFailure.FileNotFound, $"The file '{path}' with the {what} certificate is not there.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' with the {what} certificate cannot be read: {exception.Message}",
                exception);
        }
    }

    /// <summary>The one certificate of a content, or the leaf of the one chain in it: which of two others is meant nobody can tell.</summary>
    private static X509Certificate2 Only(PcCmdlet cmdlet, byte[] content, string source, string what, string hint = "")
    {
        IReadOnlyList<X509Certificate2> found;
        try
        {
            found = cmdlet.Run(tools => tools.Credentials.ReadCertificates(content, source));
        }
        catch (KeyBlockRefusedException refused)
        {
            throw new KeyBlockRefusedException(refused.Check, refused.Kind, $"The {what} certificate cannot be read: {refused.Message}{hint}", refused);
        }

        X509Certificate2[] different = [.. found.DistinctBy(static certificate => certificate.Thumbprint)];
        if (different.Length == 1)
        {
            return different[0];
        }

        X509Certificate2[] leaves =
            Array.FindAll(different, certificate => !Array.Exists(different, other => other != certificate && Issued(certificate, other)));
        bool isChain = what != "root" && leaves is [var only] && Array.TrueForAll(different,
            certificate => certificate == only || Array.Exists(different, other => other != certificate && Issued(certificate, other)));
        return isChain ? leaves[0] : throw new KeyInputException(
            KeyInputFailure.Form,
            $"{Capital(source)} holds {different.Length} certificates, and the {what} certificate is one: "
                + $"{string.Join("; ", different.Select(static certificate => certificate.Subject))}. Give the one that is meant.");
    }

    private static bool Issued(X509Certificate2 issuer, X509Certificate2 certificate) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string Capital(string source) => source.StartsWith("the ", StringComparison.Ordinal) ? string.Concat("T", source.AsSpan(1)) : $"'{source}'";

    private static byte[]? Content(IList list) => FileContent.Bytes(list) ?? (FileContent.Lines(list) is { } text ? Encoding.UTF8.GetBytes(text) : null);
}
