using PaymentCrypto.Api;

namespace PaymentCrypto.Hosting.Seeds;

/// <summary>A root of a seed, with where its fields stand.</summary>
/// <param name="Root">The root.</param>
/// <param name="Fields">Its fields.</param>
internal sealed record PlannedRoot(SeedRoot Root, SeedFields Fields)
{
    /// <summary>The error of what the engine says about a member of the root.</summary>
    public Exception Error(SeedRefusedException refused) => Fields.Error(refused.Member, refused.Message, refused);
}
