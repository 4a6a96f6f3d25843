using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Primitives;

namespace PaymentCrypto.Local.Tools;

/// <summary>Clear keys between the contract and the formats.</summary>
internal static class ClearKeyCopies
{
    /// <summary>A copy to work with; the caller disposes it.</summary>
    public static SecretBuffer Copy(this KeyMaterial key)
    {
        SecretBuffer copy = new(key.Length);
        key.CopyTo(copy.Span);
        return copy;
    }
}
