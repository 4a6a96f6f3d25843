namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>How a key block protects its key. The value of each member is its letter in the header.</summary>
public enum Tr31Version
{
    /// <summary>TDES, key variants, 4-byte CBC-MAC. Withdrawn; read, and written only when asked.</summary>
    A = 'A',

    /// <summary>TDES, derived keys, 8-byte CMAC.</summary>
    B = 'B',

    /// <summary>The same procedure as <see cref="A"/> under another letter. Withdrawn; read, and written only when asked.</summary>
    C = 'C',

    /// <summary>AES in CBC mode, derived keys, 16-byte CMAC.</summary>
    D = 'D',

    /// <summary>AES in counter mode, derived keys, 16-byte CMAC (ISO 20038).</summary>
    E = 'E',
}
