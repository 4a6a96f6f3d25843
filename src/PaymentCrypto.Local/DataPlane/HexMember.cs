using PaymentCrypto.Api;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>Members of requests that hold hex, whose digits have been checked, as bytes.</summary>
internal static class HexMember
{
    /// <summary>Reads whole bytes.</summary>
    /// <exception cref="ValidationException">A digit is missing.</exception>
    public static byte[] Bytes(string member, string hex) => hex.Length % 2 == 0
        ? Convert.FromHexString(hex)
        : throw new ValidationException($"{member} has {hex.Length} hex digits; two make one byte, so the number must be even.");

    /// <summary>Reads a number of fixed length that may be written shorter: zeros are put before it.</summary>
    public static byte[] Number(string hex, int length) => Convert.FromHexString(hex.PadLeft(2 * length, '0'));
}
