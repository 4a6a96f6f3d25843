namespace PaymentCrypto.Cryptography.Ciphers;

/// <summary>A mode of operation of NIST SP 800-38A. None of them notices that a message was changed.</summary>
public enum BlockCipherMode
{
    /// <summary>Electronic codebook (6.1): whole blocks, no initial vector. Equal blocks look equal.</summary>
    Ecb,

    /// <summary>Cipher block chaining (6.2): whole blocks.</summary>
    Cbc,

    /// <summary>Cipher feedback (6.3) in segments of one block: 64 bits with TDES, 128 with AES.</summary>
    Cfb,

    /// <summary>Cipher feedback in segments of one bit.</summary>
    Cfb1,

    /// <summary>Cipher feedback in segments of one byte.</summary>
    Cfb8,

    /// <summary>Cipher feedback in segments of 8 bytes.</summary>
    Cfb64,

    /// <summary>Cipher feedback in segments of 16 bytes: AES only.</summary>
    Cfb128,

    /// <summary>Output feedback (6.4). An initial vector used twice under one key gives both messages away.</summary>
    Ofb,
}
