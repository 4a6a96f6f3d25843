namespace PaymentCrypto.Cryptography.Diagnosis.Forms;

/// <summary>What a text is, by its shape.</summary>
public enum MaterialKind
{
    /// <summary>Nothing that carries a key.</summary>
    None,

    /// <summary>A TR-31 block.</summary>
    KeyBlock,

    /// <summary>A TR-34 key token.</summary>
    KeyToken,

    /// <summary>As many bytes as an RSA modulus has.</summary>
    RsaCryptogram,

    /// <summary>As many bytes as a key has.</summary>
    BareCryptogram,

    /// <summary>One or more certificates.</summary>
    Certificates,

    /// <summary>A request for a certificate.</summary>
    SigningRequest,

    /// <summary>A private key, with or without certificates.</summary>
    PrivateKey,

    /// <summary>An import or export token of the service.</summary>
    ServiceToken,

    /// <summary>The message of an error.</summary>
    ErrorText,

    /// <summary>A key block of a maker's own.</summary>
    Foreign,
}
