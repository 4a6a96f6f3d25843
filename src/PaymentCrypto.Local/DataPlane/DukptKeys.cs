using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>Derives the keys of one transaction from a base derivation key of the store.</summary>
internal static class DukptKeys
{
    /// <summary>Derives a working key.</summary>
    /// <param name="baseKey">A B0 key; given back by the working key, or here when something is refused.</param>
    /// <param name="attributes">The member of the request that has serial number and type, for a refusal.</param>
    /// <param name="keySerialNumber">16, 20 or 24 hex digits.</param>
    /// <param name="derivationType">One of <see cref="DukptDerivationType"/>; absent means the base key's own algorithm.</param>
    /// <param name="tdesUsage">The usage under a TDES base key.</param>
    /// <param name="aesUsage">The usage under an AES base key.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="ValidationException">The serial number or the type does not go with the base key.</exception>
    public static WorkingKey Derive(
        OpenedKey baseKey,
        string attributes,
        string keySerialNumber,
        string? derivationType,
        TdesDukptUsage tdesUsage,
        AesDukptUsage aesUsage,
        CalculationSteps? steps)
    {
        try
        {
            string type = derivationType ?? baseKey.Attributes.KeyAlgorithm!;
            RequireNoStronger(attributes, type, baseKey);
            byte[] serial = Convert.FromHexString(keySerialNumber);
            using SecretBuffer derived = Refusals.Of($"{attributes}.KeySerialNumber", () => baseKey.IsTdes
                ? TdesDukpt.DeriveWorkingKey(baseKey.Material, serial, tdesUsage, steps)
                : AesDukpt.DeriveWorkingKey(baseKey.Material, serial, aesUsage, TypeOf(type), steps));
            bool isTdes = type is DukptDerivationType.Tdes2Key or DukptDerivationType.Tdes3Key;
            return new WorkingKey(baseKey, isTdes ? BlockCipherAlgorithm.Tdes : BlockCipherAlgorithm.Aes, derived.Span);
        }
        catch
        {
            baseKey.Dispose();
            throw;
        }
    }

    // X9.24-3:2017 6.3.1: a derived key is no stronger than the key that it comes from. TDES DUKPT derives double-length TDES alone.
    private static void RequireNoStronger(string attributes, string type, OpenedKey baseKey)
    {
        bool permitted = baseKey.IsTdes ? type == DukptDerivationType.Tdes2Key : Strength(type) <= Strength(baseKey.Attributes.KeyAlgorithm!);
        if (!permitted)
        {
            throw new ValidationException(
                $"{attributes}.DukptDerivationType {type} does not go with {baseKey.Arn}, a key of {baseKey.Attributes.KeyAlgorithm}: " +
                (baseKey.IsTdes ? $"use {DukptDerivationType.Tdes2Key}." : "use a type that is no stronger."));
        }
    }

    private static int Strength(string algorithm) => algorithm switch
    {
        DukptDerivationType.Tdes2Key or DukptDerivationType.Tdes3Key => 0,
        DukptDerivationType.Aes128 => 128,
        DukptDerivationType.Aes192 => 192,
        _ => 256,
    };

    private static AesDukptKeyType TypeOf(string type) => type switch
    {
        DukptDerivationType.Tdes2Key => AesDukptKeyType.Tdes2Key,
        DukptDerivationType.Tdes3Key => AesDukptKeyType.Tdes3Key,
        DukptDerivationType.Aes128 => AesDukptKeyType.Aes128,
        DukptDerivationType.Aes192 => AesDukptKeyType.Aes192,
        _ => AesDukptKeyType.Aes256,
    };
}
