using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Values;

namespace PaymentCrypto;

/// <summary>What import and export parameters have in common beside the service's own members.</summary>
/// <remarks>
/// The properties here are what ConvertTo-Json and a C# program see: strings, times in UTC, small bags. PowerShell gets richer ones
/// under the same names: <c>Certificate</c> as X509Certificate2, <c>CertificateChain</c> as X509Certificate2[] and
/// <c>TimeRemaining</c> as TimeSpan, also after Export-Clixml and remoting.
/// </remarks>
public abstract partial class KeyExchangeParameters
{
    private protected KeyExchangeParameters()
    {
        RicherProperties.AddCertificate(this);
        RicherProperties.AddCertificateChain(this);
        RicherProperties.AddDuration(this, nameof(TimeRemaining));
    }

    /// <summary>What will be imported or exported, for example <c>TR34_KEY_BLOCK</c>.</summary>
    public string? KeyMaterialType { get; set; }

    /// <summary>When token and certificate end, UTC.</summary>
    public DateTime ParametersValidUntilTimestamp { get; set; }

    /// <summary>How long that was from the moment of the call on the provider's clock, as <c>[d.]hh:mm:ss</c>. In PowerShell a TimeSpan.</summary>
    public string? TimeRemaining { get; set; }

    /// <summary>The same in whole days, rounded down: 0 on the last day, negative once it has ended.</summary>
    public int? DaysLeft => TimeSpan.TryParse(TimeRemaining, CultureInfo.InvariantCulture, out TimeSpan remaining) ? WholeDays.Of(remaining) : null;

    /// <summary>Whether, at the moment of the call, ReuseLastGeneratedToken could still return it: at least 7 days are left.</summary>
    public bool Reusable { get; set; }

    /// <summary>The leaf certificate. In PowerShell an X509Certificate2.</summary>
    public CertificateSummary? Certificate => LeafText is null ? null : Summarise(LeafText).FirstOrDefault();

    /// <summary>The certificates above it, issuer first. In PowerShell an X509Certificate2[].</summary>
    public CertificateSummary[] CertificateChain => Summarise(ChainText);

    /// <summary>Who answered: <c>Local</c> or <c>Aws</c>.</summary>
    public string? Provider { get; set; }

    /// <summary>The account, 12 digits.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    internal abstract string? LeafText { get; }

    internal abstract string? ChainText { get; }

    /// <summary>Fills in what every answer has.</summary>
    internal void Describe(string? keyMaterialType, DateTimeOffset? validUntil, Origin origin)
    {
        KeyMaterialType = keyMaterialType;
        Provider = origin.Provider.ToString();
        AccountId = origin.AccountId;
        Region = origin.Region;
        if (validUntil is { } end)
        {
            TimeSpan remaining = end - origin.Clock.GetUtcNow();
            ParametersValidUntilTimestamp = end.UtcDateTime;
            TimeRemaining = new TimeSpan(remaining.Ticks - (remaining.Ticks % TimeSpan.TicksPerSecond)).ToString("c");
            Reusable = remaining >= ReuseRule.LeastRemaining;
        }
    }

    /// <summary>The certificates of a text in the service's form.</summary>
    internal static CertificateSummary[] Summarise(string? text)
    {
        X509Certificate2[] certificates = ServiceCertificates.Read(text);
        try
        {
            return Array.ConvertAll(certificates, static certificate => new CertificateSummary(certificate));
        }
        finally
        {
            Array.ForEach(certificates, static certificate => certificate.Dispose());
        }
    }
}
