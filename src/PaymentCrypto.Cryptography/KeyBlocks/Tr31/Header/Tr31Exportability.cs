namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31;

/// <summary>Whether the key may be wrapped again. The value of each member is its character in the header; other values are kept as they came.</summary>
public enum Tr31Exportability
{
    /// <summary>Exportable under a key encryption key that meets X9.24.</summary>
    Exportable = 'E',

    /// <summary>Not exportable.</summary>
    NonExportable = 'N',

    /// <summary>Sensitive: exportable in other forms too.</summary>
    Sensitive = 'S',
}
