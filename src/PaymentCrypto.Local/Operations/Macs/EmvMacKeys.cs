using PaymentCrypto.Api;
using PaymentCrypto.Cryptography.Emv;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.DataPlane;
using PaymentCrypto.Local.KeyRing;

namespace PaymentCrypto.Local.Operations.Macs;

/// <summary>The session keys of secure messaging for integrity, by scheme.</summary>
internal static class EmvMacKeys
{
    /// <summary>Derives the session key.</summary>
    /// <param name="master">An E2 key. It stays the caller's.</param>
    /// <param name="emv">The card and the session.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <returns>16 bytes; the caller disposes them.</returns>
    /// <exception cref="ValidationException">The mode needs the other value, or the PAN does not go with option B.</exception>
    public static SecretBuffer Derive(OpenedKey master, MacAlgorithmEmv emv, CalculationSteps? steps)
    {
        string mode = emv.SessionKeyDerivationMode!;
        bool fromCryptogram = mode is SessionKeyDerivationMode.EmvCommonSessionKey or SessionKeyDerivationMode.MastercardSessionKey;
        SessionKeyDerivationValue value = emv.SessionKeyDerivationValue!;
        string text = (fromCryptogram ? value.ApplicationCryptogram : value.ApplicationTransactionCounter)
            ?? throw new ValidationException(
                $"SessionKeyDerivationMode {mode} needs "
                    + $"SessionKeyDerivationValue.{(fromCryptogram ? nameof(value.ApplicationCryptogram) : nameof(value.ApplicationTransactionCounter))}.");
        byte[] session = Convert.FromHexString(text);
        using SecretBuffer card = CardKeys.Derive(master, emv.MajorKeyDerivationMode!, emv.PrimaryAccountNumber!, emv.PanSequenceNumber!, steps);
        return mode switch
        {
            SessionKeyDerivationMode.EmvCommonSessionKey or SessionKeyDerivationMode.MastercardSessionKey => EmvSessionKey.Common(card.Span, session, steps),
            SessionKeyDerivationMode.Emv2000 => EmvSessionKey.Emv2000(card.Span, session, steps),
            SessionKeyDerivationMode.Visa => EmvSessionKey.Visa(card.Span, session, steps),
            SessionKeyDerivationMode.Amex => EmvSessionKey.Amex(card.Span, session, steps),
            _ => EmvSessionKey.UnionPay(card.Span, session, steps),
        };
    }
}
