using PaymentCrypto.Api;

namespace PaymentCrypto.Providers;

/// <summary>A provider as the user chose it: who, for which account and region, and on which store.</summary>
internal sealed record ProviderSettings
{
    /// <summary>Who answers.</summary>
    public required ProviderName Name { get; init; }

    /// <summary>The account and region of the local engine. AWS has its region in <see cref="Aws"/>, and the account in its credentials.</summary>
    public required AccountScope Scope { get; init; }

    /// <summary>The local engine's part; unused by the others.</summary>
    public LocalSettings Local { get; init; } = new();

    /// <summary>The AWS provider's part; unused by the others.</summary>
    public AwsSettings Aws { get; init; } = new();

    public override string ToString() => Name == ProviderName.Local ? $"{Name} {Scope}" : $"{Name} {Aws}";
}
