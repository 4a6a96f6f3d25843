using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Dukpt;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Exchange.Export;

/// <summary>Initial DUKPT keys (X9.24-3: TDES initial PIN encryption keys and AES initial keys), derived for export and never stored.</summary>
internal static class InitialKeys
{
    private const int TdesSerialNumberDigits = 2 * TdesDukpt.KeySerialNumberLength;
    private const int AesSerialNumberDigits = 2 * AesDukpt.KeySerialNumberLength;

    /// <summary>Derives the initial key of a device.</summary>
    /// <param name="key">The base derivation key.</param>
    /// <param name="material">Its material.</param>
    /// <param name="keySerialNumber">20 hex digits under a TDES key, 24 under AES.</param>
    /// <param name="checkValueAlgorithm">The method of the check value; null for the algorithm's own.</param>
    public static ExportedKey Derive(KeyRecord key, SecretBuffer material, string keySerialNumber, string? checkValueAlgorithm)
    {
        if (key.Attributes.KeyUsage != KeyUsage.Tr31B0BaseDerivationKey)
        {
            throw new ValidationException($"{key.Arn} has usage {key.Attributes.KeyUsage}: initial DUKPT keys are derived from a base derivation key "
                + $"({KeyUsage.Tr31B0BaseDerivationKey}).");
        }

        bool tdes = key.Attributes.KeyAlgorithm is KeyAlgorithm.Tdes2Key or KeyAlgorithm.Tdes3Key;
        int digits = tdes ? TdesSerialNumberDigits : AesSerialNumberDigits;
        if (keySerialNumber.Length != digits)
        {
            throw new ValidationException(
                $"KeySerialNumber has {keySerialNumber.Length} hex digits: under a base derivation key of {key.Attributes.KeyAlgorithm} it has {digits}.");
        }

        byte[] serialNumber = Convert.FromHexString(keySerialNumber);
        SecretBuffer initial = Refusals.Of("ExportDukptInitialKey", () =>
            tdes ? TdesDukpt.DeriveInitialKey(material.Span, serialNumber) : AesDukpt.DeriveInitialKey(material.Span, serialNumber));
        return new ExportedKey
        {
            Attributes = key.Attributes with { KeyModesOfUse = new KeyModesOfUse { DeriveKey = true } },
            Material = initial,
            CheckValue = CheckValues.OfSymmetric(key.Attributes.KeyAlgorithm!, initial.Span, checkValueAlgorithm),
            IsInitialKey = true,
        };
    }
}
