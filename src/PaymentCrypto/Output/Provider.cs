using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Providers;

namespace PaymentCrypto;

/// <summary>
/// A provider and its settings, as Get-PcProvider shows them. Within the process it can be passed to <c>-Provider</c>, also in
/// another runspace, for example with <c>$using:</c> in <c>ForEach-Object -Parallel</c>. It never holds a passphrase or key in the open.
/// </summary>
public sealed partial class Provider
{
    /// <summary>Creates an empty description.</summary>
    public Provider() => RicherProperties.AddDuration(this, nameof(TimeOffset));

    internal Provider(ProviderName name)
        : this()
    {
        ProviderName = name;
        Name = name.ToString();
    }

    internal Provider(ProviderSettings settings, string? storePath, IAwsProvider? aws = null)
        : this(settings.Name)
    {
        Settings = settings;
        if (settings.Name == PaymentCrypto.ProviderName.Local)
        {
            AccountId = settings.Scope.AccountId;
            Region = settings.Scope.Region;
            InMemory = settings.Local.MemoryStore is not null;
            Path = storePath;
            Protection = InMemory ? "Memory" : settings.Local.Passphrase is null ? "KeyFile" : "Passphrase";
            Conformance = settings.Local.Conformance.ToString();
            KeyQuota = settings.Local.Quotas.Keys;
            AliasQuota = settings.Local.Quotas.Aliases;
            RequestsPerSecond = settings.Local.Quotas.RequestsPerSecond;
            TimeOffset = settings.Local.Clock.Offset.ToString("c");
        }
        else
        {
            Region = aws?.Region ?? settings.Aws.ToOptions().Region;
            Endpoint = aws?.Endpoint.GetLeftPart(UriPartial.Path);
            CredentialSource = aws?.CredentialSource;
        }
    }

    /// <summary><c>Local</c> or <c>Aws</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The account that the local engine answers for, 12 digits; null on AWS, where the credentials decide it.</summary>
    public string? AccountId { get; set; }

    /// <summary>The region.</summary>
    public string? Region { get; set; }

    /// <summary>The file of the local store, which may not be there yet; null for a store in memory and for AWS.</summary>
    public string? Path { get; set; }

    /// <summary>Whether the store lives in memory.</summary>
    public bool InMemory { get; set; }

    /// <summary>What the local store is opened with: <c>KeyFile</c>, <c>Passphrase</c> or <c>Memory</c>.</summary>
    public string? Protection { get; set; }

    /// <summary>What the local engine does where documentation and observed behaviour differ: <c>Observed</c> or <c>Documented</c>.</summary>
    public string? Conformance { get; set; }

    /// <summary>How many keys the local engine allows in an account and region.</summary>
    public int? KeyQuota { get; set; }

    /// <summary>How many aliases the local engine allows in an account and region.</summary>
    public int? AliasQuota { get; set; }

    /// <summary>How many requests a second the local engine allows; null for any number.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>What is added to the local engine's clock, as <c>[-][d.]hh:mm:ss[.fffffff]</c>. In PowerShell a TimeSpan.</summary>
    public string? TimeOffset { get; set; }

    /// <summary>The URL that requests to AWS go to; null for the local engine.</summary>
    public string? Endpoint { get; set; }

    /// <summary>Where the AWS credentials come from, in words; null for the local engine.</summary>
    public string? CredentialSource { get; set; }

    internal ProviderName? ProviderName { get; }

    internal ProviderSettings? Settings { get; }

    /// <inheritdoc/>
    public override string ToString() => Name ?? string.Empty;
}
