using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>IK: the identifier of an initial key of AES DUKPT.</summary>
/// <param name="initialKeyId">16 hex digits.</param>
/// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
public sealed class InitialKeyIdBlock(string initialKeyId) : Tr31OptionalBlock("IK", BlockText.RequireHex("IK", initialKeyId, DataLength))
{
    private const int DataLength = 16;

    /// <summary>The identifier, 16 hex digits.</summary>
    public string InitialKeyId => Data;

    internal static InitialKeyIdBlock? TryRead(string data)
        => data.Length == DataLength && HexText.IsHex(data) ? new InitialKeyIdBlock(data) : null;
}
