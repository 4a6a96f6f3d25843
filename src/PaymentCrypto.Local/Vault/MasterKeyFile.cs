using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Storage;

namespace PaymentCrypto.Local.Vault;

/// <summary>
/// The file that holds a master key: two lines of ASCII, a format name and the base64 of 32 random bytes. Mode 0600.
/// </summary>
internal static class MasterKeyFile
{
    private static readonly byte[] FormatLine = Encoding.ASCII.GetBytes("paymentcrypto-master-key-1\n");
    private static readonly int Base64Length = Base64.GetMaxEncodedToUtf8Length(SealedEnvelope.KeyLength);

    /// <summary>Writes a new master key to a file that does not exist yet.</summary>
    public static void Write(string path, ReadOnlySpan<byte> key)
    {
        using SecretBuffer contents = new(FormatLine.Length + Base64Length + 1);
        FormatLine.CopyTo(contents.Span);
        Base64.EncodeToUtf8(key, contents.Span[FormatLine.Length..], out _, out _);
        contents.Span[^1] = (byte)'\n';
        PrivateFiles.CreateDurably(path, contents.Span);
    }

    /// <summary>Reads a master key; null when there is no such file.</summary>
    /// <exception cref="VaultException">The file is not one that <see cref="Write"/> made.</exception>
    /// <exception cref="StoreException">The file cannot be read.</exception>
    public static SecretBuffer? TryRead(string path)
    {
        // A byte more than a key file has: what is longer is none, however long it is.
        byte[] buffer = new byte[FormatLine.Length + Base64Length + 3];
        int length;
        try
        {
            using FileStream file = new(path,
                new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
            length = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (SystemException e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(e, path);
        }

        try
        {
            return Parse(length < buffer.Length ? buffer.AsSpan(0, length) : [], path);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    private static SecretBuffer Parse(ReadOnlySpan<byte> contents, string path)
    {
        SecretBuffer key = new(SealedEnvelope.KeyLength);
        if (contents.StartsWith(FormatLine)
            && Base64.DecodeFromUtf8(contents[FormatLine.Length..].TrimEnd("\r\n"u8), key.Span, out _, out int written) == System.Buffers.OperationStatus.Done
            && written == SealedEnvelope.KeyLength)
        {
            return key;
        }

        key.Dispose();
        throw new VaultException(VaultFailure.KeyFileWrong,
            $"The master key file '{path}' is damaged or is not one. Put back the file that was made with the store.");
    }
}
