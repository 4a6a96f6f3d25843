using Microsoft.Data.Sqlite;
using PaymentCrypto.Api;
using SQLitePCL;

namespace PaymentCrypto.Local.Storage;

/// <summary>Turns what SQLite and the file system report into the store's own errors.</summary>
internal static class StoreErrors
{
    /// <summary>The store's error for a SQLite one.</summary>
    /// <param name="e">What SQLite reported.</param>
    /// <param name="store">The database file, or what stands for it, as named in messages.</param>
    public static StoreException Translate(SqliteException e, string store) => e.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => Corrupt(store, e),
        _ when IsFull(e) => Full(store, e),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreException(
            StoreFailure.Busy,
            $"Another process holds the store '{store}' for writing and did not let go in time. Try again, or find the process that keeps it.",
            e),
        raw.SQLITE_READONLY => new StoreException(
            StoreFailure.Inaccessible,
            $"The store '{store}' cannot be written: the file or its directory is read-only for this user. Grant write access to both.",
            e),
        _ => new StoreException(
            StoreFailure.Inaccessible,
            $"The store '{store}' cannot be used (SQLite error {e.SqliteErrorCode}/{e.SqliteExtendedErrorCode}). Check the directory, its permissions and "
                + "the disk.",
            e),
    };

    /// <summary>Whether the disk or a quota is full.</summary>
    public static bool IsFull(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => true,
        // Writes and truncations that fail for another reason than ENOSPC: on a quota or a failing disk.
        raw.SQLITE_IOERR =>
            e.SqliteExtendedErrorCode is raw.SQLITE_IOERR_WRITE or raw.SQLITE_IOERR_FSYNC or raw.SQLITE_IOERR_TRUNCATE or raw.SQLITE_IOERR_SHMSIZE,
        _ => false,
    };

    /// <summary>The store's error for a file system one.</summary>
    /// <param name="e">What the file system reported.</param>
    /// <param name="path">The file or directory concerned.</param>
    public static StoreException Translate(SystemException e, string path)
    {
        const int NoSpaceLeft = 28;
        const int QuotaExceeded = 122;
        const int WindowsDiskFull = 112;
        return e is IOException && (e.HResult & 0xFFFF) is NoSpaceLeft or QuotaExceeded or WindowsDiskFull
            ? Full(path, e)
            : new StoreException(
                StoreFailure.Inaccessible,
                e switch
                {
                    UnauthorizedAccessException => $"'{path}' may not be used by this user: permission is denied ({e.Message}). Grant this user access to "
                        + "it and to every directory above it, or choose another.",
                    PathTooLongException => $"'{path}' is too long for this file system: it has {path.Length} characters. Choose a shorter path.",
                    _ => $"'{path}' cannot be created or used: {e.Message} Choose a directory that this user may write to.",
                },
                e);
    }

    /// <summary>The store's file is damaged.</summary>
    public static StoreException Corrupt(string store, Exception? e = null) => new(
        StoreFailure.Corrupt,
        $"The store '{store}' is damaged or is not a PaymentCrypto store. It was left as it is: restore it from a backup, or move it away to start with an "
            + "empty one.",
        e);

    private static StoreException Full(string store, Exception e) => new(
        StoreFailure.Full,
        $"'{store}' cannot grow: the disk or the quota is full. Nothing was written; free some space and try again.",
        e);
}
