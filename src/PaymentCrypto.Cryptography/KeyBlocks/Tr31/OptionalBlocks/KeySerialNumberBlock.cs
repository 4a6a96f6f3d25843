using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Cryptography.KeyBlocks.Tr31.OptionalBlocks;

/// <summary>KS: the initial key serial number of TDES DUKPT.</summary>
/// <param name="keySerialNumber">20 hex digits, or 16 in the old form.</param>
/// <exception cref="CryptographyException"><see cref="CryptographyError.Tr31OptionalBlockContent"/>.</exception>
public sealed class KeySerialNumberBlock(string keySerialNumber)
    : Tr31OptionalBlock("KS", BlockText.RequireHex("KS", keySerialNumber, DataLength, LegacyLength))
{
    /// <summary>Digits of a number in the old form.</summary>
    internal const int LegacyLength = 16;

    private const int DataLength = 20;

    /// <summary>The key serial number in hex.</summary>
    public string KeySerialNumber => Data;

    internal static KeySerialNumberBlock? TryRead(string data)
        => data.Length is DataLength or LegacyLength && HexText.IsHex(data) ? new KeySerialNumberBlock(data) : null;
}
