namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>What the key may do. The value of each member is its character in the header; other values are kept as they came.</summary>
public enum Tr31ModeOfUse
{
    /// <summary>Encrypt and decrypt, wrap and unwrap.</summary>
    EncryptAndDecrypt = 'B',

    /// <summary>Generate and verify MACs or card values.</summary>
    GenerateAndVerify = 'C',

    /// <summary>Decrypt or unwrap only.</summary>
    DecryptOnly = 'D',

    /// <summary>Encrypt or wrap only.</summary>
    EncryptOnly = 'E',

    /// <summary>Generate only.</summary>
    GenerateOnly = 'G',

    /// <summary>No restriction.</summary>
    NoRestriction = 'N',

    /// <summary>Sign only.</summary>
    SignOnly = 'S',

    /// <summary>Sign and decrypt.</summary>
    SignAndDecrypt = 'T',

    /// <summary>Verify only.</summary>
    VerifyOnly = 'V',

    /// <summary>Derive other keys.</summary>
    Derive = 'X',

    /// <summary>Create key variants.</summary>
    CreateVariants = 'Y',
}
