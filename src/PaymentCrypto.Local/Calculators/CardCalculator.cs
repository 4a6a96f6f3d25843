using PaymentCrypto.Api.Calculators;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography.Cards;
using PaymentCrypto.Cryptography.Primitives;
using PaymentCrypto.Cryptography.Steps;
using PaymentCrypto.Local.Tools;

namespace PaymentCrypto.Local.Calculators;

/// <summary>Values on cards and of cards.</summary>
internal sealed class CardCalculator : ICardCalculator
{
    public string VerificationValue(KeyMaterial key, CardFace card, int length, StepLog? log) => Computed(
        key, length, log, (bytes, digits, steps) =>
            CardVerificationValue.Generate(bytes, card.PrimaryAccountNumber, card.ExpiryDate, card.ServiceCode, digits, steps));

    public string DynamicVerificationValue(KeyMaterial cardKey, CardFace card, byte[] counter, int length, StepLog? log) => Computed(
        cardKey,
        length,
        log,
        (bytes, digits, steps) =>
            DynamicCardVerificationValue.Generate(bytes, card.PrimaryAccountNumber, card.ExpiryDate, card.ServiceCode, counter, digits, steps));

    public string AuthenticationValue(KeyMaterial key, string primaryAccountNumber, string trackingNumber, string results, int length, StepLog? log) =>
        Computed(
        key,
        length,
        log,
        (bytes, digits, steps) =>
            CardholderAuthenticationValue.Generate(bytes, primaryAccountNumber, trackingNumber, results[0] - '0', results.AsSpan(1), digits, steps));

    public string AmexSecurityCode(KeyMaterial key, CardFace card, int length, StepLog? log) => Computed(key, length, log, (bytes, digits, steps) =>
    {
        if (card.ServiceCode is { } serviceCode)
        {
            AmexCardSecurityCode.GenerateVersion2(bytes, card.PrimaryAccountNumber, card.ExpiryDate, serviceCode, digits, steps);
        }
        else
        {
            AmexCardSecurityCode.GenerateVersion1(bytes, card.PrimaryAccountNumber, card.ExpiryDate, digits, steps);
        }
    });

    public string DynamicVerificationCode(KeyMaterial cardKey, byte[] trackData, byte[] unpredictableNumber, byte[] counter, int length, StepLog? log) =>
        Computed(
        cardKey, length, log, (bytes, digits, steps) => DynamicCardVerificationCode.Generate(bytes, trackData, unpredictableNumber, counter, digits, steps));

    private static string Computed(KeyMaterial key, int length, StepLog? log, Digits compute) => Calculation.Run(log, steps =>
    {
        using SecretBuffer bytes = key.Copy();
        char[] digits = new char[length];
        compute(bytes.Span, digits, steps);
        return new string(digits);
    });

    private delegate void Digits(ReadOnlySpan<byte> key, Span<char> digits, CalculationSteps? steps);
}
