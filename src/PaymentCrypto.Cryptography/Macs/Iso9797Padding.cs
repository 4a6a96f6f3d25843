namespace PaymentCrypto.Cryptography.Macs;

/// <summary>How a message is made whole blocks before its MAC is computed (ISO/IEC 9797-1:2011, 6.3).</summary>
public enum Iso9797Padding
{
    /// <summary>Not at all: the message has whole blocks already, at least one.</summary>
    None,

    /// <summary>Zero bytes, as few as needed; an empty message becomes one block (6.3.2). Messages that differ in trailing zeros share a MAC.</summary>
    Method1,

    /// <summary>One byte 80 hex, then zero bytes, always at least one byte (6.3.3).</summary>
    Method2,
}
