using PaymentCrypto.Api;
using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto.Files;

/// <summary>
/// The one place where cmdlets write files of the user's naming. A file appears whole or not at all, with a mode of its own whatever the
/// umask is, and never in place of what belongs to a store.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Readable = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _path;
    private readonly string _draft;

    private OutputFile(string path, string draft, FileStream stream)
    {
        _path = path;
        _draft = draft;
        Stream = stream;
    }

    /// <summary>What to write to.</summary>
    public FileStream Stream { get; }

    /// <summary>Refuses a path that no file can have, before anything is done for its content.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <exception cref="InvalidConfigurationException">It is a folder, there is no folder for it, or it belongs to a store.</exception>
    public static void Require(string path)
    {
        StoreFileGuard.Require(path);
        if (Directory.Exists(path))
        {
            throw new InvalidConfigurationException("PcOutFileNotWritable", $"'{path}' is a folder: name a file in it.");
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            Guarded(path, () => File.GetAttributes(folder), folder);
            throw new InvalidConfigurationException("PcOutFileNotWritable",
                $"The file '{path}' cannot be written: there is no folder '{folder}'. Make it first, or name another.");
        }
    }

    /// <summary>Writes the file in place of what it has.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="content">Its content.</param>
    /// <param name="isSecret">Whether it has key material in it, wrapped or not: nobody but the user may read it.</param>
    /// <exception cref="InvalidConfigurationException">It cannot be written.</exception>
    public static void Write(string path, byte[] content, bool isSecret)
    {
        using OutputFile file = Open(path, isSecret);
        Guarded(path, () => file.Stream.Write(content));
        file.Publish(overwrite: true);
    }

    /// <summary>Begins a file, to be written bit by bit. Until it is published, and if it never is, there is only a draft.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="isSecret">Whether nobody but the user may read it.</param>
    /// <exception cref="InvalidConfigurationException">It cannot be written.</exception>
    public static OutputFile Open(string path, bool isSecret)
    {
        Require(path);
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = isSecret ? Private : Readable;
        }

        OutputFile? file = null;
        Guarded(path, () => file = new OutputFile(path, draft, new FileStream(draft, options)));
        return file!;
    }

    /// <summary>Brings the content to the disk and gives the file its name.</summary>
    public void Publish(bool overwrite) => Guarded(_path, () =>
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        // What has the name may be another file than at the beginning.
        StoreFileGuard.Require(_path);
        File.Move(_draft, _path, overwrite);
    });

    /// <summary>Takes the draft away, unless it has become the file.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is not wanted any more.
        }
        finally
        {
            File.Delete(_draft);
        }
    }

    /// <summary>Says what the file system has against a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="work">What is done with it.</param>
    /// <param name="place">What is touched, when that is another one.</param>
    public static void Guarded(string path, Action work, string? place = null)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (place is not null && exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // The caller says it better.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string why = exception switch
            {
                UnauthorizedAccessException => $"this user has no permission ({exception.Message})",
                PathTooLongException =>
                    $"the path is too long: it has {path.Length} characters, and its last part {Path.GetFileName(path).Length}. Name a shorter one.",
                _ => exception.Message,
            };
            throw new InvalidConfigurationException("PcOutFileNotWritable", $"The file '{path}' cannot be written: {why}", exception);
        }
    }
}
