namespace PaymentCrypto;

/// <summary>How the last block of a message is filled (ISO/IEC 9797-1:2011, 6.3).</summary>
public enum BlockPadding
{
    /// <summary>Not at all: there are whole blocks already.</summary>
    None,

    /// <summary>Zeros, as few as needed.</summary>
    Method1,

    /// <summary>One byte 80 and zeros, always.</summary>
    Method2,
}
