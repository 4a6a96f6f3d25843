using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.DataPlane;

/// <summary>Card keys (UDK) from issuer master keys, as the service takes them.</summary>
internal static class CardKeys
{
    // The service takes option B only where it differs from option A (seen live).
    private const int LongestPanOfOptionA = 16;

    /// <summary>Derives the key of a card.</summary>
    /// <param name="masterKey">The issuer's master key.</param>
    /// <param name="mode">One of <see cref="MajorKeyDerivationMode"/>.</param>
    /// <param name="pan">12 to 19 digits.</param>
    /// <param name="panSequenceNumber">2 digits.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them.</returns>
    /// <exception cref="ValidationException">Option B with a short PAN, or a master key of another length.</exception>
    public static SecretBuffer Derive(OpenedKey masterKey, string mode, string pan, string panSequenceNumber, CalculationSteps? steps)
    {
        if (masterKey.Material.Length != 16)
        {
            throw new ValidationException(
                $"{masterKey.Arn} is a {masterKey.Attributes.KeyAlgorithm} key, but card keys are derived from {KeyAlgorithm.Tdes2Key} keys.");
        }

        if (mode == MajorKeyDerivationMode.EmvOptionA)
        {
            return EmvCardKey.DeriveOptionA(masterKey.Material, pan, panSequenceNumber, steps);
        }

        return pan.Length > LongestPanOfOptionA
            ? EmvCardKey.DeriveOptionB(masterKey.Material, pan, panSequenceNumber, steps)
            : throw new ValidationException(
                $"MajorKeyDerivationMode {mode} is for a PrimaryAccountNumber of 17 to 19 digits, but this one has {pan.Length}: use "
                    + $"{MajorKeyDerivationMode.EmvOptionA}.");
    }
}
