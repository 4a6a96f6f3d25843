using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// Directories and files that only their owner may use: 0700 and 0600 on Unix. On Windows the default location is private to the
/// user by inheritance, so nothing is set there.
/// </summary>
internal static partial class PrivateFiles
{
    /// <summary>What a file is called, behind its name, until it is whole.</summary>
    public const string TemporarySuffix = ".tmp";

    private const UnixFileMode OwnerOnlyDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnlyFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b000_111_111;

    /// <summary>Makes the directory and any that are missing above it; those that exist keep their mode.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnlyDirectory);
        }
    }

    /// <summary>Makes a file that must not exist yet, and writes and flushes its contents to the disk before it gets its name.</summary>
    /// <param name="path">The file.</param>
    /// <param name="contents">All of it; the caller zeroes it.</param>
    public static void CreateDurably(string path, ReadOnlySpan<byte> contents)
    {
        string temporary = path + TemporarySuffix;
        File.Delete(temporary);
        try
        {
            using (FileStream stream = new(temporary, NewFileOptions()))
            {
                stream.Write(contents);
                stream.Flush(flushToDisk: true);
            }

            RenameDurably(temporary, path);
        }
        catch
        {
            // On a full disk there is a beginning of it, which nobody would ever look for.
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Renames within a directory, so that after a power cut the file has one of its two names and is whole.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">Its new name.</param>
    /// <param name="overwrite">Take the place of a file that has that name.</param>
    public static void RenameDurably(string from, string to, bool overwrite = false)
    {
        File.Move(from, to, overwrite);
        FlushDirectory(Path.GetDirectoryName(to)!);
    }

    /// <summary>Whether a file is there. What this user may not look at is an error, not an answer.</summary>
    /// <exception cref="UnauthorizedAccessException">Permission is denied, to it or to a directory above it.</exception>
    public static bool Exists(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.Directory) == 0;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Makes a file that must not exist yet, for this process alone while it is open.</summary>
    public static FileStream Create(string path)
    {
        FileStreamOptions options = NewFileOptions();
        options.Access = FileAccess.ReadWrite;
        return new FileStream(path, options);
    }

    /// <summary>Makes an empty file for somebody else to fill, such as SQLite, whose side files take over its mode.</summary>
    public static void CreateEmpty(string path)
    {
        using FileStream stream = new(path, NewFileOptions());
    }

    /// <summary>Opens a lock file, making it if needed, for this process alone.</summary>
    /// <exception cref="IOException">Another process has it.</exception>
    public static FileStream OpenExclusively(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnlyFile;
        }

        return new FileStream(path, options);
    }

    /// <summary>Whether this user may make files in a directory, as far as it can be told beforehand: on Windows it cannot, and the answer is no.</summary>
    public static bool MayWriteIn(string directory)
    {
        const int Write = 2;
        return !OperatingSystem.IsWindows() && Access(directory, Write) == 0;
    }

    /// <summary>A warning with its remedy when somebody other than the owner may use the path; null when all is well.</summary>
    public static string? PermissionWarning(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        UnixFileMode mode = File.GetUnixFileMode(path);
        if ((mode & Others) == 0)
        {
            return null;
        }

        string right = Directory.Exists(path) ? "700" : "600";
        return $"'{path}' can be used by others than its owner (mode {Convert.ToString((int)mode, 8)}); it should be {right}. Run: chmod {right} '{path}'";
    }

    private static FileStreamOptions NewFileOptions()
    {
        // No buffer: a secret would stay in it, and what a full disk has refused would be refused once more on closing.
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnlyFile;
        }

        return options;
    }

    private static void FlushDirectory(string path)
    {
        // Windows journals directory entries itself and has no such call.
        if (!OperatingSystem.IsWindows())
        {
            FlushUnixDirectory(path);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void FlushUnixDirectory(string path)
    {
        const int ReadOnly = 0;
        int descriptor = Open(path, ReadOnly);
        if (descriptor < 0)
        {
            throw new IOException($"'{path}' cannot be opened to flush it (errno {Marshal.GetLastPInvokeError()}).");
        }

        try
        {
            // Some file systems refuse to flush a directory (EINVAL); they have nothing better to offer either.
            _ = Fsync(descriptor);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
