using System.Security;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>Comes by the master key of a backup: from its passphrase, from inside it, from a file that was named, or from beside the store.</summary>
internal static class BackupKeys
{
    /// <summary>Opens the vault of a backup.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="file">The backup's path, for messages.</param>
    /// <param name="location">The store that it belongs or will belong to.</param>
    /// <param name="passphrase">The passphrase, or null.</param>
    /// <param name="keyFile">The key file, or null.</param>
    /// <returns>The vault, and the master key if it has to stand in a key file; the caller disposes both.</returns>
    /// <exception cref="VaultException">It does not open.</exception>
    public static (SecretVault Vault, SecretBuffer? MasterKey) Open(BackupHeader header, string file, StoreLocation location, SecureString? passphrase,
        string? keyFile)
    {
        switch (header.Protection)
        {
            case VaultProtection.Passphrase when passphrase is null:
                throw new VaultException(VaultFailure.PassphraseRequired,
                    $"The backup '{file}' is protected by a passphrase, and none was given: give it with -Passphrase.");

            case VaultProtection.Passphrase when header.Argon2 is { } parameters && parameters.AreSane():
                using (SecretBuffer derived = PassphraseKdf.Derive(passphrase, parameters))
                {
                    return (VaultOpener.TryUnwrap(header.Vault, derived)
                        ?? throw new VaultException(VaultFailure.PassphraseWrong, $"The passphrase does not open the backup '{file}'."), null);
                }

            case VaultProtection.KeyFile when passphrase is not null:
                throw new VaultException(VaultFailure.PassphraseUnexpected, $"The backup '{file}' is protected by a key file, not by a passphrase. Leave "
                    + "the passphrase out; name the key file with -KeyFile if it is not beside the store.");

            case VaultProtection.KeyFile:
                return OpenWithKeyFile(header, file, location, keyFile);

            default:
                throw BackupFile.Invalid(file, "its header does not say what protects it");
        }
    }

    private static (SecretVault Vault, SecretBuffer? MasterKey) OpenWithKeyFile(BackupHeader header, string file, StoreLocation location, string? keyFile)
    {
        string path = keyFile ?? location.KeyFilePath(header.MasterKeyId);
        SecretBuffer key = header.MasterKey is { Length: SealedEnvelope.KeyLength } inside
            ? SecretBuffer.CopyOf(inside)
            : (keyFile is null ? MasterKeyFiles.TryRead(location, header.MasterKeyId) : MasterKeyFile.TryRead(keyFile)) ?? throw new VaultException(
                VaultFailure.KeyFileMissing,
                $"The backup '{file}' is protected by the key file master-{header.MasterKeyId}.key, and '{path}' is not there. Name it with -KeyFile. "
                    + "Without it, or a backup under a passphrase, the keys in it cannot be read by anybody.");
        SecretVault? vault = VaultOpener.TryUnwrap(header.Vault, key);
        if (vault is not null)
        {
            return (vault, key);
        }

        key.Dispose();
        throw new VaultException(
            VaultFailure.KeyFileWrong,
            $"The key file '{path}' does not open the backup '{file}': it was made with the key file master-{header.MasterKeyId}.key. Name that one with "
                + "-KeyFile.");
    }
}
