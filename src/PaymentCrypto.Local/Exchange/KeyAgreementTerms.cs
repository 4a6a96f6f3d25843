namespace PaymentCrypto.Local.Exchange;

/// <summary>What both parties of an ECDH exchange agree on, under the service's names and values.</summary>
internal sealed record KeyAgreementTerms
{
    /// <summary>The ECC key pair of the store.</summary>
    public required string PrivateKeyIdentifier { get; init; }

    /// <summary>The imported authority of the other party.</summary>
    public required string AuthorityIdentifier { get; init; }

    /// <summary>The other party's certificate: base64 of PEM.</summary>
    public required string PeerCertificate { get; init; }

    /// <summary>The algorithm of the derived key.</summary>
    public required string DeriveKeyAlgorithm { get; init; }

    /// <summary>The key derivation function.</summary>
    public required string Function { get; init; }

    /// <summary>Its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>The shared information, hex.</summary>
    public required string SharedInformation { get; init; }
}
