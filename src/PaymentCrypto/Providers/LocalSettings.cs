using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>Which store the local engine works on and how.</summary>
internal sealed record LocalSettings
{
    /// <summary>The store's directory; null for the platform's default. Meaningless in memory.</summary>
    public string? Directory { get; init; }

    /// <summary>The passphrase of the store; null when a key file protects it.</summary>
    public SecureString? Passphrase { get; init; }

    /// <summary>What to do where documentation and observed behaviour differ.</summary>
    public Conformance Conformance { get; init; } = Conformance.Observed;

    /// <summary>The limits of each account and region.</summary>
    public ServiceQuotas Quotas { get; init; } = ServiceQuotas.Documented;

    /// <summary>The engine's clock.</summary>
    public MovedClock Clock { get; init; } = new(TimeSpan.Zero);

    /// <summary>Tells one in-memory store from another; null for a store on disk.</summary>
    public MemoryStore? MemoryStore { get; init; }

    /// <summary>Two settings with the same key may share one open engine.</summary>
    public LocalEngineKey EngineKey => MemoryStore is not null
        ? new LocalEngineKey(string.Empty, Conformance, TimeSpan.Zero, string.Empty, Quotas, MemoryStore)
        : new LocalEngineKey(Directory ?? string.Empty, Conformance, Clock.Offset, PassphraseTag.Of(Passphrase), Quotas, null);

    /// <summary>The same in the engine's own terms.</summary>
    public LocalEngineOptions ToEngineOptions() => new()
    {
        Directory = Directory,
        InMemory = MemoryStore is not null,
        Passphrase = Passphrase,
        Conformance = Conformance,
        Quotas = Quotas,
        TimeProvider = Clock,
    };

    public override string ToString() => nameof(LocalSettings);
}
