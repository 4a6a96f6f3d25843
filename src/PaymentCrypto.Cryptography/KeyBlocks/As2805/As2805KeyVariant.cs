namespace PaymentCrypto.Cryptography.KeyBlocks.As2805;

/// <summary>
/// The variant of a key encryption key under which a key is wrapped in AS 2805.6.1; it says what the key is for. The value of each member
/// is the mask of two bytes that is XORed over the key encryption key.
/// </summary>
public enum As2805KeyVariant
{
    /// <summary>Terminal major keys, variant 00: the key encryption key as it is. AWS's samples never use it, so this is an inference from the name.</summary>
    TerminalMajorKey = 0x0000,

    /// <summary>Data encryption keys, variant 22.</summary>
    DataEncryptionKey = 0x22C0,

    /// <summary>MAC keys, variant 24.</summary>
    MessageAuthenticationKey = 0x24C0,

    /// <summary>PIN encryption keys, variant 28.</summary>
    PinEncryptionKey = 0x28C0,
}
