using System.Globalization;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto;

/// <summary>
/// The code behind PaymentCrypto.Types.ps1xml. Certificates are read from the strings of an object, so a deserialised object has
/// them like a live one.
/// </summary>
public static class PropertyAccess
{
    private static readonly string[] LeafProperties = [nameof(ImportParameters.WrappingKeyCertificate), nameof(ExportParameters.SigningKeyCertificate), nameof(PublicKeyCertificate.KeyCertificate)];
    private static readonly string[] ChainProperties = [nameof(ImportParameters.WrappingKeyCertificateChain), nameof(ExportParameters.SigningKeyCertificateChain), nameof(PublicKeyCertificate.KeyCertificateChain)];

    /// <summary>The leaf certificate; null when there is none to read.</summary>
    /// <param name="instance">Import or export parameters.</param>
    public static X509Certificate2? GetCertificate(PSObject instance) => Read(instance, LeafProperties).FirstOrDefault();

    /// <summary>The certificates above the leaf, issuer first.</summary>
    /// <param name="instance">Import or export parameters.</param>
    public static X509Certificate2[] GetCertificateChain(PSObject instance) => Read(instance, ChainProperties);

    /// <summary>The time that was left at the moment of the call.</summary>
    /// <param name="instance">Import or export parameters.</param>
    public static TimeSpan? GetTimeRemaining(PSObject instance) => Duration((instance?.BaseObject as KeyExchangeParameters)?.TimeRemaining);

    /// <summary>The shift of the local engine's clock.</summary>
    /// <param name="instance">A provider.</param>
    public static TimeSpan? GetTimeOffset(PSObject instance) => Duration((instance?.BaseObject as Provider)?.TimeOffset);

    /// <summary>How old a key was when it was read.</summary>
    /// <param name="instance">A key.</param>
    public static TimeSpan? GetAge(PSObject instance) => Duration((instance?.BaseObject as Key)?.Age);

    private static X509Certificate2[] Read(PSObject instance, string[] properties)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return CertificateText.Read(properties.Select(name => instance.Properties[name]?.Value as string).FirstOrDefault(static text => text is not null));
    }

    private static TimeSpan? Duration(string? text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan duration) ? duration : null;
}
