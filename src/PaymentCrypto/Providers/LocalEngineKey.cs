using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Providers;

/// <summary>What two sessions must have in common to share one open engine.</summary>
/// <param name="Directory">The store's directory; empty for the platform's default.</param>
/// <param name="Conformance">How the engine behaves.</param>
/// <param name="TimeOffset">The shift of its clock.</param>
/// <param name="PassphraseTag">Stands for the passphrase, so that a wrong one is never served by an engine that somebody else opened.</param>
/// <param name="Quotas">The limits that it keeps.</param>
/// <param name="MemoryStore">The identity of an in-memory store.</param>
internal readonly record struct LocalEngineKey(
    string Directory,
    Conformance Conformance,
    TimeSpan TimeOffset,
    string PassphraseTag,
    ServiceQuotas Quotas,
    MemoryStore? MemoryStore)
{
    public override string ToString() => nameof(LocalEngineKey);
}
