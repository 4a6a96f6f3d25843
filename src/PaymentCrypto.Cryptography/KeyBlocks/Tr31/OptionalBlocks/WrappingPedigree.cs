namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>What a key was ever wrapped under. The value of each member is its code in the WP block.</summary>
public enum WrappingPedigree
{
    /// <summary>Only under keys as strong as itself or stronger.</summary>
    EqualOrStronger = 0,

    /// <summary>Once under a weaker key.</summary>
    Weaker = 1,

    /// <summary>Once under an asymmetric key, which a quantum computer may break.</summary>
    Asymmetric = 2,

    /// <summary>Once under a weaker key and once under an asymmetric one.</summary>
    WeakerAndAsymmetric = 3,
}
