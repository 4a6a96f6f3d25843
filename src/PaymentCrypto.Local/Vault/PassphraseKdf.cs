using System.Globalization;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto.Generators;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Primitives;
using BouncyParameters = Org.BouncyCastle.Crypto.Parameters.Argon2Parameters;

namespace PaymentCrypto.Local.Vault;

/// <summary>Makes a master key from a passphrase with Argon2id.</summary>
internal static class PassphraseKdf
{
    /// <summary>Derives the 32-byte master key from the passphrase's UTF-8 bytes.</summary>
    /// <exception cref="VaultException">This process may not have as much memory as the parameters ask for.</exception>
    public static SecretBuffer Derive(SecureString passphrase, Argon2Parameters parameters)
    {
        using SecretBuffer password = Utf8Of(passphrase);
        BouncyParameters bouncy = new BouncyParameters.Builder(BouncyParameters.Argon2id)
            .WithVersion(BouncyParameters.Version13)
            .WithMemoryAsKB(parameters.MemoryKib)
            .WithIterations(parameters.Iterations)
            .WithParallelism(parameters.Lanes)
            .WithSalt(parameters.Salt)
            .Build();
        byte[] key = GC.AllocateArray<byte>(SealedEnvelope.KeyLength, pinned: true);
        byte[] input = password.Span.ToArray();
        try
        {
            Argon2BytesGenerator generator = new();
            generator.Init(bouncy);
            generator.GenerateBytes(input, key);
            return SecretBuffer.CopyOf(key);
        }
        catch (OutOfMemoryException e)
        {
            // In a container with a limit, .NET gives a process three quarters of it. What was taken so far is free again.
            throw new VaultException(VaultFailure.MemoryShort, string.Create(CultureInfo.InvariantCulture,
                $"A key from the passphrase takes {parameters.MemoryKib / 1024} MiB of memory, and this process may not have that much. Give it, or the "
                    + $"container around it, {2 * (long)parameters.MemoryKib / 1024} MiB or more."), e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(input);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static SecretBuffer Utf8Of(SecureString passphrase)
    {
        char[] characters = GC.AllocateArray<char>(passphrase.Length, pinned: true);
        nint native = Marshal.SecureStringToGlobalAllocUnicode(passphrase);
        try
        {
            Marshal.Copy(native, characters, 0, characters.Length);
            SecretBuffer bytes = new(Encoding.UTF8.GetByteCount(characters));
            Encoding.UTF8.GetBytes(characters, bytes.Span);
            return bytes;
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(native);
            Array.Clear(characters);
        }
    }
}
