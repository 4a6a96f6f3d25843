using System.Security.Cryptography;
using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.KeyBlocks.Components;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Operations.Seeds;

/// <summary>
/// Symmetric test keys that anybody can compute: HKDF (RFC 5869, SHA-256) over the key's name. They are the same at every start, and
/// no secret at all.
/// </summary>
internal static class TestMaterial
{
    private static readonly byte[] Root = Encoding.UTF8.GetBytes("PaymentCrypto public test keys");

    /// <summary>The key of a name, usage and algorithm; the caller disposes it.</summary>
    public static SecretBuffer Derive(string name, string usage, string algorithm)
    {
        bool tdes = algorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key;
        SecretBuffer key = new(SymmetricLength.Of(algorithm) ?? SymmetricLength.OfHmac(algorithm));
        int attempt = 0;
        do
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, Root, key.Span, [], Encoding.UTF8.GetBytes($"{name}\0{usage}\0{algorithm}\0{attempt++}"));
            if (tdes)
            {
                KeyParity.AdjustToOdd(key.Span);
            }
        }
        while (tdes && HasEqualParts(key.Span));

        return key;
    }

    // A TDES key with two equal parts is a DES key.
    private static bool HasEqualParts(ReadOnlySpan<byte> key) =>
        key[..8].SequenceEqual(key[8..16]) || (key.Length == 24 && (key[8..16].SequenceEqual(key[16..]) || key[..8].SequenceEqual(key[16..])));
}
