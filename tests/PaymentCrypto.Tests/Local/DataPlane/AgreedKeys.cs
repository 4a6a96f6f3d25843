using System.Buffers.Binary;
using System.Security.Cryptography;
using PaymentCrypto.Api;
using PaymentCrypto.Tests.Local.Exchange;

namespace PaymentCrypto.Tests.Local.DataPlane;

/// <summary>The other party's side of a key agreement with a pair of the store, made of the platform's ECDH and hashes alone.</summary>
internal static class AgreedKeys
{
    /// <summary>Derives the key.</summary>
    /// <param name="party">The other party.</param>
    /// <param name="own">The pair in the store.</param>
    /// <param name="function">One of <see cref="KeyDerivationFunction"/>.</param>
    /// <param name="hash">One of <see cref="KeyDerivationHashAlgorithm"/>.</param>
    /// <param name="sharedInformation">Hex.</param>
    /// <param name="length">Bytes of the key.</param>
    public static byte[] Derive(Party party, ECDsa own, string function, string hash, string sharedInformation, int length)
    {
        using ECDiffieHellman theirs = party.Agreement();
        using var ours = ECDiffieHellman.Create();
        ours.ImportParameters(own.ExportParameters(includePrivateParameters: false));
        byte[] secret = theirs.DeriveRawSecretAgreement(ours.PublicKey);
        byte[] information = Convert.FromHexString(sharedInformation);
        byte[] counter = new byte[4];
        byte[] key = [];
        for (int i = 1; key.Length < length; i++)
        {
            // NIST SP 800-56C has the counter before the secret, ANSI X9.63 behind it.
            BinaryPrimitives.WriteInt32BigEndian(counter, i);
            byte[] data = function == KeyDerivationFunction.NistSp800 ? [.. counter, .. secret, .. information] : [.. secret, .. counter, .. information];
            key = [.. key, .. CryptographicOperations.HashData(new HashAlgorithmName(hash.Replace("_", string.Empty, StringComparison.Ordinal)), data)];
        }

        return key[..length];
    }
}
