using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Cryptography.KeyBlocks.Tr34;

namespace PaymentCrypto.Cryptography.Examples;

/// <summary>Both sides of a two-pass TR-34 exchange.</summary>
public static class Tr34Example
{
    /// <summary>The sender wraps a key for the receiver's certificate and signs the token.</summary>
    public static byte[] Send(ReadOnlySpan<byte> keyToSend, X509Certificate2 sender, RSA senderKey, X509Certificate2 receiver, ReadOnlyMemory<byte> nonce)
    {
        var header = new Tr31KeyBlockHeader
        {
            Version = Tr31Version.D,
            KeyUsage = new Tr31KeyUsage("K0"),
            Algorithm = Tr31Algorithm.Aes,
            ModeOfUse = Tr31ModeOfUse.EncryptAndDecrypt,
            Exportability = Tr31Exportability.Exportable,
        };
        return Tr34KeyBlock.Create(keyToSend, header, new Tr34CreateOptions
        {
            SignerCertificate = sender,
            SignerPrivateKey = senderKey,
            RecipientCertificate = receiver,
            Nonce = nonce,
        });
    }

    /// <summary>The receiver checks the token and opens it; anything wrong is a CryptographyException that says which check failed.</summary>
    public static Tr34OpenedKey Receive(byte[] token, X509Certificate2 receiver, RSA receiverKey, X509Certificate2 sender, ReadOnlyMemory<byte> nonce,
        DateTimeOffset now)
    {
        return Tr34KeyBlock.Open(token, new Tr34OpenOptions
        {
            RecipientCertificate = receiver,
            RecipientPrivateKey = receiverKey,
            SignerCertificate = sender,
            ExpectedNonce = nonce,
            ValidAt = now,
        });
    }
}
