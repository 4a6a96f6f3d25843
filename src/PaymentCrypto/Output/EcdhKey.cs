using PaymentCrypto.Api.Tools;

namespace PaymentCrypto;

/// <summary>
/// A key derived by ECDH, with what the other side needs to derive the same, under the names that the service uses. It shows how it was
/// derived, never the key.
/// </summary>
public sealed partial class EcdhKey : ClearKey
{
    internal EcdhKey(KeyMaterial material, CheckValue? checkValue, bool asPlainText)
        : base(material, checkValue, asPlainText)
    {
    }

    /// <summary>The algorithm of the derived key, for example <c>AES_256</c>.</summary>
    public string DeriveKeyAlgorithm => KeyAlgorithm;

    /// <summary>The key derivation function.</summary>
    public string? KeyDerivationFunction { get; init; }

    /// <summary>Its hash.</summary>
    public string? KeyDerivationHashAlgorithm { get; init; }

    /// <summary>What both sides mix in, hex. Public.</summary>
    public string? SharedInformation { get; init; }

    /// <summary>The certificate of the own key for the other side, base64 of PEM text; null when there is none.</summary>
    public string? PublicKeyCertificate { get; init; }
}
