using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Calculators;

/// <summary>Values on cards and of cards. Each has as many digits as are asked for.</summary>
public interface ICardCalculator
{
    /// <summary>CVV, CVV2 or iCVV, by the service code.</summary>
    /// <param name="key">The card verification key: TDES.</param>
    /// <param name="card">The card.</param>
    /// <param name="length">1 to 5.</param>
    /// <param name="log">Where the steps go.</param>
    string VerificationValue(KeyMaterial key, CardFace card, int length, StepLog? log);

    /// <summary>dCVV of Visa.</summary>
    /// <param name="cardKey">The card key.</param>
    /// <param name="card">The card.</param>
    /// <param name="counter">The application transaction counter: 2 bytes.</param>
    /// <param name="length">1 to 5.</param>
    /// <param name="log">Where the steps go.</param>
    string DynamicVerificationValue(KeyMaterial cardKey, CardFace card, byte[] counter, int length, StepLog? log);

    /// <summary>The digits of a CAVV of Visa.</summary>
    /// <param name="key">The CAVV key: TDES.</param>
    /// <param name="primaryAccountNumber">12 to 19 digits.</param>
    /// <param name="trackingNumber">The 4 digits of the authentication tracking number that stand for the expiry date.</param>
    /// <param name="results">Authentication result code and second factor code: 3 digits.</param>
    /// <param name="length">1 to 5.</param>
    /// <param name="log">Where the steps go.</param>
    string AuthenticationValue(KeyMaterial key, string primaryAccountNumber, string trackingNumber, string results, int length, StepLog? log);

    /// <summary>The card security code of American Express.</summary>
    /// <param name="key">The card security code key: TDES.</param>
    /// <param name="card">The card; version 1 has no service code.</param>
    /// <param name="length">3, 4 or 5, which are three codes.</param>
    /// <param name="log">Where the steps go.</param>
    string AmexSecurityCode(KeyMaterial key, CardFace card, int length, StepLog? log);

    /// <summary>CVC3 of Mastercard.</summary>
    /// <param name="cardKey">The card key.</param>
    /// <param name="trackData">The static part of the track.</param>
    /// <param name="unpredictableNumber">4 bytes.</param>
    /// <param name="counter">2 bytes.</param>
    /// <param name="length">1 to 5.</param>
    /// <param name="log">Where the steps go.</param>
    string DynamicVerificationCode(KeyMaterial cardKey, byte[] trackData, byte[] unpredictableNumber, byte[] counter, int length, StepLog? log);
}
