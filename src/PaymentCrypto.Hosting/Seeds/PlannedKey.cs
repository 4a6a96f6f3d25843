using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>A key of a seed, with where its fields stand.</summary>
/// <param name="Key">The key.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record PlannedKey(SeedKey Key, SeedFields Fields)
{
    /// <summary>The error of what the engine says about a member of the key, under the name that the plan has for it.</summary>
    public Exception Error(SeedRefusedException refused) => Fields.Error(
        refused.Member switch
        {
            nameof(SeedKey.KeyAttributes) => "Usage",
            nameof(KeyAttributes.KeyModesOfUse) => "ModesOfUse",
            nameof(SeedKey.Material) when Key.KeyAttributes.KeyClass == KeyClass.AsymmetricKeyPair => "PrivateKey",
            nameof(SeedKey.Tags) => "Tag",
            nameof(SeedKey.Name) => "Alias",
            { } same => same,
        },
        refused.Message,
        refused);
}
