namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>
/// What the block is for (X9.143; the position was reserved and <c>0</c> in TR-31:2018 and before). The value of each member is its
/// character in the header; other values are kept as they came.
/// </summary>
public enum Tr31KeyContext
{
    /// <summary>The wrapping key decides.</summary>
    DecidedByWrappingKey = '0',

    /// <summary>Storage only.</summary>
    StorageOnly = '1',

    /// <summary>Exchange only.</summary>
    ExchangeOnly = '2',
}
