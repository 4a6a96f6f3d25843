namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>When and how strictly a certificate is checked.</summary>
public sealed record CertificateCheckOptions
{
    /// <summary>The instant at which the certificate has to be valid.</summary>
    public required DateTimeOffset ValidAt { get; init; }

    /// <summary>
    /// How far the other party's clock may be off: validity is stretched by this much at both ends. Zero by default.
    /// </summary>
    public TimeSpan ClockSkew { get; init; }

    /// <summary>
    /// Whether an issuer may only certify keys that are no stronger than its own, and elliptic curve keys only with an elliptic
    /// curve key. True by default, as the service has it.
    /// </summary>
    public bool EnforceStrength { get; init; } = true;
}
