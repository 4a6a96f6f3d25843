using System.Security;
using System.Security.Cryptography.X509Certificates;

namespace PaymentCrypto.Api.Tools;

/// <summary>Clear keys: taking them in, check values, parity, components.</summary>
public interface IKeyTool
{
    /// <summary>Reads a clear key from hex digits. Blanks and colons between them are ignored.</summary>
    /// <param name="hex">The digits.</param>
    /// <param name="form">What the key is.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial Read(SecureString hex, KeyForm form);

    /// <summary>Reads a clear key from what a file has: hex digits as text, or the bytes of the key themselves.</summary>
    /// <param name="content">The content; the caller zeroes it.</param>
    /// <param name="form">What the key is.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial Read(ReadOnlySpan<byte> content, KeyForm form);

    /// <summary>Reads a clear key from a file of hex digits, or of the bytes themselves. Blanks and colons between digits are ignored.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="form">What the key is.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial ReadFile(string path, KeyForm form);

    /// <summary>Refuses a key that is not of the wanted algorithm.</summary>
    /// <param name="key">The key.</param>
    /// <param name="form">What it has to be.</param>
    void Require(KeyMaterial key, KeyForm form);

    /// <summary>Makes a new key from the system's generator: TDES keys with odd parity.</summary>
    /// <param name="algorithm">One of <see cref="SymmetricKeyAlgorithm"/>.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial Generate(string algorithm);

    /// <summary>The check value of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="algorithm">One of <see cref="KeyCheckValueAlgorithm"/>; null for the usual one of the key's algorithm.</param>
    /// <param name="length">Length in bytes; null for 3.</param>
    /// <returns>The check value.</returns>
    CheckValue ComputeCheckValue(KeyMaterial key, string? algorithm = null, int? length = null);

    /// <summary>The check value of a public key: SHA-1 of its SubjectPublicKeyInfo, 4 bytes.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>The check value.</returns>
    CheckValue ComputeCheckValue(X509Certificate2 certificate);

    /// <summary>The usual check value of a key, or null for a key that has none: an asymmetric key, an HMAC key of unknown hash.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The check value, or null.</returns>
    CheckValue? UsualCheckValue(KeyMaterial key);

    /// <summary>Compares the check value of a key or component with the one on its paper.</summary>
    /// <param name="key">The key or component.</param>
    /// <param name="expected">4 to 16 hex digits.</param>
    /// <param name="what">What it is, for the error, for example <c>component 2</c>.</param>
    void VerifyCheckValue(KeyMaterial key, string expected, string what);

    /// <summary>Whether every byte of a DES or TDES key has odd parity; null for other keys.</summary>
    /// <param name="key">The key.</param>
    bool? HasOddParity(KeyMaterial key);

    /// <summary>The key with odd parity; its check value is the same.</summary>
    /// <param name="key">A DES or TDES key.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial WithOddParity(KeyMaterial key);

    /// <summary>Splits a key into components: XORed they give the key.</summary>
    /// <param name="key">A TDES or AES key.</param>
    /// <param name="count">2 to 9.</param>
    /// <returns>The components; the caller disposes each.</returns>
    IReadOnlyList<KeyMaterial> Split(KeyMaterial key, int count);

    /// <summary>Joins components.</summary>
    /// <param name="components">At least two of one algorithm, no two of them equal.</param>
    /// <returns>The key; the caller disposes it. Its parity is not adjusted.</returns>
    KeyMaterial Join(IReadOnlyList<KeyMaterial> components);
}
