using System.Security.Cryptography;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// Encryption and MAC of each version (X9.143, 7). All work on one buffer, header then payload, because that is what the MAC covers.
/// </summary>
internal static class PayloadProtection
{
    private const int VariantMacLength = 4;
    private const int VariantIvLength = 8;

    /// <summary>Length of the MAC in bytes.</summary>
    public static int MacLength(Tr31Version version) => version switch
    {
        Tr31Version.A or Tr31Version.C => VariantMacLength,
        Tr31Version.B => 8,
        _ => 16,
    };

    /// <summary>What the length of the payload must be a multiple of, in bytes.</summary>
    public static int PayloadAlignment(Tr31Version version) => version switch
    {
        Tr31Version.D => 16,
        Tr31Version.E => 1,
        _ => 8,
    };

    /// <summary>Encrypts the payload and computes the MAC.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ciphers">Its keys.</param>
    /// <param name="block">Header and clear payload; unchanged for B, D and E, header and ciphertext afterwards for A and C.</param>
    /// <param name="headerLength">Where the payload begins.</param>
    /// <param name="output">Receives ciphertext and MAC.</param>
    public static void Protect(Tr31Version version, ProtectionCiphers ciphers, Span<byte> block, int headerLength, Span<byte> output)
    {
        Span<byte> payload = block[headerLength..];
        Span<byte> ciphertext = output[..payload.Length];
        Span<byte> mac = output[payload.Length..];
        if (version is Tr31Version.A or Tr31Version.C)
        {
            ciphers.Encryption.EncryptCbc(block[..VariantIvLength], payload, ciphertext);
            ciphertext.CopyTo(payload);
            ciphers.Authentication.ComputeCbcMac(block, mac);
            return;
        }

        ciphers.Authentication.ComputeCmac(block, mac);
        if (version == Tr31Version.E)
        {
            ciphers.Encryption.TransformCtr(mac, payload, ciphertext);
        }
        else
        {
            ciphers.Encryption.EncryptCbc(mac, payload, ciphertext);
        }
    }

    /// <summary>Decrypts the payload into the buffer and checks the MAC; for A and C in the opposite order.</summary>
    /// <param name="version">The version.</param>
    /// <param name="ciphers">Its keys.</param>
    /// <param name="input">Ciphertext and MAC.</param>
    /// <param name="block">Begins with the header; receives the clear payload after it.</param>
    /// <param name="headerLength">Where the payload begins.</param>
    /// <returns>Whether the MAC is right. If not, nothing in the payload may be looked at.</returns>
    public static bool Unprotect(Tr31Version version, ProtectionCiphers ciphers, ReadOnlySpan<byte> input, Span<byte> block, int headerLength)
    {
        Span<byte> payload = block[headerLength..];
        ReadOnlySpan<byte> ciphertext = input[..payload.Length];
        ReadOnlySpan<byte> received = input[payload.Length..];
        Span<byte> mac = stackalloc byte[received.Length];
        if (version is Tr31Version.A or Tr31Version.C)
        {
            ciphertext.CopyTo(payload);
            ciphers.Authentication.ComputeCbcMac(block, mac);
            if (!CryptographicOperations.FixedTimeEquals(mac, received))
            {
                return false;
            }

            ciphers.Encryption.DecryptCbc(block[..VariantIvLength], ciphertext, payload);
            return true;
        }

        if (version == Tr31Version.E)
        {
            ciphers.Encryption.TransformCtr(received, ciphertext, payload);
        }
        else
        {
            ciphers.Encryption.DecryptCbc(received, ciphertext, payload);
        }

        ciphers.Authentication.ComputeCmac(block, mac);
        return CryptographicOperations.FixedTimeEquals(mac, received);
    }
}
