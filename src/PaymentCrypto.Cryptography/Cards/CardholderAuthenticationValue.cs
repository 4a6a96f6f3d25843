using System.Globalization;
using PaymentCrypto.Cryptography.Steps;

namespace PaymentCrypto.Cryptography.Cards;

/// <summary>
/// The digits in a cardholder authentication verification value (CAVV) of Visa: the card verification value with the authentication tracking
/// number in place of the expiry date, and the results of the authentication in place of the service code.
/// </summary>
public static class CardholderAuthenticationValue
{
    /// <summary>Computes the digits.</summary>
    /// <param name="key">The CAVV key pair A and B: 16 bytes.</param>
    /// <param name="pan">12 to 19 decimal digits.</param>
    /// <param name="unpredictableNumber">4 decimal digits of the authentication tracking number.</param>
    /// <param name="result">The authentication result code: 0 to 9.</param>
    /// <param name="secondFactorResult">The second factor authentication code: 2 decimal digits.</param>
    /// <param name="value">Receives 1 to 5 decimal digits; 3 in a CAVV.</param>
    /// <param name="steps">Collects the steps.</param>
    /// <exception cref="CryptographyException"><see cref="CryptographyError.InvalidKey"/>, <see cref="CryptographyError.InvalidArgument"/>.</exception>
    public static void Generate(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<char> pan,
        ReadOnlySpan<char> unpredictableNumber,
        int result,
        ReadOnlySpan<char> secondFactorResult,
        Span<char> value,
        CalculationSteps? steps = null)
    {
        CardDigits.Check("unpredictable number", unpredictableNumber, 4, 4);
        CardDigits.Check("second factor authentication code", secondFactorResult, 2, 2);
        if (result is < 0 or > 9)
        {
            throw new CryptographyException(CryptographyError.InvalidArgument,
                $"The authentication result code is one digit, not {result.ToString(CultureInfo.InvariantCulture)}.");
        }

        CardVerificationValue.Generate(key, pan, unpredictableNumber, [(char)('0' + result), .. secondFactorResult], value, steps);
    }
}
