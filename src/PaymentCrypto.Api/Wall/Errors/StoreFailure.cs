namespace PaymentCrypto.Api;

/// <summary>Why a store could not be used. The error id is <c>PcStore</c> and the name here.</summary>
public enum StoreFailure
{
    /// <summary>The file is damaged, or is not a database at all.</summary>
    Corrupt,

    /// <summary>A newer version of the module wrote it.</summary>
    TooNew,

    /// <summary>It is a database of some other program.</summary>
    Foreign,

    /// <summary>Another process held the write lock for longer than the busy timeout.</summary>
    Busy,

    /// <summary>The disk or the quota is full.</summary>
    Full,

    /// <summary>The directory or file cannot be created, read or written with the rights at hand.</summary>
    Inaccessible,

    /// <summary>There is no store in the directory.</summary>
    Missing,

    /// <summary>There is a store already where another was to be put.</summary>
    Exists,

    /// <summary>Other sessions have the store open, and what was to be done needs it alone.</summary>
    InUse,

    /// <summary>There is no backup file of that name.</summary>
    BackupMissing,

    /// <summary>There is a file already where the backup was to be written.</summary>
    BackupExists,

    /// <summary>The file is not a backup, or was altered or damaged since it was written.</summary>
    BackupInvalid,
}
