using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>A provider as the user chose it: who, for which account and region, and on which store.</summary>
internal sealed record ProviderSettings
{
    /// <summary>Who answers.</summary>
    public required ProviderName Name { get; init; }

    /// <summary>The account and region.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>The local engine's part; unused by the others.</summary>
    public LocalSettings Local { get; init; } = new();

    public override string ToString() => $"{Name} {Scope}";
}
