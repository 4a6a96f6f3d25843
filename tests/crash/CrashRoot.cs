using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Crash;

/// <summary>The directory that a worker works in. Calls that change anything beneath it are the points of a run.</summary>
/// <param name="Directory">Absolute path.</param>
internal sealed record CrashRoot(string Directory)
{
    /// <summary>The store's directory.</summary>
    public string Home => Path.Combine(Directory, "home");

    /// <summary>Where backups go.</summary>
    public string Backups => Path.Combine(Directory, "backups");

    /// <summary>The backup that scenarios restore, check, and replace.</summary>
    public string Backup => Path.Combine(Backups, "store.pcbackup");

    /// <summary>The worker's directory for temporary files.</summary>
    public string Temporary => Path.Combine(Directory, "tmp");

    /// <summary>Removing it, which nobody made, begins the counting.</summary>
    public string Begin => Path.Combine(Directory, ".begin");

    /// <summary>What the scenarios know of the store.</summary>
    public string FactsPath => Path.Combine(Directory, "facts");

    /// <summary>The files of the store.</summary>
    public StoreLocation Location => new(Home);

    /// <summary>How everybody opens the store: nothing depends on the day, and no key pairs are made beside the work.</summary>
    public LocalEngineOptions Options => new()
    {
        Directory = Home,
        TimeProvider = FixedClock.Instance,
        KeyPairStock = 0,
        BusyTimeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>A copy in a directory that is not there yet.</summary>
    public CrashRoot CopyTo(string directory)
    {
        foreach (string source in System.IO.Directory.EnumerateDirectories(Directory).Prepend(Directory))
        {
            string target = Path.Combine(directory, Path.GetRelativePath(Directory, source));
            PrivateFiles.CreateDirectory(target);
            foreach (string file in System.IO.Directory.EnumerateFiles(source))
            {
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
            }
        }

        return new CrashRoot(directory);
    }
}
