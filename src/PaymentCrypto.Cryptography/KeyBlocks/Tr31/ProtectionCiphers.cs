using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>The two keys that a key block protection key turns into for one procedure, expanded.</summary>
internal sealed class ProtectionCiphers(BlockCipher encryption, BlockCipher authentication) : IDisposable
{
    public BlockCipher Encryption { get; } = encryption;

    public BlockCipher Authentication { get; } = authentication;

    public void Dispose()
    {
        Encryption.Dispose();
        Authentication.Dispose();
    }
}
