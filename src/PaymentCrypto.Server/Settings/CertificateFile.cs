using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PaymentCrypto.Server.Settings;

/// <summary>The certificate of the server from a PEM or PFX (PKCS #12) file.</summary>
internal static class CertificateFile
{
    private const int Longest = 256 * 1024;
    private const string Form = "It is a PEM file with the certificate, its private key and the certificates above it, or a PFX file.";

    /// <summary>Reads it.</summary>
    /// <param name="path">The file with the certificate.</param>
    /// <param name="keyPath">A PEM file with its private key; null when that is in the first file.</param>
    /// <param name="passphrase">The passphrase of the private key; null for none.</param>
    /// <param name="now">The time: a certificate that no client would take is refused.</param>
    internal static SslStreamCertificateContext Read(string path, string? keyPath, string? passphrase, DateTimeOffset now)
    {
        byte[] bytes = FileText.ReadBytes(path, Longest);
        X509Certificate2Collection certificates;
        X509Certificate2 leaf;
        try
        {
            (leaf, certificates) = bytes is [0x30, ..] ? Pfx(bytes, passphrase) : Pem(bytes, keyPath, passphrase);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new UsageException($"{path} cannot be used: there is no certificate with a private key in it that "
                + $"opens{(passphrase is null ? string.Empty : " with the passphrase")}. {Form}");
        }

        if (now < leaf.NotBefore || now > leaf.NotAfter)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture,
                $"The certificate in {path} is valid from {leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u}, and it is "
                    + $"{now.UtcDateTime:u}: no client would take it. Give one that is valid."));
        }

        return SslStreamCertificateContext.Create(leaf, certificates, offline: true);
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection Others) Pfx(byte[] bytes, string? passphrase)
    {
        X509Certificate2Collection all = X509CertificateLoader.LoadPkcs12Collection(bytes, passphrase);
        return (all.First(static certificate => certificate.HasPrivateKey), all);
    }

    private static (X509Certificate2 Leaf, X509Certificate2Collection Others) Pem(byte[] bytes, string? keyPath, string? passphrase)
    {
        string text = Encoding.UTF8.GetString(bytes);
        string key = keyPath is null ? text : FileText.Read(keyPath, Longest);
        X509Certificate2Collection all = [];
        all.ImportFromPem(text);
        X509Certificate2 leaf = passphrase is null ? X509Certificate2.CreateFromPem(text, key) : X509Certificate2.CreateFromEncryptedPem(text, key, passphrase);

        // A key that was read from PEM exists for this process only, which Schannel cannot use.
        return (OperatingSystem.IsWindows() ? X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null) : leaf, all);
    }
}
