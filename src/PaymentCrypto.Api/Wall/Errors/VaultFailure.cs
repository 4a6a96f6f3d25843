namespace PaymentCrypto.Api;

/// <summary>Why the vault could not be used. The error id is <c>PcVault</c> and the name here.</summary>
public enum VaultFailure
{
    /// <summary>The store is protected by a key file, and the file is not there.</summary>
    KeyFileMissing,

    /// <summary>The key file is there but is not the one that protects this store, or is damaged.</summary>
    KeyFileWrong,

    /// <summary>The store is protected by a passphrase and none was given.</summary>
    PassphraseRequired,

    /// <summary>The passphrase does not open this store.</summary>
    PassphraseWrong,

    /// <summary>A passphrase was given for a store that is protected by a key file.</summary>
    PassphraseUnexpected,

    /// <summary>A sealed secret does not authenticate under its own identity: altered, or moved from another record.</summary>
    SecretAltered,

    /// <summary>This process may not have the memory that a key from the passphrase takes.</summary>
    MemoryShort,
}
