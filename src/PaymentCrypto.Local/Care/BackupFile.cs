using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaymentCrypto.Api;
using PaymentCrypto.Local.Vault;

namespace PaymentCrypto.Local.Care;

/// <summary>
/// The file of a backup: <c>"paymentcrypto-store-backup-1\n" ‖ header length (4 bytes, big-endian) ‖ header (JSON, UTF-8) ‖ database image
/// ‖ seal (32 bytes)</c>. The seal is HMAC-SHA-256 of everything before it, under a key that HKDF-SHA-256 derives from the store's data
/// key: whoever cannot open the vault can alter nothing unnoticed, not even what is not secret.
/// </summary>
internal static class BackupFile
{
    private const int LongestHeader = 64 * 1024;
    private const int SealLength = 32;
    private const int BlockLength = 256 * 1024;

    private static readonly byte[] FormatLine = Encoding.ASCII.GetBytes("paymentcrypto-store-backup-1\n");
    private static readonly byte[] SealPurpose = Encoding.ASCII.GetBytes("paymentcrypto store backup seal 1");

    /// <summary>Writes a whole backup and flushes it to the disk.</summary>
    public static void Write(FileStream file, BackupHeader header, string image, SecretVault vault, IProgress<StoreCareProgress>? progress,
        CancellationToken cancel)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(header, BackupJson.Default.BackupHeader);
        using IncrementalHash seal = SealOf(vault);
        try
        {
            foreach (byte[] part in (ReadOnlySpan<byte[]>)[FormatLine, LengthOf(json), json])
            {
                file.Write(part);
                seal.AppendData(part);
            }
        }
        finally
        {
            // It may hold the master key.
            CryptographicOperations.ZeroMemory(json);
        }

        using (FileStream source = new(image, FileMode.Open, FileAccess.Read))
        {
            Copy(source, header.ImageLength, file, seal, "Writing the backup", progress, cancel);
        }

        file.Write(seal.GetHashAndReset());
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the beginning of a backup. Nothing in it is proven until <see cref="Extract"/> has returned.</summary>
    /// <param name="file">The backup, at its beginning; afterwards at the beginning of the image.</param>
    /// <exception cref="StoreException">It is not a backup.</exception>
    public static (BackupHeader Header, byte[] Raw) ReadHeader(FileStream file)
    {
        byte[] start = new byte[FormatLine.Length + sizeof(int)];
        if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.AsSpan().StartsWith(FormatLine))
        {
            throw Invalid(file.Name, "it does not begin like one");
        }

        int length = BinaryPrimitives.ReadInt32BigEndian(start.AsSpan(FormatLine.Length));
        if (length is < 2 or > LongestHeader)
        {
            throw Invalid(file.Name, "its header has an impossible length");
        }

        byte[] raw = new byte[start.Length + length];
        start.CopyTo(raw, 0);
        if (file.ReadAtLeast(raw.AsSpan(start.Length), length, throwOnEndOfStream: false) < length)
        {
            throw Invalid(file.Name, "it is cut off in its header");
        }

        try
        {
            BackupHeader header = JsonSerializer.Deserialize(raw.AsSpan(start.Length), BackupJson.Default.BackupHeader)
                ?? throw Invalid(file.Name, "its header is empty");
            return header.ImageLength > 0 && file.Length == raw.Length + header.ImageLength + SealLength
                ? (header, raw)
                : throw Invalid(file.Name, "its length does not fit: it is cut off or something was added");
        }
        catch (JsonException)
        {
            throw Invalid(file.Name, "its header cannot be read");
        }
    }

    /// <summary>Takes the database image out and proves that nothing in the file was altered.</summary>
    /// <param name="file">The backup, behind its header.</param>
    /// <param name="header">Its header.</param>
    /// <param name="raw">The same as it is written.</param>
    /// <param name="vault">What opens it.</param>
    /// <param name="image">Where the image goes; null to prove only.</param>
    /// <param name="progress">Told how far it has got.</param>
    /// <param name="cancel">Observed between blocks.</param>
    /// <exception cref="StoreException">Something was altered; what was written of the image is worthless.</exception>
    public static void Extract(
        FileStream file, BackupHeader header, byte[] raw, SecretVault vault, Stream? image, IProgress<StoreCareProgress>? progress, CancellationToken cancel)
    {
        using IncrementalHash seal = SealOf(vault);
        seal.AppendData(raw);
        Copy(file, header.ImageLength, image, seal, "Verifying the backup", progress, cancel);
        Span<byte> written = stackalloc byte[SealLength];
        if (file.ReadAtLeast(written, SealLength, throwOnEndOfStream: false) < SealLength
            || !CryptographicOperations.FixedTimeEquals(written, seal.GetHashAndReset()))
        {
            throw Invalid(file.Name, "its seal does not fit: it was altered or damaged since it was written");
        }
    }

    /// <summary>The error for a file that is not a whole backup.</summary>
    public static StoreException Invalid(string path, string why) => new(
        StoreFailure.BackupInvalid,
        $"'{path}' is not a backup that can be restored: {why}. Nothing was changed; take another backup.");

    private static byte[] LengthOf(byte[] json)
    {
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, json.Length);
        return length;
    }

    private static IncrementalHash SealOf(SecretVault vault)
    {
        byte[] key = new byte[SealLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, vault.DataKeyBytes, key, Encoding.ASCII.GetBytes(vault.StoreId), SealPurpose);
        try
        {
            return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static void Copy(
        FileStream source, long length, Stream? destination, IncrementalHash seal, string step, IProgress<StoreCareProgress>? progress,
        CancellationToken cancel)
    {
        byte[] block = new byte[BlockLength];
        for (long done = 0; done < length;)
        {
            cancel.ThrowIfCancellationRequested();
            int read = source.Read(block, 0, (int)Math.Min(block.Length, length - done));
            if (read == 0)
            {
                throw Invalid(source.Name, "it is cut off");
            }

            seal.AppendData(block, 0, read);
            destination?.Write(block, 0, read);
            done += read;
            progress?.Report(new StoreCareProgress(step, done, length));
        }
    }
}
