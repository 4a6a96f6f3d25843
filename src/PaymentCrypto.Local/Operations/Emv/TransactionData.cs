using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Local.DataPlane;

namespace PaymentCrypto.Local.Operations.Emv;

/// <summary>The data of a request cryptogram, which the caller has padded as the scheme says.</summary>
internal static class TransactionData
{
    /// <summary>Reads the data.</summary>
    /// <exception cref="ValidationException">They are not whole blocks.</exception>
    public static byte[] Read(string hex)
    {
        byte[] data = HexMember.Bytes(nameof(TransactionData), hex);
        return data.Length % EmvCryptogram.Length == 0
            ? data
            : throw new ValidationException(
                $"TransactionData has {data.Length} bytes; pad it to a multiple of {EmvCryptogram.Length} as the scheme says: with zeros for CVN 10, with "
                    + "80 and zeros for CVN 18 and most others.");
    }
}
