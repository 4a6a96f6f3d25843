using System.Text;

namespace PaymentCrypto.Server.Settings;

/// <summary>Files that the command line names.</summary>
internal static class FileText
{
    /// <summary>A file as it is.</summary>
    /// <exception cref="UsageException">It cannot be read, or is longer.</exception>
    internal static byte[] ReadBytes(string path, int longest)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            byte[] buffer = new byte[longest + 1];
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= longest ? buffer[..length] : throw new UsageException($"{path} is longer than {longest / 1024} KiB: is it the right file?");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file {path}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>A file of UTF-8.</summary>
    /// <exception cref="UsageException">It cannot be read, or is longer.</exception>
    internal static string Read(string path, int longest) => Encoding.UTF8.GetString(ReadBytes(path, longest)).TrimStart('\uFEFF');
}
