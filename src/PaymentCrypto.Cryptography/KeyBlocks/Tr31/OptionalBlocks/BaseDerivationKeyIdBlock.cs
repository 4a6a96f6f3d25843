using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>BI: the identifier of a base derivation key.</summary>
public sealed class BaseDerivationKeyIdBlock : Tr31OptionalBlock
{
    private const string TdesType = "00";
    private const string AesType = "01";
    private const int TypeLength = 2;
    private const int TdesLength = 10;
    private const int AesLength = 8;

    private BaseDerivationKeyIdBlock(string type, string identifier)
        : base("BI", type + identifier)
        => Identifier = identifier;

    /// <summary>The identifier: 10 hex digits (key set identifier of TDES DUKPT) or 8 hex digits (AES DUKPT).</summary>
    public string Identifier { get; }

    /// <summary>Whether the key is for AES DUKPT.</summary>
    public bool IsAes => Identifier.Length == AesLength;

    /// <summary>Makes the block for a TDES DUKPT base derivation key.</summary>
    /// <param name="keySetId">10 hex digits.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
    public static BaseDerivationKeyIdBlock ForTdes(string keySetId)
        => new(TdesType, BlockText.RequireHex("BI", keySetId, TdesLength));

    /// <summary>Makes the block for an AES DUKPT base derivation key.</summary>
    /// <param name="keyId">8 hex digits.</param>
    /// <returns>The block.</returns>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
    public static BaseDerivationKeyIdBlock ForAes(string keyId)
        => new(AesType, BlockText.RequireHex("BI", keyId, AesLength));

    internal static BaseDerivationKeyIdBlock? TryRead(string data)
    {
        bool fits = data.Length > TypeLength && HexText.IsHex(data)
            && (data[..TypeLength], data.Length - TypeLength) is (TdesType, TdesLength) or (AesType, AesLength);
        return fits ? new BaseDerivationKeyIdBlock(data[..TypeLength], data[TypeLength..]) : null;
    }
}
