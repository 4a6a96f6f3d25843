using System.Text.RegularExpressions;
using PaymentCrypto.Local.Storage;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>
/// A place for the database of a backup while it is looked at: among the user's temporary files, because the backup may be on a medium that cannot be
/// written. A file beside it is held open for as long, so that whoever comes next can tell what a process that was killed has left, and removes it.
/// </summary>
internal sealed partial class TemporaryImage : IDisposable
{
    private const string HeldSuffix = ".held";

    private readonly FileStream _held;

    /// <summary>Sweeps up what others have left, and chooses a name.</summary>
    public TemporaryImage()
    {
        string directory = System.IO.Path.GetTempPath();
        Sweep(directory);
        Path = System.IO.Path.Combine(directory, $"paymentcrypto-{Guid.NewGuid():N}.db");
        _held = PrivateFiles.Create(Path + HeldSuffix);
    }

    /// <summary>Where the image may be made.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        // What was found out stands, whatever is in the way of tidying up. What says that there is something to sweep goes last.
        bool isGone = Remove(Path);
        _held.Dispose();
        if (isGone)
        {
            MasterKeyFiles.TryDelete(Path + HeldSuffix);
        }
    }

    /// <summary>Removes the images of processes that were killed.</summary>
    /// <param name="directory">Where they are.</param>
    public static void Sweep(string directory)
    {
        foreach (string held in Directory.EnumerateFiles(directory, "paymentcrypto-*.db" + HeldSuffix).Where(static path => HeldName().IsMatch(path)))
        {
            try
            {
                bool isGone;
                using (new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                {
                    isGone = Remove(held[..^HeldSuffix.Length]);
                }

                if (isGone)
                {
                    File.Delete(held);
                }
            }
            catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody is looking at it now, or it is another user's.
            }
        }
    }

    private static bool Remove(string image)
    {
        string[] paths = [image, .. StoreFiles.SideSuffixes.Select(suffix => image + suffix)];
        Array.ForEach(paths, MasterKeyFiles.TryDelete);
        return !paths.Any(File.Exists);
    }

    [GeneratedRegex(@"paymentcrypto-[0-9a-f]{32}\.db\.held\z", RegexOptions.CultureInvariant)]
    private static partial Regex HeldName();
}
