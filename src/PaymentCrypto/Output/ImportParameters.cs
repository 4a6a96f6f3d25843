namespace PaymentCrypto;

/// <summary>An import token and the certificate to wrap a key for it, under the names that the service uses.</summary>
public sealed partial class ImportParameters : KeyExchangeParameters
{
    /// <summary>The token that names the wrapping key when the key is imported.</summary>
    public string? ImportToken { get; set; }

    /// <summary>The algorithm of the wrapping key, for example <c>RSA_2048</c>.</summary>
    public string? WrappingKeyAlgorithm { get; set; }

    /// <summary>The wrapping certificate as the service sends it: base64 of PEM text.</summary>
    public string? WrappingKeyCertificate { get; set; }

    /// <summary>The chain above it as the service sends it, issuer first: base64 of PEM text.</summary>
    public string? WrappingKeyCertificateChain { get; set; }

    internal override string? LeafText => WrappingKeyCertificate;

    internal override string? ChainText => WrappingKeyCertificateChain;

    /// <inheritdoc/>
    public override string ToString() => ImportToken ?? string.Empty;
}
