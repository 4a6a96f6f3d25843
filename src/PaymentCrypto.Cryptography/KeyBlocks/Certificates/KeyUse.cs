namespace PaymentCrypto.Cryptography.KeyBlocks.Certificates;

/// <summary>What a key may be used for; the values are the bits of KeyUsage, counted from digitalSignature (RFC 5280 4.2.1.3).</summary>
internal enum KeyUse
{
    DigitalSignature = 0,
    ContentCommitment = 1,
    KeyEncipherment = 2,
    KeyAgreement = 4,
    CertificateSigning = 5,
    RevocationListSigning = 6,
}
