namespace PaymentCrypto.Cryptography.Steps;

/// <summary>What goes into a step or comes out of it, which decides who may see it.</summary>
public enum StepValueKind
{
    /// <summary>Data of the transaction, a cryptogram, or what is on its way to one. It may hold the card number.</summary>
    Data,

    /// <summary>A PIN, a clear PIN block, or what gives the PIN away to whoever has the card's public data.</summary>
    Pin,

    /// <summary>A DES or TDES key.</summary>
    TdesKey,

    /// <summary>An AES key.</summary>
    AesKey,

    /// <summary>A key that has no check value of its own: one for HMAC.</summary>
    OtherKey,

    /// <summary>The plain text of data that is encrypted: a track, a card number, or anything.</summary>
    PlainText,
}
