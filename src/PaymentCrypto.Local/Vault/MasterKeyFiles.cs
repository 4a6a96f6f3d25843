using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// The key files of a store. While a master key is being changed, the new one stands in a file whose name says which one it replaces: so
/// it is certain, whenever the change was interrupted, which file opens the store and which can go.
/// </summary>
internal static class MasterKeyFiles
{
    /// <summary>Every file that is or was to become a key file, as a pattern of the file system.</summary>
    public const string Pattern = "master-*.key*";

    private const string Replaces = "-replaces-";
    private const string PendingSuffix = ".key.new";

    /// <summary>Where a new master key stands until it is the store's.</summary>
    public static string PendingPath(StoreLocation location, string masterKeyId, string formerId) =>
        Path.Combine(location.Directory, $"master-{masterKeyId}{Replaces}{formerId}{PendingSuffix}");

    /// <summary>Reads a master key of the store, also one of a change that was interrupted after it took effect; null when it is not there.</summary>
    public static SecretBuffer? TryRead(StoreLocation location, string masterKeyId) =>
        MasterKeyFile.TryRead(location.KeyFilePath(masterKeyId))
        ?? Pending(location, masterKeyId).Select(MasterKeyFile.TryRead).FirstOrDefault(static key => key is not null)
        // Between the two looks the change may have come to its end.
        ?? MasterKeyFile.TryRead(location.KeyFilePath(masterKeyId));

    /// <summary>Ends a change that took effect: the former key file goes, the new one gets its name.</summary>
    public static void Finish(StoreLocation location, string masterKeyId)
    {
        foreach (string pending in Pending(location, masterKeyId))
        {
            string former = Path.GetFileName(pending)[..^PendingSuffix.Length].Split(Replaces)[1];
            File.Delete(location.KeyFilePath(former));
            PrivateFiles.RenameDurably(pending, location.KeyFilePath(masterKeyId), overwrite: true);
        }
    }

    /// <summary>Ends a change that took effect, where it can be done now; whoever comes next does it otherwise.</summary>
    public static void TryFinish(StoreLocation location, string masterKeyId)
    {
        try
        {
            Finish(location, masterKeyId);
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            // A directory that may only be read, or somebody who was quicker.
        }
    }

    /// <summary>The files of changes that never took effect: they open nothing and never did.</summary>
    /// <param name="location">The store.</param>
    /// <param name="masterKeyId">The master key that it has.</param>
    public static IEnumerable<string> Abandoned(StoreLocation location, string masterKeyId) =>
        Directory.EnumerateFiles(location.Directory, Pattern)
            .Where(path => path.EndsWith(PrivateFiles.TemporarySuffix, StringComparison.Ordinal)
                || (path.EndsWith(PendingSuffix, StringComparison.Ordinal)
                    && !Path.GetFileName(path).StartsWith($"master-{masterKeyId}{Replaces}", StringComparison.Ordinal)));

    /// <summary>Removes <see cref="Abandoned"/> files.</summary>
    public static void Sweep(StoreLocation location, string masterKeyId)
    {
        foreach (string path in Abandoned(location, masterKeyId).ToList())
        {
            TryDelete(path);
        }
    }

    /// <summary>Removes a file that opens nothing; one that cannot be removed is found by a check of the store.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            // It harms nobody.
        }
    }

    private static string[] Pending(StoreLocation location, string masterKeyId) =>
        Directory.Exists(location.Directory) ? Directory.GetFiles(location.Directory, $"master-{masterKeyId}{Replaces}*{PendingSuffix}") : [];
}
