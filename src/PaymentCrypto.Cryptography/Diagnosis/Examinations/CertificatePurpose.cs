namespace PaymentCrypto.Cryptography.Diagnosis.Examinations;

/// <summary>What a certificate is to do in an exchange.</summary>
public enum CertificatePurpose
{
    /// <summary>Not said: what it could do is only told.</summary>
    Any,

    /// <summary>An authority that others are checked against.</summary>
    Authority,

    /// <summary>Signs tokens.</summary>
    Signing,

    /// <summary>Keys are wrapped for it.</summary>
    KeyEncipherment,

    /// <summary>Keys are agreed on with it.</summary>
    KeyAgreement,
}
