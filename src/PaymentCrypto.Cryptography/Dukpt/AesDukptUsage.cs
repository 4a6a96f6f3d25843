namespace PaymentCrypto.Cryptography.Dukpt;

/// <summary>What a key of one transaction is for, with AES. The value of each member is its key usage indicator (X9.24-3:2017 table 2).</summary>
public enum AesDukptUsage
{
    /// <summary>Key encryption.</summary>
    KeyEncryption = 0x0002,

    /// <summary>PIN encryption.</summary>
    PinEncryption = 0x1000,

    /// <summary>MAC by the device.</summary>
    MacGeneration = 0x2000,

    /// <summary>MAC that the device verifies.</summary>
    MacVerification = 0x2001,

    /// <summary>MAC of both ways.</summary>
    MacBoth = 0x2002,

    /// <summary>Data encrypted by the device.</summary>
    DataEncrypt = 0x3000,

    /// <summary>Data that the device decrypts.</summary>
    DataDecrypt = 0x3001,

    /// <summary>Data of both ways.</summary>
    DataBoth = 0x3002,

    /// <summary>Derivation of the next key of the chain.</summary>
    KeyDerivation = 0x8000,
}
