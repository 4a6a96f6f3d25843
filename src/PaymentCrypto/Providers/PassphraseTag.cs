using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;

namespace PaymentCrypto.Providers;

/// <summary>Compares passphrases without keeping them: a MAC under a key that lives and dies with the process.</summary>
internal static class PassphraseTag
{
    private static readonly byte[] ProcessKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>The tag of a text.</summary>
    public static string Of(string text) => Convert.ToHexString(HMACSHA256.HashData(ProcessKey, MemoryMarshal.AsBytes(text.AsSpan())));

    /// <summary>The tag of a passphrase; empty for none.</summary>
    public static string Of(SecureString? passphrase)
    {
        if (passphrase is null)
        {
            return string.Empty;
        }

        byte[] bytes = GC.AllocateUninitializedArray<byte>(passphrase.Length * sizeof(char), pinned: true);
        nint text = Marshal.SecureStringToGlobalAllocUnicode(passphrase);
        try
        {
            Marshal.Copy(text, bytes, 0, bytes.Length);
            return Convert.ToHexString(HMACSHA256.HashData(ProcessKey, bytes));
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
