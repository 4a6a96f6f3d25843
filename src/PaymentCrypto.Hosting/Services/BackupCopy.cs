using System.Security;
using PaymentCrypto.Api.Hosting;
using PaymentCrypto.Local.Care;

namespace PaymentCrypto.Hosting.Services;

/// <summary>A backup, verified and unpacked into a directory of its own that only this user may enter and that goes with the service.</summary>
internal sealed class BackupCopy : IDisposable
{
    private BackupCopy(string directory) => Directory = directory;

    /// <summary>Where it is.</summary>
    public string Directory { get; }

    /// <summary>Unpacks a backup.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="passphrase">Its passphrase; null for none.</param>
    /// <param name="keyFile">Its key file; null for none, or one that is in it.</param>
    public static BackupCopy Of(string file, SecureString? passphrase, string? keyFile)
    {
        BackupCopy copy = new(System.IO.Directory.CreateTempSubdirectory("paymentcrypto-").FullName);
        try
        {
            new StoreCare().Restore(
                new LocalEngineOptions { Directory = copy.Directory, Passphrase = passphrase },
                new StoreRestoreRequest { File = file, Passphrase = passphrase, KeyFile = keyFile },
                progress: null,
                CancellationToken.None);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody holds a file in it, or it is gone: what is in it is sealed as the backup is.
        }
    }
}
