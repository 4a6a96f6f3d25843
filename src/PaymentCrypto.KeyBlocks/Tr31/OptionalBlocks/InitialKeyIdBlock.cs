using PaymentCrypto.KeyBlocks.Primitives;

namespace PaymentCrypto.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>IK: the identifier of an initial key of AES DUKPT.</summary>
/// <param name="initialKeyId">16 hex digits.</param>
/// <exception cref="KeyBlockException"><see cref="KeyBlockError.Tr31OptionalBlockContent"/>.</exception>
public sealed class InitialKeyIdBlock(string initialKeyId) : Tr31OptionalBlock("IK", BlockText.RequireHex("IK", initialKeyId, DataLength))
{
    private const int DataLength = 16;

    /// <summary>The identifier, 16 hex digits.</summary>
    public string InitialKeyId => Data;

    internal static InitialKeyIdBlock? TryRead(string data)
        => data.Length == DataLength && HexText.IsHex(data) ? new InitialKeyIdBlock(data) : null;
}
