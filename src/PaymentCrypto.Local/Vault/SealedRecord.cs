namespace PaymentCrypto.Local.Vault;

/// <summary>A record with a sealed secret, as somebody who examines the whole store sees it.</summary>
/// <param name="Name">How to call it in a message, such as <c>token import-token-…</c>.</param>
/// <param name="Authenticate">Opens the secret, which proves that neither it nor the record was altered; throws <see cref="Api.VaultException"/>
/// otherwise.</param>
internal sealed record SealedRecord(string Name, Action<SecretVault> Authenticate)
{
    /// <summary>A record of which the seal says everything.</summary>
    public static SealedRecord Of(string name, byte[] envelope, SecretIdentity identity) =>
        new(name, vault => vault.Open(envelope, identity, name).Dispose());
}
