using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>
/// Takes in whatever somebody has of a key exchange, as it is: unlike <see cref="MaterialInput"/> it mends nothing, because what is wrong with it
/// is what was asked.
/// </summary>
internal static class ExchangeInput
{
    // A little more than is looked at, so that whoever looks can say that it is too much.
    private const int MostLength = (256 * 1024) + 1;

    // Under these names objects of ours, of AWS.Tools and of the AWS CLI carry the wrapped key, or what goes with it.
    private static readonly string[] Carriers =
        ["WrappedKeyBlock", "WrappedKeyCryptogram", "KeyMaterial", "Tr31WrappedKeyBlock", "ImportToken", "KeyCertificate", "PublicKeyCertificate",
            "Certificate", "CertificateSigningRequest"];

    /// <summary>The text of an object: what a file holds, the message of an error, the wrapped key in a property.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="value">What the user gave.</param>
    public static string Text(PcCmdlet cmdlet, object value)
    {
        switch (value is PSObject wrapped ? wrapped.BaseObject : value)
        {
            case string text:
                return Read(cmdlet, text);
            case FileInfo file:
                return ReadFile(file.FullName);
            case byte[] bytes:
                return MaterialInput.OfBytes(bytes);
            case ErrorRecord error:
                return $"{error.FullyQualifiedErrorId.Split(',')[0]}: {error.ErrorDetails?.Message ?? error.Exception.Message}";
            case Exception error:
                return $"{(error as PaymentCryptographyException)?.ErrorId ?? error.GetType().Name}: {error.Message}";
            case X509Certificate2 certificate:
                return PemEncoding.WriteString("CERTIFICATE", certificate.RawData);
            case X509Certificate2Collection certificates:
                return string.Join('\n', certificates.Select(static certificate => PemEncoding.WriteString("CERTIFICATE", certificate.RawData)));
            case KeyComponent or SecureString:
                throw new KeyInputException(KeyInputFailure.Form, "Components are examined together, all of one key at once: give them with -Component.");
            default:
                return InProperty(cmdlet, PSObject.AsPSObject(value)) ?? throw new KeyInputException(
                    KeyInputFailure.Form,
                    $"An object of the type {PSObject.AsPSObject(value).BaseObject.GetType().Name} carries no key block, token, cryptogram or certificate "
                        + "in a property that is known: give the text, the bytes or a path.");
        }
    }

    /// <summary>A property of an object that goes with the wrapped key; null when it has none.</summary>
    public static object? Property(object value, string name) =>
        value is PSObject wrapped && wrapped.BaseObject is not string ? wrapped.Properties[name]?.Value : null;

    private static string? InProperty(PcCmdlet cmdlet, PSObject value)
    {
        foreach (string carrier in Carriers)
        {
            switch (value.Properties[carrier]?.Value)
            {
                case string { Length: > 0 } text:
                    return text;
                case PSObject or IFormattable or null:
                    break;
                case { } inner:
                    return Text(cmdlet, inner);
            }
        }

        return null;
    }

    private static string Read(PcCmdlet cmdlet, string text) =>
        !string.IsNullOrWhiteSpace(text) && !MaterialInput.IsMaterial(text) && cmdlet.FindFile(text) is { } path ? ReadFile(path) : text;

    private static string ReadFile(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] bytes = new byte[Math.Min(file.Length, MostLength)];
            file.ReadExactly(bytes);
            return MaterialInput.OfBytes(bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new KeyInputException(KeyInputFailure.FileUnreadable, $"The file '{path}' cannot be read: {exception.Message}", exception);
        }
    }
}
