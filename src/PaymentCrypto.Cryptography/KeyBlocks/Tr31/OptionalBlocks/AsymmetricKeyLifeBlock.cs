namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>AL: whether an asymmetric key is ephemeral or static.</summary>
/// <param name="isStatic">True for a static key, false for an ephemeral one.</param>
public sealed class AsymmetricKeyLifeBlock(bool isStatic) : Tr31OptionalBlock("AL", isStatic ? StaticData : EphemeralData)
{
    private const string EphemeralData = "0100";
    private const string StaticData = "0101";

    /// <summary>True for a static key, false for an ephemeral one.</summary>
    public bool IsStatic { get; } = isStatic;

    internal static AsymmetricKeyLifeBlock? TryRead(string data)
        => data is EphemeralData or StaticData ? new AsymmetricKeyLifeBlock(data == StaticData) : null;
}
