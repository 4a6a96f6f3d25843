using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Care;

namespace PaymentCrypto.StoreWorker;

/// <summary>Backs a store up, or restores it, over and over. A line tells that it begins, or that it has finished.</summary>
internal static class CareWork
{
    /// <summary>Replaces a backup.</summary>
    public static void Backup(LocalEngineOptions options, string file)
    {
        Acknowledge.Line("begins");
        new StoreCare().Backup(options, new StoreBackupRequest { File = file, Overwrite = true }, progress: null, CancellationToken.None);
        Acknowledge.Line("finished");
    }

    /// <summary>Replaces a store.</summary>
    public static void Restore(LocalEngineOptions options, string file)
    {
        Acknowledge.Line("begins");
        new StoreCare().Restore(options, new StoreRestoreRequest { File = file, Overwrite = true }, progress: null, CancellationToken.None);
        Acknowledge.Line("finished");
    }
}
