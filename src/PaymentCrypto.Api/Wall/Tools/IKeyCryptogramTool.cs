using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>Raw keys under RSA-OAEP. Nothing in a cryptogram says what the key is: compare check values over another channel.</summary>
public interface IKeyCryptogramTool
{
    /// <summary>Wraps a key for the holder of a certificate.</summary>
    /// <param name="key">The key. It stays the caller's.</param>
    /// <param name="recipient">The receiver's certificate, with an RSA key.</param>
    /// <param name="wrappingSpec">One of <see cref="WrappingKeySpec"/>.</param>
    /// <param name="warnings">What the user should know.</param>
    /// <returns>Upper-case hex, as long as the modulus.</returns>
    string Wrap(KeyMaterial key, X509Certificate2 recipient, string wrappingSpec, out IReadOnlyList<string> warnings);

    /// <summary>Unwraps a key.</summary>
    /// <param name="cryptogram">Hex digits; white space is ignored.</param>
    /// <param name="recipient">The receiver's RSA private key.</param>
    /// <param name="wrappingSpec">One of <see cref="WrappingKeySpec"/>.</param>
    /// <param name="form">What the key has to be.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial Unwrap(string cryptogram, KeyExchangeCredential recipient, string wrappingSpec, KeyForm form);
}
