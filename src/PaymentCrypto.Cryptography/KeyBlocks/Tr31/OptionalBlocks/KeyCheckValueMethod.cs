namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>How the check value in a KC, KP or PK block was made. The value of each member is its code.</summary>
public enum KeyCheckValueMethod
{
    /// <summary>Encryption of a block of zeros, up to 3 bytes.</summary>
    Legacy = 0,

    /// <summary>CMAC of a block of zeros, up to 5 bytes.</summary>
    Cmac = 1,
}
