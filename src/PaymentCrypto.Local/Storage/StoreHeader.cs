using System.Buffers.Binary;
using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// The part of a database file that tells whose it is, read without SQLite: opening a foreign, damaged or newer store with SQLite
/// could already change it (recovery, checkpoint), and such a store must be left untouched.
/// </summary>
/// <param name="Version">The schema version.</param>
internal readonly record struct StoreHeader(int Version)
{
    // File format of SQLite, section 1.3: offsets of the header fields.
    private const int HeaderLength = 100;
    private const int UserVersionOffset = 60;
    private const int ApplicationIdOffset = 68;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Reads the header of a store.</summary>
    /// <exception cref="StoreException">The file is damaged, foreign or from a newer version.</exception>
    public static StoreHeader Read(string path)
    {
        byte[] header = new byte[HeaderLength];
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            {
                throw StoreErrors.Corrupt(path);
            }
        }

        if (!header.AsSpan().StartsWith(Magic))
        {
            throw StoreErrors.Corrupt(path);
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdOffset)) != StoreSchema.ApplicationId)
        {
            throw new StoreException(
                StoreFailure.Foreign,
                $"'{path}' is a SQLite database of some other program, not a PaymentCrypto store. It was left as it is; choose another directory.");
        }

        int version = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionOffset));
        return version > StoreSchema.CurrentVersion
            ? throw new StoreException(
                StoreFailure.TooNew,
                $"The store '{path}' has schema version {version}; this module knows versions up to {StoreSchema.CurrentVersion}. It was left as it is: "
                    + "open it with the newer module that wrote it.")
            : new StoreHeader(version);
    }
}
