namespace PaymentCrypto.Cryptography.KeyBlocks.KeyAgreement;

/// <summary>What a derived key is to be used for. Only its length follows from it: derived TDES keys keep the parity they come with.</summary>
public enum DerivedKeyAlgorithm
{
    /// <summary>TDES with two keys, 16 bytes: key block protection key of a version B block.</summary>
    Tdes2Key,

    /// <summary>TDES with three keys, 24 bytes: key block protection key of a version B block.</summary>
    Tdes3Key,

    /// <summary>AES-128, 16 bytes: key block protection key of a version D block.</summary>
    Aes128,

    /// <summary>AES-192, 24 bytes: key block protection key of a version D block.</summary>
    Aes192,

    /// <summary>AES-256, 32 bytes: key block protection key of a version D block.</summary>
    Aes256,
}
