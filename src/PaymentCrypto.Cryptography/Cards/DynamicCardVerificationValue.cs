using System.Security.Cryptography;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Cards;

/// <summary>
/// The dynamic card verification value (dCVV) of Visa: the value of the card with the transaction counter in place of four digits of the PAN.
/// </summary>
public static class DynamicCardVerificationValue
{
    private const string Clause = "Visa Contactless Payment Specification, dCVV";

    /// <summary>Computes the value.</summary>
    /// <param name="cardKey">The card key for dynamic values: 16 bytes.</param>
    /// <param name="pan">12 to 19 decimal digits.</param>
    /// <param name="expiry">4 decimal digits: YYMM.</param>
    /// <param name="serviceCode">3 decimal digits.</param>
    /// <param name="counter">The application transaction counter: 2 bytes.</param>
    /// <param name="value">Receives the value: 1 to 5 decimal digits, 3 on a card.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Generate(
        ReadOnlySpan<byte> cardKey,
        ReadOnlySpan<char> pan,
        ReadOnlySpan<char> expiry,
        ReadOnlySpan<char> serviceCode,
        ReadOnlySpan<byte> counter,
        Span<char> value,
        CalculationSteps? steps = null)
    {
        CardVerificationValue.Check(cardKey, pan, expiry, serviceCode, value);
        if (counter.Length != 2)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument,
                $"The application transaction counter has 2 bytes, but this one has {counter.Length}.");
        }

        Span<byte> data = stackalloc byte[16];
        CardVerificationValue.Pack(pan, expiry, serviceCode, data);
        counter.CopyTo(data);
        steps?.AddBlock("Join PAN, date and service code, the counter over the first four digits", Clause, [.. pan, .. expiry, .. serviceCode], data);
        CardVerificationValue.Compute(cardKey, data, value, Clause, steps);
        CryptographicOperations.ZeroMemory(data);
    }
}
