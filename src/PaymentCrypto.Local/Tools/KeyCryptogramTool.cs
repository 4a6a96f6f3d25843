using System.Security.Cryptography.X509Certificates;
using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.KeyBlocks.Cryptograms;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>Raw keys under RSA-OAEP.</summary>
internal sealed class KeyCryptogramTool : IKeyCryptogramTool
{
    public string Wrap(KeyMaterial key, X509Certificate2 recipient, string wrappingSpec, out IReadOnlyList<string> warnings)
    {
        warnings = StrengthWarning.WarnRsa(key.Algorithm, recipient);
        return ToolRefusal.Map(() =>
        {
            using SecretBuffer copy = key.Copy();
            return HexText.Format(RsaKeyCryptogram.Wrap(copy.Span, recipient, Hash(wrappingSpec)));
        });
    }

    public KeyMaterial Unwrap(string cryptogram, KeyExchangeCredential recipient, string wrappingSpec, KeyForm form) => ToolRefusal.Map(() =>
    {
        string digits = string.Concat(cryptogram.Where(character => !char.IsWhiteSpace(character)));
        using SecretBuffer key = RsaKeyCryptogram.Unwrap(HexText.Parse(digits, "cryptogram"), PrivateKeys.Rsa(recipient, "recipient"), Hash(wrappingSpec));
        try
        {
            return new KeyMaterial(KeyAlgorithms.Resolve(form, key.Length), key.Span);
        }
        catch (KeyInputException error) when (error.Failure == KeyInputFailure.AlgorithmMismatch)
        {
            throw new CryptographyException(CryptographyError.CryptogramKeyLength, error.Message, error);
        }
    });

    private static RsaOaepHash Hash(string wrappingSpec) => wrappingSpec.ToUpperInvariant() switch
    {
        WrappingKeySpec.RsaOaepSha256 => RsaOaepHash.Sha256,
        WrappingKeySpec.RsaOaepSha512 => RsaOaepHash.Sha512,
        _ => throw new CryptographyException(
            CryptographyError.InvalidArgument, $"A wrapping spec is {WrappingKeySpec.RsaOaepSha256} or {WrappingKeySpec.RsaOaepSha512}, not '{wrappingSpec}'."),
    };
}
