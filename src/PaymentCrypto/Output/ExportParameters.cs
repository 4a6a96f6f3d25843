namespace PaymentCrypto;

/// <summary>An export token and the certificate of the key that will sign the export, under the names that the service uses.</summary>
public sealed partial class ExportParameters : KeyExchangeParameters
{
    /// <summary>The token that names the signing key when the key is exported.</summary>
    public string? ExportToken { get; set; }

    /// <summary>The algorithm of the signing key, for example <c>RSA_2048</c>.</summary>
    public string? SigningKeyAlgorithm { get; set; }

    /// <summary>The signing certificate as the service sends it: base64 of PEM text.</summary>
    public string? SigningKeyCertificate { get; set; }

    /// <summary>The chain above it as the service sends it, issuer first: base64 of PEM text.</summary>
    public string? SigningKeyCertificateChain { get; set; }

    internal override string? LeafText => SigningKeyCertificate;

    internal override string? ChainText => SigningKeyCertificateChain;

    /// <inheritdoc/>
    public override string ToString() => ExportToken ?? string.Empty;
}
