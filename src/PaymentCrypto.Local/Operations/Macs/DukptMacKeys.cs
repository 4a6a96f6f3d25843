using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Macs;

/// <summary>The MAC keys of one transaction.</summary>
internal static class DukptMacKeys
{
    /// <summary>Derives the raw key of a TDES base key, for algorithms that use its halves apart.</summary>
    /// <param name="baseKey">A B0 key. It stays the caller's.</param>
    /// <param name="dukpt">Serial number and direction.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them.</returns>
    public static SecretBuffer DeriveTdes(OpenedKey baseKey, MacAlgorithmDukpt dukpt, CalculationSteps? steps)
    {
        if (dukpt.DukptDerivationType is { } type and not DukptDerivationType.Tdes2Key)
        {
            throw new ValidationException($"DukptDerivationType {type} cannot be used here: MACs by ISO 9797-1 need {DukptDerivationType.Tdes2Key}.");
        }

        TdesDukptUsage usage = TdesUsage(dukpt.DukptKeyVariant!, baseKey);
        return Refusals.Of("KeySerialNumber", () => TdesDukpt.DeriveWorkingKey(baseKey.Material, Convert.FromHexString(dukpt.KeySerialNumber!), usage, steps));
    }

    /// <summary>Derives the key as a cipher.</summary>
    /// <param name="baseKey">A B0 key; given back by the working key, or here when something is refused.</param>
    /// <param name="dukpt">Serial number, direction and type.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>The key; the caller disposes it.</returns>
    public static WorkingKey Derive(OpenedKey baseKey, MacAlgorithmDukpt dukpt, CalculationSteps? steps)
    {
        TdesDukptUsage tdesUsage;
        try
        {
            tdesUsage = baseKey.IsTdes ? TdesUsage(dukpt.DukptKeyVariant!, baseKey) : default;
        }
        catch
        {
            baseKey.Dispose();
            throw;
        }

        AesDukptUsage aesUsage = dukpt.DukptKeyVariant switch
        {
            DukptKeyVariant.Request => AesDukptUsage.MacGeneration,
            DukptKeyVariant.Response => AesDukptUsage.MacVerification,
            _ => AesDukptUsage.MacBoth,
        };
        return DukptKeys.Derive(baseKey, "DukptCmac", dukpt.KeySerialNumber!, dukpt.DukptDerivationType, tdesUsage, aesUsage, steps);
    }

    private static TdesDukptUsage TdesUsage(string variant, OpenedKey baseKey) => variant switch
    {
        DukptKeyVariant.Request => TdesDukptUsage.MacRequest,
        DukptKeyVariant.Response => TdesDukptUsage.MacResponse,
        _ => throw new ValidationException(
            $"DukptKeyVariant {variant} does not go with {baseKey.Arn}, a TDES key: use {DukptKeyVariant.Request} or {DukptKeyVariant.Response}."),
    };
}
