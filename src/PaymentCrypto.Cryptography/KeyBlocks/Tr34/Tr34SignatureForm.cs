namespace PaymentCrypto.Cryptography.KeyBlocks.Tr34;

/// <summary>Over which encoding of the signed attributes the signature of a token verified.</summary>
public enum Tr34SignatureForm
{
    /// <summary>The attributes in the order in which they were sent.</summary>
    AsReceived,

    /// <summary>The attributes sorted as DER sorts a SET OF, although they were sent in another order.</summary>
    DerSorted,
}
