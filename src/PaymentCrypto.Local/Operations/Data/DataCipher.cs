using PaymentCrypto.Cryptography.Ciphers;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.Exchange;

namespace PaymentCrypto.Local.Operations.Data;

/// <summary>A working key with its mode and initial vector, ready to encrypt or decrypt.</summary>
internal sealed record DataCipher(WorkingKey Key, BlockCipherMode Mode, byte[] InitializationVector, CalculationSteps? Steps) : IDisposable
{
    /// <summary>Encrypts.</summary>
    /// <param name="member">The member of the data, for a refusal.</param>
    /// <param name="data">The plain text.</param>
    public byte[] Encrypt(string member, byte[] data) => Refusals.Of(member, () =>
    {
        byte[] result = new byte[data.Length];
        BlockCipherModes.Encrypt(Key.Cipher, Mode, InitializationVector, data, result, Steps);
        return result;
    });

    /// <summary>Decrypts.</summary>
    /// <param name="member">The member of the data, for a refusal.</param>
    /// <param name="data">The cipher text.</param>
    public byte[] Decrypt(string member, byte[] data) => Refusals.Of(member, () =>
    {
        byte[] result = new byte[data.Length];
        BlockCipherModes.Decrypt(Key.Cipher, Mode, InitializationVector, data, result, Steps);
        return result;
    });

    /// <inheritdoc/>
    public void Dispose() => Key.Dispose();
}
