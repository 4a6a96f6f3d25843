using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Providers;

namespace PaymentCrypto.Sessions;

/// <summary>
/// What the user asked Set-PcProvider for. Choosing a provider or a store starts from the environment; without that, only what
/// is named changes.
/// </summary>
internal sealed record ProviderSelection
{
    /// <summary>The provider; null for the session's own.</summary>
    public ProviderName? Name { get; init; }

    /// <summary>The store's directory, absolute.</summary>
    public string? Directory { get; init; }

    /// <summary>A new store in memory.</summary>
    public bool InMemory { get; init; }

    /// <summary>The store's passphrase.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>The account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region.</summary>
    public string? Region { get; init; }

    /// <summary>How the local engine behaves.</summary>
    public Conformance? Conformance { get; init; }

    /// <summary>How many keys the local engine allows.</summary>
    public int? KeyQuota { get; init; }

    /// <summary>How many aliases the local engine allows.</summary>
    public int? AliasQuota { get; init; }

    /// <summary>How many requests a second the local engine allows; 0 for any number.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>The shift of the local engine's clock.</summary>
    public TimeSpan? TimeOffset { get; init; }

    /// <summary>What is asked of AWS. A null or empty member changes nothing.</summary>
    public AwsSettings Aws { get; init; } = new();

    private bool StartsAfresh => Name is not null || Directory is not null || InMemory || !Aws.Caller.IsEmpty;

    private bool HasAwsOption => Aws != new AwsSettings();

    private bool HasLocalOption =>
        AccountId is not null || Directory is not null || InMemory || Passphrase is not null || Conformance is not null || TimeOffset is not null || HasQuota;

    private bool HasQuota => KeyQuota is not null || AliasQuota is not null || RequestsPerSecond is not null;

    /// <summary>The settings that result. Nothing is opened or changed.</summary>
    /// <exception cref="InvalidConfigurationException">They contradict each other, or a value cannot be.</exception>
    public ProviderSettings ApplyTo(PcSession session)
    {
        ProviderName name = Name
            ?? (Directory is not null || InMemory ? ProviderName.Local : Aws.Caller.IsEmpty ? session.Settings().Name : ProviderName.Aws);
        if (name == ProviderName.Aws)
        {
            CheckAws(name);
            ProviderSettings former = StartsAfresh ? ProviderEnvironment.Settings(name) : session.Settings(name);
            return former with { Aws = Change(former.Aws) };
        }

        CheckLocal(name);
        ProviderSettings start = StartsAfresh ? ProviderEnvironment.Settings(name) : session.Settings(name);
        return start with
        {
            Scope = new AccountScope(AccountId ?? start.Scope.AccountId, Region ?? start.Scope.Region),
            Local = InMemory ? NewMemoryStore() : Change(start.Local),
        };
    }

    private void CheckAws(ProviderName name)
    {
        if (HasLocalOption)
        {
            throw new InvalidConfigurationException(
                "PcProviderOptionNotLocal",
                $"AccountId, Path, InMemory, Passphrase, Conformance, TimeOffset and quotas are for the Local provider, not for {name}.");
        }
    }

    private void CheckLocal(ProviderName name)
    {
        if (HasAwsOption)
        {
            throw new InvalidConfigurationException(
                "PcProviderOptionNotAws",
                $"ProfileName, AccessKey, Credential, EndpointUrl and the other settings of a connection are for the Aws provider, not for {name}.")
            {
                RecommendedAction = "Name the provider as well: Set-PcProvider Aws.",
            };
        }

        if (Passphrase is { Length: 0 })
        {
            throw new InvalidConfigurationException("PcPassphraseEmpty", "The passphrase is empty: leave it out for a store that a key file protects.");
        }

        if (TimeOffset is { } offset && offset != TimeSpan.Zero && offset.Duration() < TimeSpan.FromSeconds(1))
        {
            // PowerShell reads a bare number as ticks of 100 ns.
            throw new InvalidConfigurationException(
                "PcTimeOffsetTooSmall",
                $"TimeOffset {offset.Ticks} is {offset.Duration().TotalMilliseconds} ms, less than a second: for {offset.Ticks} days write "
                    + $"{offset.Ticks}.00:00:00.");
        }
    }

    private LocalSettings NewMemoryStore() => new()
    {
        MemoryStore = new MemoryStore(),
        Conformance = Conformance ?? Api.Hosting.Conformance.Observed,
        Quotas = Change(ServiceQuotas.Documented),
        Clock = new MovedClock(TimeOffset ?? TimeSpan.Zero),
    };

    private LocalSettings Change(LocalSettings local)
    {
        if (local.MemoryStore is not null)
        {
            // The clock of a store in memory is shifted in place; anything else would need another engine, and the content would be lost.
            return Passphrase is null && (Conformance ?? local.Conformance) == local.Conformance && Change(local.Quotas) == local.Quotas
                ? local
                : throw new InvalidConfigurationException(
                "PcProviderInMemoryFixed",
                "The conformance, quotas and protection of a store in memory cannot be changed: make a new one with Set-PcProvider -InMemory.");
        }

        return local with
        {
            Directory = Directory ?? local.Directory,
            Passphrase = OwnCopy(Passphrase) ?? local.Passphrase,
            Conformance = Conformance ?? local.Conformance,
            Quotas = Change(local.Quotas),
            Clock = TimeOffset is { } offset ? new MovedClock(offset) : local.Clock,
        };
    }

    private AwsSettings Change(AwsSettings aws) => aws with
    {
        Region = Region ?? aws.Region,
        Caller = Aws.Caller.IsEmpty ? aws.Caller : Aws.Caller,
        ProfileLocation = Aws.ProfileLocation ?? aws.ProfileLocation,
        EndpointUrl = Aws.EndpointUrl ?? aws.EndpointUrl,
        UseFips = Aws.UseFips ?? aws.UseFips,
        UseDualStack = Aws.UseDualStack ?? aws.UseDualStack,
        MaxAttempts = Aws.MaxAttempts ?? aws.MaxAttempts,
        RetryMode = Aws.RetryMode ?? aws.RetryMode,
        Timeout = Aws.Timeout ?? aws.Timeout,
    };

    private ServiceQuotas Change(ServiceQuotas quotas) => new()
    {
        Keys = KeyQuota ?? quotas.Keys,
        Aliases = AliasQuota ?? quotas.Aliases,
        RequestsPerSecond = RequestsPerSecond switch { null => quotas.RequestsPerSecond, 0 => null, var rate => rate },
    };

    private static SecureString? OwnCopy(SecureString? passphrase)
    {
        SecureString? copy = passphrase?.Copy();
        copy?.MakeReadOnly();
        return copy;
    }
}
