using PaymentCrypto.Api.Tools;

namespace PaymentCrypto.Api.Calculators;

/// <summary>Keys and cryptograms of EMV 4.3 book 2.</summary>
public interface IEmvCalculator
{
    /// <summary>Derives the key of a card.</summary>
    /// <param name="masterKey">The issuer's master key: TDES_2KEY.</param>
    /// <param name="mode">One of <see cref="MajorKeyDerivationMode"/>.</param>
    /// <param name="primaryAccountNumber">12 to 19 digits.</param>
    /// <param name="panSequenceNumber">2 digits.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>The key; the caller disposes it.</returns>
    KeyMaterial CardKey(KeyMaterial masterKey, string mode, string primaryAccountNumber, string panSequenceNumber, StepLog? log);

    /// <summary>Derives the key of one transaction.</summary>
    /// <param name="cardKey">The card key.</param>
    /// <param name="session">By what.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>The key, which the caller disposes; null where the scheme has none for cryptograms and the card key itself is used.</returns>
    KeyMaterial? SessionKey(KeyMaterial cardKey, EmvSession session, StepLog? log);

    /// <summary>Computes an application cryptogram (ARQC, TC, AAC).</summary>
    /// <param name="sessionKey">The session key, or the card key.</param>
    /// <param name="data">The data of the transaction.</param>
    /// <param name="paddingMethod">Padding of ISO/IEC 9797-1 to add: 1, 2, or 0 for none.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>8 bytes, upper-case hex.</returns>
    string Request(KeyMaterial sessionKey, byte[] data, int paddingMethod, StepLog? log);

    /// <summary>Computes a response cryptogram by method 1.</summary>
    /// <param name="key">The session key, or the card key.</param>
    /// <param name="requestCryptogram">8 bytes.</param>
    /// <param name="responseCode">2 bytes.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>8 bytes, upper-case hex.</returns>
    string ResponseMethod1(KeyMaterial key, byte[] requestCryptogram, byte[] responseCode, StepLog? log);

    /// <summary>Computes a response cryptogram by method 2.</summary>
    /// <param name="key">The session key, or the card key.</param>
    /// <param name="requestCryptogram">8 bytes.</param>
    /// <param name="cardStatusUpdate">4 bytes.</param>
    /// <param name="proprietaryData">Up to 8 bytes.</param>
    /// <param name="log">Where the steps go.</param>
    /// <returns>4 bytes, upper-case hex.</returns>
    string ResponseMethod2(KeyMaterial key, byte[] requestCryptogram, byte[] cardStatusUpdate, byte[] proprietaryData, StepLog? log);
}
