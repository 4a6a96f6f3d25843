using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>Keys that two parties derive by ECDH.</summary>
internal sealed class KeyAgreementTool : IKeyAgreementTool
{
    public KeyMaterial Derive(KeyAgreementRequest request) => ToolRefusal.Map(() =>
    {
        var peer = EcdhPublicKey.Of(request.Peer);
        string algorithm = request.KeyAlgorithm.ToUpperInvariant();
        ECDiffieHellman own = PrivateKeys.Ecdh(request.Own, out bool isCopy);
        try
        {
            using SecretBuffer key = EcdhKeyAgreement.DeriveKey(
                own, peer, Function(request.KeyDerivationFunction), Hash(request.KeyDerivationHashAlgorithm),
                SharedInformation(request.SharedInformation), Algorithm(algorithm));
            return new KeyMaterial(algorithm, key.Span);
        }
        finally
        {
            if (isCopy)
            {
                own.Dispose();
            }
        }
    });

    private static byte[] SharedInformation(string hex)
    {
        const int maximum = 1024;
        byte[] bytes = HexText.Parse(hex, "shared information");
        return bytes.Length is > 0 and <= maximum ? bytes : throw new CryptographyException(
            CryptographyError.InvalidArgument, $"The shared information has {bytes.Length} bytes; 1 to {maximum} are needed.");
    }

    private static DerivedKeyAlgorithm Algorithm(string name) => name switch
    {
        KeyAlgorithm.Tdes2Key => DerivedKeyAlgorithm.Tdes2Key,
        KeyAlgorithm.Tdes3Key => DerivedKeyAlgorithm.Tdes3Key,
        KeyAlgorithm.Aes128 => DerivedKeyAlgorithm.Aes128,
        KeyAlgorithm.Aes192 => DerivedKeyAlgorithm.Aes192,
        KeyAlgorithm.Aes256 => DerivedKeyAlgorithm.Aes256,
        _ => throw new KeyInputException(KeyInputFailure.AlgorithmUnknown, $"A key derived by ECDH is a TDES or AES key such as AES_256, not '{name}'."),
    };

    private static Cryptography.KeyBlocks.KeyAgreement.KeyDerivationFunction Function(string name) => name.ToUpperInvariant() switch
    {
        Api.KeyDerivationFunction.NistSp800 => Cryptography.KeyBlocks.KeyAgreement.KeyDerivationFunction.NistSp800,
        Api.KeyDerivationFunction.AnsiX963 => Cryptography.KeyBlocks.KeyAgreement.KeyDerivationFunction.AnsiX963,
        _ => throw new CryptographyException(
            CryptographyError.InvalidArgument,
            $"A key derivation function is {Api.KeyDerivationFunction.NistSp800} or {Api.KeyDerivationFunction.AnsiX963}, not '{name}'."),
    };

    private static HashAlgorithmName Hash(string name) => name.ToUpperInvariant() switch
    {
        KeyDerivationHashAlgorithm.Sha256 => HashAlgorithmName.SHA256,
        KeyDerivationHashAlgorithm.Sha384 => HashAlgorithmName.SHA384,
        KeyDerivationHashAlgorithm.Sha512 => HashAlgorithmName.SHA512,
        _ => throw new CryptographyException(
            CryptographyError.InvalidArgument, $"A key derivation hash is {string.Join(", ", KeyDerivationHashAlgorithm.All)}, not '{name}'."),
    };
}
