using System.Buffers;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.KeyBlocks.Certificates;

namespace PaymentCrypto.Local.Tools;

/// <summary>Reads private keys and certificates from PEM and PKCS #12 files.</summary>
internal static class CredentialFile
{
    private const string What = "private key or certificate";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    public static KeyExchangeCredential Read(string path, SecureString? passphrase, bool certificatesOnly)
    {
        byte[] bytes = ClearText.ReadFile(path, What);
        try
        {
            return Read(bytes, path, passphrase, certificatesOnly);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The same from what a file would have.</summary>
    /// <param name="bytes">DER, PKCS #12, or text of any encoding.</param>
    /// <param name="path">The file, or what stands for it in an error.</param>
    /// <param name="passphrase">The passphrase; null for none.</param>
    /// <param name="certificatesOnly">Leave private keys alone.</param>
    public static KeyExchangeCredential Read(byte[] bytes, string path, SecureString? passphrase, bool certificatesOnly)
    {
        if (bytes is [0x30, ..])
        {
            if (IsPkcs12(bytes))
            {
                return ReadPkcs12(path, bytes, passphrase);
            }

            if (PrivateKeyDer.Read(bytes, path, passphrase, certificatesOnly) is { } key)
            {
                return new KeyExchangeCredential(key, certificate: null, []);
            }
        }

        return ReadText(path, bytes, passphrase, certificatesOnly);
    }

    private static bool IsPkcs12(byte[] bytes)
    {
        try
        {
            return X509Certificate2.GetCertContentType(bytes) == X509ContentType.Pkcs12;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static KeyExchangeCredential ReadPkcs12(string path, byte[] bytes, SecureString? passphrase)
    {
        // On macOS a private key cannot be without a keychain.
        X509KeyStorageFlags flags = X509KeyStorageFlags.Exportable
            | (OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet);
        using ClearText? password = passphrase is null ? null : ClearText.Of(passphrase);
        X509Certificate2Collection found = [];
        try
        {
            found.Import(bytes, password is null ? [] : password.Characters, flags);
        }
        catch (CryptographicException error)
        {
            throw Locked(path, passphrase, error);
        }

        X509Certificate2? leaf = found.FirstOrDefault(static certificate => certificate.HasPrivateKey) ?? found.FirstOrDefault();
        return leaf is null
            ? throw Nothing(path)
            : new KeyExchangeCredential(
                CredentialTool.PrivateKeyOf(leaf),
                Certificates.CertificateText.Load(leaf.RawData),
                [.. found.Where(other => !ReferenceEquals(other, leaf)).Select(other => Certificates.CertificateText.Load(other.RawData))]);
    }

    private static KeyExchangeCredential ReadText(string path, byte[] bytes, SecureString? passphrase, bool certificatesOnly)
    {
        using var text = ClearText.Of(bytes);
        UnreadableForm.Check(text.Characters, bytes, path);
        List<X509Certificate2> certificates = [];
        AsymmetricAlgorithm? key = null;
        ReadOnlySpan<char> rest = text.Characters;
        while (PemEncoding.TryFind(rest, out PemFields fields))
        {
            ReadOnlySpan<char> block = rest[fields.Location];
            ReadOnlySpan<char> label = rest[fields.Label];
            if (label.SequenceEqual("CERTIFICATE"))
            {
                string pem = block.ToString();
                certificates.Add(ToolRefusal.Map(() => CertificateReader.Read(pem)));
            }
            else if (label.EndsWith("PRIVATE KEY") && key is null && !certificatesOnly)
            {
                key = PrivateKeyPem.Read(block, label, path, passphrase);
            }

            rest = rest[fields.Location.End..];
        }

        if (certificates.Count == 0 && key is null)
        {
            if (text.Characters.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
            {
                throw new KeyInputException(
                    KeyInputFailure.Form,
                    certificatesOnly
                        ? $"'{path}' holds a private key and no certificate: give the certificate."
                        : $"The private key in '{path}' is not complete PEM: it begins with a BEGIN line and ends with the END line of the same label.");
            }

            if (OfHex(text) is { } der)
            {
                try
                {
                    return Read(der, path, passphrase, certificatesOnly);
                }
                finally
                {
                    CryptographicOperations.ZeroMemory(der);
                }
            }

            // Not PEM: DER, or base64 of either, as the service writes certificates.
            try
            {
                certificates.AddRange(ToolRefusal.Map(() => bytes is [0x30, ..] ? CertificateReader.ReadAll(bytes) : ReadBase64(text)));
            }
            catch (KeyBlockRefusedException refused) when (!certificatesOnly)
            {
                throw new KeyInputException(
                    KeyInputFailure.Form, $"There is no private key in '{path}': it is PEM, DER or PKCS #12. It could be no certificate either: "
                        + $"{refused.Message}", refused);
            }
        }

        X509Certificate2? leaf = certificates.Find(certificate => key is not null && Belongs(key, certificate))
            ?? (key is null ? certificates.FirstOrDefault() : null);
        return new KeyExchangeCredential(key, leaf, [.. certificates.Where(other => !ReferenceEquals(other, leaf))]);
    }

    /// <summary>The bytes of DER that somebody has written as hex digits; null for another text.</summary>
    private static byte[]? OfHex(ClearText text)
    {
        using ClearText digits = text.Where(static character => !char.IsWhiteSpace(character) && character != ':');
        return digits.Characters is ['3', '0', ..] && digits.Characters.Length % 2 == 0 && !digits.Characters.ContainsAnyExcept(HexDigits)
            ? Convert.FromHexString(digits.Characters)
            : null;
    }

    private static IReadOnlyList<X509Certificate2> ReadBase64(ClearText text)
    {
        using ClearText compact = text.WithoutBlanks();
        return CertificateReader.ReadAll(compact.Characters.ToString());
    }

    private static bool Belongs(AsymmetricAlgorithm key, X509Certificate2 certificate) =>
        key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    /// <summary>The error for a private key that does not open.</summary>
    public static KeyInputException Locked(string path, SecureString? passphrase, Exception? error = null) => passphrase is null
        ? new KeyInputException(KeyInputFailure.PassphraseMissing, $"The private key in '{path}' is encrypted: give its passphrase.", error)
        : new KeyInputException(KeyInputFailure.PassphraseWrong, $"The passphrase does not open the private key in '{path}', or the file is damaged.", error);

    private static KeyInputException Nothing(string path) =>
        new(KeyInputFailure.FileUnreadable, $"The file '{path}' holds neither a private key nor a certificate.");
}
