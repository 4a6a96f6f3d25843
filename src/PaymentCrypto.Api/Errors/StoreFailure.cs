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
}
