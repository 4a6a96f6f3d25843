using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto;

/// <summary>The words of the views in PaymentCrypto.KeyExchange.Format.ps1xml.</summary>
public static class KeyExchangeText
{
    private const int ShortLength = 48;

    /// <summary>A check value and how it was computed; empty for none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="algorithm">How.</param>
    public static string CheckValue(string? value, string? algorithm) =>
        string.IsNullOrEmpty(value) ? string.Empty : string.IsNullOrEmpty(algorithm) ? value : $"{value} ({algorithm})";

    /// <summary>A code of a header and what it stands for.</summary>
    /// <param name="code">The code.</param>
    /// <param name="meaning">What it stands for; empty when X9.143 does not define it.</param>
    public static string Coded(string? code, string? meaning) => string.IsNullOrEmpty(meaning) ? $"{code} (not defined by X9.143)" : $"{code} ({meaning})";

    /// <summary>An exportability and what it stands for.</summary>
    /// <param name="code">The letter.</param>
    public static string Exportability(string? code) => code switch
    {
        "E" => Coded(code, "Exportable"),
        "N" => Coded(code, "NonExportable"),
        "S" => Coded(code, "Sensitive"),
        _ => Coded(code, null),
    };

    /// <summary>Optional blocks, one to a line.</summary>
    /// <param name="blocks">Live or deserialised blocks.</param>
    public static string Blocks(object? blocks) =>
        string.Join(Environment.NewLine,
            ((blocks is PSObject wrapped ? wrapped.BaseObject : blocks) as IEnumerable ?? Array.Empty<object>()).Cast<object>().Select(Block));

    /// <summary>A long hex text, shortened for the screen.</summary>
    /// <param name="hex">The text.</param>
    public static string Shortened(string? hex) => hex is null || hex.Length <= ShortLength ? hex ?? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{hex.AsSpan(0, ShortLength)}... ({hex.Length / 2} bytes)");

    /// <summary>A wrapped key for the screen: a TR-31 block whole, because people type and compare it; hex shortened.</summary>
    /// <param name="material">The wrapped key.</param>
    /// <param name="format">Its format, as the service names it.</param>
    public static string Material(string? material, string? format) =>
        format == Api.WrappedKeyMaterialFormat.Tr31KeyBlock ? material ?? string.Empty : Shortened(material);

    /// <summary>What is known of a signature.</summary>
    /// <param name="form">Over what it was verified; null when it was not.</param>
    /// <param name="digestMatches">Whether the digest is that of the envelope.</param>
    public static string Signature(string? form, bool digestMatches) => form switch
    {
        "AsReceived" => "verified",
        "DerSorted" => "verified over the attributes in DER order, not as sent",
        _ => digestMatches ? "not verified, the digest matches" : "not verified, the digest DOES NOT match",
    };

    /// <summary>The validity of a certificate.</summary>
    /// <param name="certificate">The certificate.</param>
    public static string Validity(X509Certificate2? certificate) => certificate is null
        ? string.Empty
        : $"{DisplayText.Time(certificate.NotBefore.ToUniversalTime())} to {DisplayText.Time(certificate.NotAfter.ToUniversalTime())}";

    /// <summary>The same, in the colours of what ends soon or has ended.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="daysLeft">The whole days until it ends.</param>
    /// <param name="host">The host that shows it.</param>
    public static string Validity(X509Certificate2? certificate, int? daysLeft, PSHost? host) => DisplayText.Urgent(Validity(certificate), daysLeft, host);

    private static string Block(object block)
    {
        var properties = PSObject.AsPSObject(block);
        string text = $"{properties.Properties["Id"]?.Value} = {properties.Properties["Data"]?.Value}";
        return properties.Properties["Meaning"]?.Value is string meaning ? $"{text} ({meaning})" : text;
    }
}
