namespace PaymentCrypto.KeyBlocks;

/// <summary>The check that refused an input. Names are stable: callers map them to their own errors.</summary>
public enum KeyBlockError
{
    /// <summary>A key has a length or form that its algorithm does not have.</summary>
    InvalidKey,

    /// <summary>An argument that is not part of a received block is out of its documented range.</summary>
    InvalidArgument,
}
