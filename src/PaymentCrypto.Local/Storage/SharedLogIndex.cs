using System.Runtime.InteropServices;
using SQLitePCL;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// The header of the write-ahead log's index, in the memory that all processes with the store share. SQLite writes it anew as the last step of every
/// commit, and itself tells by it whether anybody has written (https://www.sqlite.org/walformat.html 2.1). A look at it is a look at 96 bytes of
/// memory. The same question to SQLite takes and gives back a lock of the file, two calls of the system under one mutex of the process.
/// Not safe for use from several threads, nor after its connection was closed.
/// </summary>
internal sealed unsafe partial class SharedLogIndex
{
    private const string Library = "e_sqlite3";

    /// <summary>The one format of the header that there is: iVersion, its first word.</summary>
    private const uint Format = 3007000;

    /// <summary>SQLITE_FCNTL_FILE_POINTER: the file of a connection's database.</summary>
    private const int FilePointer = 7;

    /// <summary>WALINDEX_PGSZ: the size of each piece of shared memory. The first begins with the header.</summary>
    private const int PieceSize = 32768;

    /// <summary>The place of xShmMap among the methods of a file (struct sqlite3_io_methods), in pointers; the first is the structure's version.</summary>
    private const int MapMethod = 13;

    private const int Words = 12;

    private readonly uint* _header;
    private readonly uint[] _seen = new uint[Words];

    private SharedLogIndex(uint* header) => _header = header;

    /// <summary>Finds the index of an open connection's log.</summary>
    /// <param name="connection">A connection to a database in a file, in WAL mode, that has read from it.</param>
    /// <returns>Null where there is none that can be read: SQLite then has to be asked.</returns>
    public static SharedLogIndex? Of(sqlite3 connection)
    {
        try
        {
            if (!IsLoadedOnce() || FileControl(connection.DangerousGetHandle(), "main", FilePointer, out void*** file) != raw.SQLITE_OK || file is null)
            {
                return null;
            }

            // A database in memory has a file without methods, and methods of the first version know no shared memory.
            void** methods = *file;
            if (methods is null || *(int*)methods < 2 || methods[MapMethod] is null)
            {
                return null;
            }

            int outcome = ((delegate* unmanaged[Cdecl]<void*, int, int, int, out uint*, int>)methods[MapMethod])(file, 0, PieceSize, 0, out uint* header);
            return outcome == raw.SQLITE_OK && header is not null && *header == Format ? new SharedLogIndex(header) : null;
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether anybody has committed since the last call; so it is at the first.</summary>
    public bool HasChanged()
    {
        // There are two copies, of which a writer finishes the first one last: two that are the same are no half of a commit.
        Span<uint> now = stackalloc uint[Words];
        bool isWhole = true;
        for (int word = 0; word < Words; word++)
        {
            now[word] = Volatile.Read(ref _header[word]);
        }

        for (int word = 0; word < Words; word++)
        {
            isWhole &= Volatile.Read(ref _header[Words + word]) == now[word];
        }

        if (isWhole && now.SequenceEqual(_seen))
        {
            return false;
        }

        // Nothing begins with zero, so that after half a commit the next call says once more that there was one.
        now.CopyTo(_seen);
        _seen[0] = isWhole ? now[0] : 0;
        return true;
    }

    // A process may have another SQLite of that name, of another module. Its connections are none of ours.
    private static bool IsLoadedOnce()
    {
        fixed (byte* version = raw.sqlite3_libversion())
        {
            return version == LibraryVersion();
        }
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_libversion")]
    private static partial byte* LibraryVersion();

    [LibraryImport(Library, EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int FileControl(nint connection, string database, int operation, out void*** file);
}
