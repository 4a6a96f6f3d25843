namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// How the length of an optional block was written. New blocks are written in the short form, or in the X9.143 form when they are too long for it.
/// </summary>
public enum Tr31LengthForm
{
    /// <summary>Two hex digits.</summary>
    Short,

    /// <summary><c>00</c>, two hex digits with the number of <em>characters</em> of the length, the length (X9.143).</summary>
    ExtendedCharacters,

    /// <summary><c>00</c>, two hex digits with the number of <em>bytes</em> of the length, each two characters, the length (a reading of TR-31:2018).</summary>
    ExtendedBytes,
}
