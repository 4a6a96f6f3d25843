using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Calculators;

/// <summary>From which key which keys are derived.</summary>
/// <param name="Key">A base derivation key, or an initial key: TDES_2KEY, or AES.</param>
/// <param name="IsInitialKey">Whether it is an initial key.</param>
/// <param name="KeySerialNumber">10 bytes (or 8) for TDES, 12 for AES.</param>
public sealed record DukptDerivation(KeyMaterial Key, bool IsInitialKey, byte[] KeySerialNumber)
{
    /// <summary>The algorithm of the working keys: one of <see cref="DukptDerivationType"/>; null for that of <see cref="Key"/>.</summary>
    public string? DerivationType { get; init; }
}
