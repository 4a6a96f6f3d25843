using System.Text.RegularExpressions;

namespace PaymentCrypto.Api.Hosting;

/// <summary>
/// Refuses to write where a file of a local store is, or could come to be: whoever replaces a database, its log or a key file has lost
/// keys. Everything that writes a file of the user's naming asks here first, and again before the file gets its name.
/// </summary>
/// <remarks>
/// A file is known by its name (in any case, also behind a symbolic link, and in any directory: a directory becomes a store by these
/// names) and by its content, which another name, such as a hard link, does not change.
/// </remarks>
public static partial class StoreFileGuard
{
    private const int HeadLength = 100;
    private const int ApplicationIdOffset = 68;

    // File format of SQLite, sections 1.3, 3 and 4.1; walformat.html 2.1 for the index, whose first word is in the machine's byte order.
    private static readonly byte[][] SideFileBeginnings =
    [
        [0x37, 0x7F, 0x06, 0x82],
        [0x37, 0x7F, 0x06, 0x83],
        [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
        [0x18, 0xE2, 0x2D, 0x00],
        [0x00, 0x2D, 0xE2, 0x18],
    ];

    /// <summary>Refuses a file of a store.</summary>
    /// <param name="path">The file that is to be written, absolute. It need not exist.</param>
    /// <exception cref="InvalidConfigurationException">It belongs to a store.</exception>
    public static void Require(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        string target = TargetOf(path);
        if (IsReserved(path) || IsReserved(target) || HasStoreContent(target))
        {
            throw new InvalidConfigurationException(
                "PcOutFileIsStore",
                $"'{path}' is or would be a file of a PaymentCrypto store (database, log, lock or key file): whoever writes over it loses keys. Nothing was "
                    + "written; choose another name, also with -Force.");
        }
    }

    private static bool IsReserved(string path)
    {
        // Windows opens the same file with blanks and dots behind its name, and as a stream.
        string name = Path.GetFileName(path);
        return ReservedName().IsMatch(OperatingSystem.IsWindows() ? name.Split(':')[0].TrimEnd(' ', '.') : name);
    }

    private static string TargetOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It cannot be followed, so it cannot be written through either; the writer will say so.
            return path;
        }
    }

    private static bool HasStoreContent(string path)
    {
        try
        {
            // Pipes and devices have no length, and must not be waited for.
            if (new FileInfo(path) is not { Exists: true, Length: > 0 })
            {
                return false;
            }

            byte[] head = new byte[HeadLength];
            using FileStream file = new(path,
                new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            int length = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
            return IsStoreContent(head.AsSpan(0, length));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is judged by its name alone.
            return false;
        }
    }

    private static bool IsStoreContent(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("paymentcrypto-master-key-"u8))
        {
            return true;
        }

        foreach (byte[] beginning in SideFileBeginnings)
        {
            if (head.StartsWith(beginning))
            {
                return true;
            }
        }

        return head.Length == HeadLength && head.StartsWith("SQLite format 3\0"u8) && head[ApplicationIdOffset..].StartsWith("PCST"u8);
    }

    [GeneratedRegex(@"\A(store\.db(\.(new|restoring))?(-wal|-shm|-journal)?|store\.db\.damaged-.*|store\.lock|master-.*\.key(\.new)?(\.tmp)?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ReservedName();
}
