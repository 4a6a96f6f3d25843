using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto;

/// <summary>
/// Gives PowerShell richer objects under the names of .NET properties: X509Certificate2 for a certificate, TimeSpan for a duration.
/// </summary>
/// <remarks>
/// A script that reads a property gets what is on the object before what its .NET type has. ConvertTo-Json takes the .NET property
/// first, and should: a string or a small summary, not the hundreds of lines of a certificate object. Export-Clixml and remoting carry
/// both, and what is read from there is the richer one. Type data could do the same, but code behind type data takes a tenth of
/// the time that the module may add to an import.
/// </remarks>
internal static class RicherProperties
{
    private static readonly MethodInfo CertificateGetter = Getter(nameof(GetCertificate));
    private static readonly MethodInfo CertificateChainGetter = Getter(nameof(GetCertificateChain));
    private static readonly MethodInfo DurationGetter = Getter(nameof(GetDuration));

    /// <summary>Makes <c>Certificate</c> an X509Certificate2.</summary>
    /// <param name="instance">An object with a certificate in the service's form.</param>
    internal static void AddCertificate(object instance) => Add(instance, "Certificate", CertificateGetter);

    /// <summary>Makes <c>CertificateChain</c> an X509Certificate2[].</summary>
    /// <param name="instance">An object with a chain in the service's form.</param>
    internal static void AddCertificateChain(object instance) => Add(instance, "CertificateChain", CertificateChainGetter);

    /// <summary>Makes the one duration that an object has a TimeSpan.</summary>
    /// <param name="instance">Import or export parameters, a provider or a key.</param>
    /// <param name="name">The name of the property that has it as text.</param>
    internal static void AddDuration(object instance, string name) => Add(instance, name, DurationGetter);

    /// <summary>The leaf certificate; null when there is none to read. Public because PowerShell asks that of code behind a property.</summary>
    /// <param name="instance">The object.</param>
    public static X509Certificate2? GetCertificate(PSObject instance) => ServiceCertificates.Read(instance.BaseObject switch
    {
        KeyExchangeParameters parameters => parameters.LeafText,
        PublicKeyCertificate certificate => certificate.KeyCertificate,
        KeyExchangeCertificate certificate => certificate.PublicKeyCertificate,
        _ => null,
    }).FirstOrDefault();

    /// <summary>The certificates above the leaf, issuer first.</summary>
    /// <param name="instance">The object.</param>
    public static X509Certificate2[] GetCertificateChain(PSObject instance) => ServiceCertificates.Read(instance.BaseObject switch
    {
        KeyExchangeParameters parameters => parameters.ChainText,
        PublicKeyCertificate certificate => certificate.KeyCertificateChain,
        _ => null,
    });

    /// <summary>The duration; null when there is none.</summary>
    /// <param name="instance">The object.</param>
    public static TimeSpan? GetDuration(PSObject instance)
    {
        string? text = instance.BaseObject switch
        {
            KeyExchangeParameters parameters => parameters.TimeRemaining,
            Provider provider => provider.TimeOffset,
            Key key => key.Age,
            _ => null,
        };
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan duration) ? duration : null;
    }

    private static void Add(object instance, string name, MethodInfo getter) => PSObject.AsPSObject(instance).Properties.Add(new PSCodeProperty(name, getter));

    private static MethodInfo Getter(string name) => typeof(RicherProperties).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!;
}
