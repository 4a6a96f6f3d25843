namespace PaymentCrypto;

/// <summary>Who carries out the operations.</summary>
public enum ProviderName
{
    /// <summary>The engine in the module itself, on a store of this machine.</summary>
    Local,

    /// <summary>AWS Payment Cryptography.</summary>
    Aws,
}
