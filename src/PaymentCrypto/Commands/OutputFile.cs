using PaymentCrypto.Api;

namespace PaymentCrypto.Commands;

/// <summary>Writes files whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Refuses a path that no file can have, before anything is done for its content.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <exception cref="InvalidConfigurationException">It is a folder, or there is no folder for it.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidConfigurationException("PcOutFileNotWritable", $"'{path}' is a folder: name a file in it.");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            throw new InvalidConfigurationException("PcOutFileNotWritable", $"The file '{path}' cannot be written: there is no folder '{folder}'. Make it first, or name another.");
        }
    }

    /// <summary>Writes the file in place of what it has.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="content">Its content.</param>
    /// <param name="isSecret">Whether nobody but the user may read it.</param>
    /// <exception cref="InvalidConfigurationException">It cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, bool isSecret)
    {
        Require(path);
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (isSecret && !OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (FileStream file = new(draft, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new InvalidConfigurationException("PcOutFileNotWritable", $"The file '{path}' cannot be written: {exception.Message}", exception);
        }
    }
}
