using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>A sealed secret and the place that it stands in, for whoever seals it anew.</summary>
/// <param name="Name">How to call the record in a message.</param>
/// <param name="Envelope">The sealed secret.</param>
/// <param name="Identity">What it is bound to.</param>
/// <param name="Replace">Writes another envelope in its place.</param>
internal sealed record SealedRow(string Name, byte[] Envelope, SecretIdentity Identity, Action<StoreConnection, byte[]> Replace);
