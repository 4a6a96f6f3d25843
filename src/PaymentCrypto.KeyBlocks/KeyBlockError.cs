namespace PaymentCrypto.KeyBlocks;

/// <summary>The check that refused an input. Names are stable: callers map them to their own errors.</summary>
public enum KeyBlockError
{
    /// <summary>A key has a length or form that its algorithm does not have.</summary>
    InvalidKey,

    /// <summary>An argument that is not part of a received block is out of its documented range.</summary>
    InvalidArgument,

    /// <summary>A text that should be hex has an odd length or a character that is not a hex digit.</summary>
    InvalidHex,

    /// <summary>A key block holds a character outside printable ASCII, or is shorter than a header.</summary>
    Tr31Characters,

    /// <summary>The version letter of a key block is not A, B, C, D or E, or may not be written.</summary>
    Tr31Version,

    /// <summary>The length field of a key block is not four digits or differs from the real length, or the block would be too long.</summary>
    Tr31Length,

    /// <summary>A field of a key block header (usage, algorithm, mode, key version, exportability, count, context) has no defined value.</summary>
    Tr31HeaderField,

    /// <summary>An optional block is malformed, runs past the block, is repeated, or stands in the wrong place.</summary>
    Tr31OptionalBlock,

    /// <summary>The content of a well-formed optional block is not what its identifier prescribes.</summary>
    Tr31OptionalBlockContent,

    /// <summary>The part after the header is not hex, too short, or not a whole number of cipher blocks.</summary>
    Tr31Payload,

    /// <summary>The algorithm or length of the key block protection key does not fit the version of the key block.</summary>
    Tr31ProtectionKeyMismatch,

    /// <summary>The MAC of a key block does not verify: another protection key, or a changed block.</summary>
    Tr31Mac,

    /// <summary>The length of a wrapped key is impossible or does not fit the algorithm that the header names.</summary>
    Tr31KeyLength,

    /// <summary>A check value carried in a key block differs from the computed one.</summary>
    Tr31CheckValue,

    /// <summary>A key whose header says that it is not exportable was to be wrapped again.</summary>
    Tr31NotExportable,

    /// <summary>A key is wrapped under a key that is weaker than itself. Only ever a warning.</summary>
    WeakerWrappingKey,

    /// <summary>A key component is malformed, of another length than its peers, or fails its check value.</summary>
    KeyComponent,

    /// <summary>A DUKPT key serial number has a length or form that the base derivation key's algorithm does not have.</summary>
    KeySerialNumber,
}
