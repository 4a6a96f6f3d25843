using PaymentCrypto.Api;

namespace PaymentCrypto.Local.Storage;

/// <summary>
/// Held by the one process that makes a store, migrates it or changes its master key: steps that touch more than the database,
/// which SQLite's own locks therefore do not cover. The operating system lets go of it when the process dies.
/// </summary>
internal static class StoreLock
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock and takes it; disposing the result lets go.</summary>
    /// <exception cref="StoreException">Another process kept it for longer than <paramref name="timeout"/>.</exception>
    public static IDisposable Take(StoreLocation location, TimeSpan timeout, TimeProvider clock)
    {
        long start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return PrivateFiles.OpenExclusively(location.LockPath);
            }
            catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
            {
                if (clock.GetElapsedTime(start) >= timeout)
                {
                    throw new StoreException(
                        StoreFailure.Busy,
                        $"Another process has been setting up the store in '{location.Directory}' for more than {timeout.TotalSeconds:0.#} s. Try again "
                            + "when it has finished.",
                        e);
                }
            }

            Thread.Sleep(RetryInterval);
        }
    }
}
