namespace PaymentCrypto.Cryptography.Diagnosis;

/// <summary>Whose part it is to do something about a finding.</summary>
public enum FindingSide
{
    /// <summary>Who wrapped the key, or issued the certificate.</summary>
    Sender,

    /// <summary>Who takes the key in.</summary>
    Receiver,

    /// <summary>Neither: it happened on the way, in a mail, a file or on paper.</summary>
    Transport,
}
