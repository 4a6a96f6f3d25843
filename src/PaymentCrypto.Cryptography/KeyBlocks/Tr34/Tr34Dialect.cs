namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>
/// The layouts in which TR-34 key tokens occur. They differ in whether the envelope has its outer SEQUENCE, where the ciphertext
/// stands, how the OAEP parameters are written, the version numbers and the order of the signed attributes.
/// </summary>
public enum Tr34Dialect
{
    /// <summary>
    /// The service's: envelope without outer SEQUENCE, ciphertext inside the AlgorithmIdentifier after the IV, untagged OAEP
    /// parameters, versions 1, attributes in the order of TR-34.
    /// </summary>
    Aws,

    /// <summary>The samples of X9 TR-34:2012 Annex B as printed: outer SEQUENCE, ciphertext inside the AlgorithmIdentifier, untagged OAEP parameters.</summary>
    AnnexB,

    /// <summary>Annex B with the ciphertext where CMS has it: outer SEQUENCE, untagged OAEP parameters.</summary>
    AnnexBRepaired,

    /// <summary>Futurex: versions 73, no outer SEQUENCE, ciphertext where CMS has it, untagged OAEP parameters without NULL.</summary>
    Futurex,

    /// <summary>RFC 5652 and RFC 4055 to the letter: outer SEQUENCE, tagged OAEP parameters, attributes in DER order, SignedData version 3.</summary>
    StrictCms,
}
