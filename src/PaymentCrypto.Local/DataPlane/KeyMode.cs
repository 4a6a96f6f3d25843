namespace PaymentCrypto.Local.DataPlane;

/// <summary>A mode of use that a parameter asks for (X9.143 table 8 by the service's names).</summary>
internal enum KeyMode
{
    /// <summary>E or B.</summary>
    Encrypt,

    /// <summary>D or B.</summary>
    Decrypt,

    /// <summary>E or B of a key encryption key.</summary>
    Wrap,

    /// <summary>D or B of a key encryption key.</summary>
    Unwrap,

    /// <summary>G or C.</summary>
    Generate,

    /// <summary>V or C.</summary>
    Verify,

    /// <summary>X.</summary>
    DeriveKey,

    /// <summary>N.</summary>
    NoRestrictions,
}
