using System.Numerics;

namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>The parity bit of each byte of a DES key, its lowest. DES ignores it; devices that load a key may not.</summary>
internal static class DesParity
{
    /// <summary>Makes the number of ones in each byte odd.</summary>
    public static void MakeOdd(Span<byte> key)
    {
        foreach (ref byte part in key)
        {
            part = (byte)((part & 0xFE) | (~BitOperations.PopCount((uint)part & 0xFE) & 1));
        }
    }
}
